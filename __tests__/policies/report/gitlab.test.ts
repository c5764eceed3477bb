import fc from "fast-check";
import { gitlabReport } from "../../../policies/report/gitlab";
import { hostileReport } from "./hostile";
import { CLEAN, FULL, marked } from "./samples";

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function entries(text: string): readonly Entry[] {
  return JSON.parse(text);
}

describe("the report for GitLab's Code Quality", () => {
  test("is a list with an entry for each finding, and for what isn't read", () => {
    expect(entries(gitlabReport(FULL)).map(({ description: _, fingerprint: __, ...rest }) => rest)).toEqual([
      { check_name: "sample-rule", severity: "critical", location: { path: "sites.ts", lines: { begin: 12 } } },
      { check_name: "asn-allowed", severity: "minor", location: { path: "plan.json", lines: { begin: 1 } } },
      { check_name: "dpd-explicit", severity: "info", location: { path: "plan.json", lines: { begin: 1 } } },
      { check_name: "everything-read", severity: "major", location: { path: "plan.json", lines: { begin: 1 } } },
    ]);
  });

  test("has no entry where there is nothing to say", () => {
    expect(gitlabReport(CLEAN)).toBe("[]\n");
  });

  test("has milder entries for what is undecided, and none for what is suppressed", () => {
    const undecided = marked({ outcome: "undecided" });
    const suppressed = marked({ suppressed: { reason: "agreed", expires: undefined, by: "wanproof.yaml" } });
    const severities = entries(gitlabReport({ ...CLEAN, findings: [undecided, suppressed] })).map(
      (one) => one.severity,
    );
    expect(severities).toEqual(["major"]);
  });

  test("knows paths from the top of the repository", () => {
    const one = marked({ source: { file: "./infra/main.tf", line: 3 } });
    expect(entries(gitlabReport({ ...CLEAN, findings: [one] }))[0]?.location).toEqual({
      path: "infra/main.tf",
      lines: { begin: 3 },
    });
  });

  test("is sound JSON with a fingerprint each, whatever is in a name", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const { fingerprint, location, description } of entries(gitlabReport(report))) {
          expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
          expect(location.lines.begin).toBeGreaterThan(0);
          expect(description).not.toMatch(/[\p{Cc}\u202e]/u);
        }
      }),
    );
  });
});
