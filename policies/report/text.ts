import { type Paint, painted, type Style, unpainted } from "../../text/colour";
import { plain } from "../../text/plain";
import { marksOf, type ShownFinding, suppressionLines } from "./marks";
import { judgedAnything, type Report } from "./report";
import { summaryOf } from "./summary";

export interface TextOptions {
  /** Whether the reader is a terminal that shows colours; default false. */
  readonly colour?: boolean;
}

/**
 * The report for a person: a block a finding, then what was checked and what was not, then the verdict. Where nothing
 * was judged, the first line says so.
 */
export function textReport(report: Report, { colour = false }: TextOptions = {}): string {
  const paint = colour ? painted : unpainted;
  const blocks = report.findings.map((finding) => blockOf(finding, paint));
  const opening = judgedAnything(report) ? [] : [NOTHING_JUDGED];
  return `${[...opening, ...blocks, summaryOf(report, paint)].join("\n\n")}\n`;
}

/** What is said where no input holds anything of this field. */
export const NOTHING_JUDGED =
  "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.";

/** The findings alone, a block each, without colour: what a failed test or a refused synthesis shows. */
export function findingsText(findings: readonly ShownFinding[]): string {
  return findings.map((finding) => blockOf(finding, unpainted)).join("\n\n");
}

function blockOf(finding: ShownFinding, paint: Paint): string {
  const level = paint(finding.suppressed === undefined ? finding.level : "quiet", finding.level);
  const marks = marksOf(finding).map((mark) => paint(MARK_STYLE.get(mark) ?? "quiet", mark));
  const place = [finding.address, finding.path].filter((text) => text !== "").map(plain);
  const [address = "", ...path] = place;
  return [
    [level, ...marks, finding.rule, paint("strong", address), ...path].join("  "),
    `  ${paint("quiet", whereOf(finding))}`,
    ...suppressionLines(finding).map((line) => `  ${line}`),
    `  ${plain(finding.message)}`,
    `  To do: ${plain(finding.remedy)}`,
    `  ${paint("quiet", `Page: ${plain(finding.docs)}`)}`,
  ].join("\n");
}

function whereOf({ source, constructPath, input }: ShownFinding): string {
  const line = source === undefined ? [] : [`at ${plain(source.file)}:${source.line}`];
  const construct = constructPath === undefined ? [] : [`construct ${plain(constructPath)}`];
  return [...line, ...construct, `in ${plain(input)}`].join(", ");
}

const MARK_STYLE: ReadonlyMap<string, Style> = new Map([
  ["undecided", "undecided"],
  ["new", "strong"],
]);
