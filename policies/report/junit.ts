import { xmlText } from "../../text/xml";
import { type Case, type Suite, suitesOf } from "./cases";
import type { Report } from "./report";

/**
 * The report as JUnit XML: a test suite for each section of the catalogue, a test case for each rule, and one for
 * whether the inputs could be read. Findings at the level that counts make a failure where something is violated, and
 * an error where something is only undecided; milder ones are in the output of a passed test case. A rule is skipped
 * where nothing was judged, and where all that would count is suppressed: with the reasons.
 */
export function junitReport(report: Report): string {
  const suites = suitesOf(report);
  const cases = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wanproof" ${counts(cases)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines({ name, cases }: Suite): string[] {
  return [`  <testsuite name="${xmlText(name)}" ${counts(cases)}>`, ...cases.flatMap(caseLines), "  </testsuite>"];
}

function caseLines({ suite, name, outcome, message, details }: Case): string[] {
  const open = `    <testcase classname="wanproof.${xmlText(suite)}" name="${xmlText(name)}"`;
  const text = xmlText(details.join("\n"));
  if (outcome === "passed") {
    const output = [message, text].filter((part) => part !== "").join("\n");
    return output === "" ? [`${open}/>`] : [`${open}>`, `      <system-out>${output}</system-out>`, "    </testcase>"];
  }
  const told = `<${outcome} message="${xmlText(message)}"`;
  return [`${open}>`, `      ${told}${text === "" ? "/>" : `>${text}</${outcome}>`}`, "    </testcase>"];
}

function counts(cases: readonly Case[]): string {
  const of = (outcome: Case["outcome"]) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}
