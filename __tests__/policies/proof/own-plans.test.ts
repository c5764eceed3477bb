import type { Report } from "../../../policies/report/report";
import { judgedTogether } from "./judged";
import { ENCRYPTED, TWO_REGIONS } from "./own-plans";

function errorsOf({ findings }: Report) {
  return findings
    .filter(({ level }) => level === "error")
    .map(({ rule, outcome, address, path }) => [rule, outcome, address, path]);
}

describe("the stacks of a network.yaml, planned by Terraform", () => {
  it("pass with keys from sensitive variables, and no report shows a key", () => {
    const report = judgedTogether(ENCRYPTED);
    expect({ verdict: report.verdict, unread: report.unread, found: errorsOf(report) }).toEqual({
      verdict: "pass",
      unread: [],
      found: [],
    });
    for (const key of ["Kq3vN8xT2mZp7LwYb4Rs", "Hd9cF5jQ1uXe6WgAk3Pt"]) {
      expect(ENCRYPTED.map(({ text }) => text).join()).toContain(key);
      expect(JSON.stringify(report)).not.toContain(key);
    }
  });

  it("leave nothing undecided in two regions, and no key in the clear", () => {
    const report = judgedTogether(TWO_REGIONS);
    expect(report.unread).toEqual([]);
    expect(
      report.findings.filter(({ outcome, rule }) => outcome === "undecided" || rule === "preshared-key-secret"),
    ).toEqual([]);
  });
});
