import { plain } from "../../text/plain";
import type { Finding } from "../judge/finding";
import { counts } from "../judge/mark";
import type { MarkedFinding } from "../judge/marked";
import { marksOf, type ShownFinding, suppressionLines } from "./marks";
import { judgedAnything, type Report } from "./report";
import { NOTHING_JUDGED } from "./text";

/** What is to be warned of beside the findings: that nothing was judged, and what was not read. */
export function warningsOf(report: Report): readonly string[] {
  const unread = report.unread.map(({ input, address }) => plain(`${address} in ${input}`));
  const more = unread.length > LISTED ? `, and ${unread.length - LISTED} more` : "";
  return [
    ...(judgedAnything(report) ? [] : [NOTHING_JUDGED]),
    ...(unread.length === 0
      ? []
      : [`Not checked, because it can't be read: ${unread.slice(0, LISTED).join(", ")}${more}`]),
  ];
}

const LISTED = 10;

/** What a pipeline shows of a finding, in lines. */
export function annotationText(finding: ShownFinding): string {
  const { address, path, message, remedy, docs, decidedBy, outcome } = finding;
  const place = [address, path].filter((part) => part !== "").join(" ");
  const open = outcome === "undecided" ? [`Undecided; would decide it: ${decidedBy.join(", ")}`] : [];
  const lines = [`${place}: ${message}`, ...open, `To do: ${remedy}`, `Page: ${docs}`].map(plain);
  return [...lines, ...suppressionLines(finding)].join("\n");
}

/** The title of a finding: its rule, and its marks. */
export function annotationTitle(finding: ShownFinding): string {
  const marks = marksOf(finding);
  return plain(marks.length === 0 ? finding.rule : `${finding.rule} (${marks.join(", ")})`);
}

/** How loud a finding is told. What is undecided is no error, and neither is one that the verdict doesn't count. */
export function loudness(finding: MarkedFinding, { failOnNew }: Report): "error" | "warning" | "note" {
  const { level, outcome } = finding;
  return level === "error" && (outcome === "undecided" || !counts(finding, failOnNew)) ? "warning" : level;
}

/** A finding as lines of a log, for what a pipeline makes no annotation of. */
export function logLines(finding: ShownFinding): string {
  const { source, level } = finding;
  const file = annotatedFile(finding);
  const place = file === undefined ? [] : [`at ${file}${source === undefined ? "" : `:${source.line}`}`];
  const [first = "", ...more] = annotationText(finding).split("\n");
  return [`${level}  ${annotationTitle(finding)}  ${first}`, ...place.concat(more).map((line) => `  ${line}`)].join(
    "\n",
  );
}

/** The file of a finding, as far as it has one: that of the line that a person wrote, or else the input. */
export function annotatedFile({ source, input }: Finding): string | undefined {
  const file = source?.file ?? (input === "-" ? undefined : input);
  return file === undefined ? undefined : plain(file);
}
