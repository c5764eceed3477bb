import fc from "fast-check";
import { conftestReport } from "../../../policies/report/conftest";
import { RULES } from "../../../policies/rules/catalogue";
import { hostileReport } from "./hostile";
import { CLEAN, FULL, marked, ruleEntry } from "./samples";

/** How Atlantis told a failed check until 0.37: any word with "fail". */
function failsToOld(output: string): boolean {
  return output.toLowerCase().includes("fail");
}

/** How it tells one since: a count above zero, a list of failures in JSON that isn't empty, or a line that begins so. */
function failsToNew(output: string): boolean {
  return /\b[1-9]\d* failures?\b/i.test(output) || /"failures":\s*\[\s*[^\]\s]/.test(output) || /^FAIL\b/m.test(output);
}

describe("the report for Atlantis", () => {
  test("is the failures first, then how many there are", () => {
    expect(conftestReport(FULL)).toBe(
      [
        "FAIL - sites.ts:12 - sample-rule - azurerm_vpn_site.hq - device address 10.0.0.4 is wrong",
        "FAIL - module.sites in plan.json can't be read; module.sites would decide it",
        "5 tests, 1 passed, 2 warnings, 2 failures",
        "",
      ].join("\n"),
    );
  });

  test("of a pass is one line that holds no word with fail, whatever the rules and inputs are called", () => {
    const rules = RULES.map(({ id }) => ruleEntry(id));
    const findings = [marked({ rule: "fails-closed", level: "note", message: "fails", input: "FAIL/plan.json" })];
    const output = conftestReport({ ...CLEAN, verdict: "pass", rules, findings });
    expect(output).toMatch(/^\d+ tests, \d+ passed, 1 warning\n$/);
    expect([failsToOld(output), failsToNew(output)]).toEqual([false, false]);
  });

  test("is a failure to every Atlantis exactly where the verdict is no pass", () => {
    fc.assert(
      fc.property(hostileReport, fc.constantFrom("pass" as const, "fail" as const), (report, verdict) => {
        const counted = report.findings.some(({ level, suppressed }) => level === "error" && suppressed === undefined);
        const output = conftestReport({
          ...report,
          failOn: "error",
          failOnNew: false,
          verdict: counted ? "fail" : verdict,
        });
        const isPass = !counted && verdict === "pass";
        expect(isPass ? failsToOld(output) : failsToNew(output) || report.unread.length === 0).toBe(!isPass);
      }),
    );
  });

  test("says that what is undecided fails, so that it isn't merged unread", () => {
    const undecided = marked({ outcome: "undecided", decidedBy: ["var.asn"] });
    const output = conftestReport({ ...CLEAN, verdict: "undecided", findings: [undecided] });
    expect(output).toContain("(undecided)");
    expect([failsToOld(output), failsToNew(output)]).toEqual([true, true]);
  });
});
