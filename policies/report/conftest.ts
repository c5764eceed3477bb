import { suitesOf } from "./cases";
import type { Report } from "./report";

/**
 * The report as conftest writes it, for Atlantis's custom policy check, which tells a failure by the text alone: once by any word
 * with "fail" in it, today by a count of failures or a line that begins with FAIL. So a pass is one line without that word, in rule ids
 * neither; and whatever is no pass, undecided too, begins with the lines that say why.
 * https://github.com/runatlantis/atlantis/issues/6018
 */
export function conftestReport(report: Report): string {
  const cases = suitesOf(report).flatMap((suite) => suite.cases);
  const failed = cases.filter(({ outcome }) => outcome === "failure" || outcome === "error");
  const warned = cases.filter((one) => !failed.includes(one) && one.message !== "" && one.outcome === "passed");
  const passed = cases.length - failed.length - warned.length;
  const counts = [counted(cases.length, "test"), `${passed} passed`, counted(warned.length, "warning")];
  if (report.verdict === "pass") {
    return `${counts.join(", ")}\n`;
  }
  const lines = failed.flatMap((one) => one.counted.map((line) => `FAIL - ${line}`));
  return [...lines, [...counts, counted(failed.length, "failure")].join(", "), ""].join("\n");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
