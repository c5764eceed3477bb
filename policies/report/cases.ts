import { plain } from "../../text/plain";
import { counts as countsAtAll } from "../judge/mark";
import type { MarkedFinding } from "../judge/marked";
import { LEVELS } from "../judge/verdict";
import { marksOf, noticeText, suppressionLines } from "./marks";
import { judgedAnything, type Report, type RuleEntry } from "./report";
import { NOTHING_JUDGED } from "./text";

/** Test cases of one section of the catalogue. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** How one rule came out, or the reading of the inputs. */
export interface Case {
  readonly suite: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  /** What came out, in a few words; empty for a test case that passed with nothing to say. */
  readonly message: string;
  readonly details: readonly string[];
  /** A line for each finding that counts in the verdict. */
  readonly counted: readonly string[];
}

/** A suite for each section of the catalogue, with a case for each rule, and one for whether the inputs could be read. */
export function suitesOf(report: Report): Suite[] {
  return [...bySection(report), { name: "Inputs", cases: [inputsCase(report)] }];
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
    counted: counted.map(countedLine),
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
    counted: details,
  };
}

function countedLine(finding: MarkedFinding): string {
  const { rule, address, source, input, message } = finding;
  const place = source === undefined ? plain(input) : `${plain(source.file)}:${source.line}`;
  const marks = marksOf(finding);
  return [place, `${rule}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`, plain(address), plain(message)].join(
    " - ",
  );
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
