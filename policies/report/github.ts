import { unpainted } from "../../text/colour";
import type { MarkedFinding } from "../judge/marked";
import { gravestFirst } from "./gravest";
import { annotatedFile, annotationText, annotationTitle, logLines, loudness, warningsOf } from "./pipeline";
import type { Report } from "./report";
import { summaryOf } from "./summary";

/**
 * The report for the log of GitHub Actions: an annotation for each finding, the gravest first because GitHub shows the
 * first ten of each kind of a step, then what was checked and the verdict. What is undecided is a warning or a notice,
 * never an error, and so is what was there before where only new findings count. What is suppressed is in the log alone.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(report: Report): string {
  const findings = gravestFirst(report.findings);
  const warnings = warningsOf(report).map((text) => `::warning title=wanproof::${data(text)}`);
  const annotated = findings.filter(({ suppressed }) => suppressed === undefined);
  const kinds = annotated.map((finding) => kindOf(finding, report));
  const lines = [
    ...warnings,
    ...annotated.map((finding) => annotation(finding, report)),
    ...findings.filter(({ suppressed }) => suppressed !== undefined).map(logLines),
    ...leftOut(kinds),
  ];
  return `${[...lines, summaryOf(report, unpainted)].join("\n")}\n`;
}

type Kind = "error" | "warning" | "notice";

const SHOWN = 10;

function annotation(finding: MarkedFinding, report: Report): string {
  const file = annotatedFile(finding);
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(finding.source === undefined ? [] : [`line=${finding.source.line}`]),
    `title=${property(annotationTitle(finding))}`,
  ];
  return `::${kindOf(finding, report)} ${properties.join(",")}::${data(annotationText(finding))}`;
}

function kindOf(finding: MarkedFinding, report: Report): Kind {
  const loud = loudness(finding, report);
  return loud === "note" ? "notice" : loud;
}

function leftOut(annotated: readonly Kind[]): string[] {
  const kinds: readonly Kind[] = ["error", "warning", "notice"];
  const more = kinds.flatMap((kind) => {
    const count = annotated.filter((one) => one === kind).length - SHOWN;
    return count > 0 ? [`${count} of kind ${kind}`] : [];
  });
  return more.length === 0
    ? []
    : [`GitHub shows the first ${SHOWN} annotations of a kind; only in this log: ${more.join(", ")}.`];
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
