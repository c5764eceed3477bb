import { plain } from "../../text/plain";
import { xmlText } from "../../text/xml";
import { counts as countsAtAll } from "../judge/mark";
import type { MarkedFinding } from "../judge/marked";
import { LEVELS } from "../judge/verdict";
import { marksOf, noticeText, suppressionLines } from "./marks";
import { judgedAnything, type Report, type RuleEntry } from "./report";
import { NOTHING_JUDGED } from "./text";

/**
 * The report as JUnit XML: a test suite for each section of the catalogue, a test case for each rule, and one for
 * whether the inputs could be read. Findings at the level that counts make a failure where something is violated, and
 * an error where something is only undecided; milder ones are in the output of a passed test case. A rule is skipped
 * where nothing was judged, and where all that would count is suppressed: with the reasons.
 */
export function junitReport(report: Report): string {
  const suites = [...bySection(report), { name: "Inputs", cases: [inputsCase(report)] }];
  const cases = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wanproof" ${counts(cases)}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  /** What came out, in a few words; empty for a test case that passed with nothing to say. */
  readonly message: string;
  readonly details: readonly string[];
}

function bySection(report: Report): Suite[] {
  const known = new Set(report.rules.map(({ id }) => id));
  const others = [...new Set(report.findings.map(({ rule }) => rule))].filter((id) => !known.has(id));
  const cases = [
    ...report.rules.map((rule) => ruleCase(report, rule)),
    ...others.map((id) => ruleCase(report, { id, section: "Others" })),
  ];
  const names = [...new Set(cases.map(({ suite }) => suite))];
  return names.map((name) => ({ name, cases: cases.filter(({ suite }) => suite === name) }));
}

function ruleCase(report: Report, { id, section }: Pick<RuleEntry, "id"> & { readonly section: string }): Case {
  const findings = report.findings.filter(({ rule }) => rule === id);
  const grave = findings.filter(({ level }) => LEVELS.indexOf(level) <= LEVELS.indexOf(report.failOn));
  const counted = grave.filter((finding) => countsAtAll(finding, report.failOnNew));
  const isUnjudged = findings.length === 0 && !judgedAnything(report);
  return {
    suite: section,
    name: id,
    outcome: outcomeOf(counted, isUnjudged || grave.some(({ suppressed }) => suppressed !== undefined)),
    message: isUnjudged
      ? NOTHING_JUDGED
      : [tally(findings), ...(counted.length === 0 ? reasons(grave) : [])].join(": "),
    details: findings.map(detail),
  };
}

function reasons(findings: readonly MarkedFinding[]): string[] {
  const all = new Set(
    findings.flatMap(({ suppressed }) => (suppressed === undefined ? [] : [plain(suppressed.reason)])),
  );
  return all.size === 0 ? [] : [[...all].join("; ")];
}

function outcomeOf(counted: readonly MarkedFinding[], isSkipped: boolean): Case["outcome"] {
  if (counted.length > 0) {
    return counted.some(({ outcome }) => outcome === "violation") ? "failure" : "error";
  }
  return isSkipped ? "skipped" : "passed";
}

function inputsCase(report: Report): Case {
  const details = report.unread.map(
    ({ input, address, reason, decidedBy }) =>
      `${plain(address)} in ${plain(input)} ${plain(reason)}; ${plain(decidedBy.join(", "))} would decide it`,
  );
  const outside = report.outside.map((address) => `no input describes ${plain(address)}`);
  const gone = report.fixed.map(
    ({ rule, address, path }) => `fixed: ${rule}  ${plain(`${address}  ${path}`.trimEnd())}`,
  );
  return {
    suite: "Inputs",
    name: "everything-read",
    outcome: details.length > 0 ? "error" : judgedAnything(report) ? "passed" : "skipped",
    message: details.length > 0 ? `${details.length} not read` : judgedAnything(report) ? "" : NOTHING_JUDGED,
    details: [...details, ...outside, ...gone, ...report.notices.map(noticeText)],
  };
}

function tally(findings: readonly MarkedFinding[]): string {
  const shown = findings.filter(({ suppressed }) => suppressed === undefined);
  const violations = shown.filter(({ outcome }) => outcome === "violation").length;
  const parts: readonly (readonly [number, string])[] = [
    [violations, "violated"],
    [shown.length - violations, "undecided"],
    [findings.length - shown.length, "suppressed"],
  ];
  return parts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ");
}

function detail(finding: MarkedFinding): string {
  const { level, address, path, source, input, message, remedy, docs, decidedBy } = finding;
  const line = source === undefined ? [] : [`at ${plain(source.file)}:${source.line}`];
  return [
    [level, ...marksOf(finding), plain(address), plain(path)].join("  ").trimEnd(),
    `  ${[...line, `in ${plain(input)}`].join(", ")}`,
    ...suppressionLines(finding).map((text) => `  ${text}`),
    `  ${plain(message)}`,
    ...(decidedBy.length === 0 ? [] : [`  Would decide it: ${plain(decidedBy.join(", "))}`]),
    `  To do: ${plain(remedy)}`,
    `  Page: ${plain(docs)}`,
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
