import { unpainted } from "../../text/colour";
import type { MarkedFinding } from "../judge/marked";
import { gravestFirst } from "./gravest";
import { annotatedFile, annotationText, annotationTitle, logLines, loudness, warningsOf } from "./pipeline";
import type { Report } from "./report";
import { summaryOf } from "./summary";

/**
 * The report for the log of Azure Pipelines: an issue for each error and warning, the gravest first, then the notes,
 * for which Azure Pipelines has no kind of issue, and what is suppressed, then what was checked and the verdict. What is
 * undecided is a warning, never an error, and so is what was there before where only new findings count.
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
export function azureDevOpsReport(report: Report): string {
  const findings = gravestFirst(report.findings);
  const warnings = warningsOf(report).map((text) => `##vso[task.logissue type=warning;]${data(text)}`);
  const lines = [
    ...warnings,
    ...findings.map((finding) => (isIssue(finding) ? issue(finding, report) : logLines(finding))),
  ];
  return `${[...lines, summaryOf(report, unpainted)].join("\n")}\n`;
}

function isIssue({ level, suppressed }: MarkedFinding): boolean {
  return level !== "note" && suppressed === undefined;
}

function issue(finding: MarkedFinding, report: Report): string {
  const file = annotatedFile(finding);
  const properties = [
    `type=${loudness(finding, report)}`,
    ...(file === undefined ? [] : [`sourcepath=${property(file)}`]),
    ...(finding.source === undefined ? [] : [`linenumber=${finding.source.line}`]),
    `code=${property(annotationTitle(finding))}`,
  ];
  return `##vso[task.logissue ${properties.map((one) => `${one};`).join("")}]${data(annotationText(finding))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
