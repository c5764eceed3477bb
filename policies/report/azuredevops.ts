import type { Finding } from "../judge/finding";
import { unpainted } from "./colour";
import { gravestFirst } from "./gravest";
import { annotatedFile, annotationText, annotationTitle, warningsOf } from "./pipeline";
import type { Report } from "./report";
import { summaryOf } from "./summary";

/**
 * The report for the log of Azure Pipelines: an issue for each error and warning, the gravest first, then the notes,
 * for which Azure Pipelines has no kind of issue, then what was checked and the verdict. What is undecided is a
 * warning, never an error.
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
export function azureDevOpsReport(report: Report): string {
  const findings = gravestFirst(report.findings);
  const warnings = warningsOf(report).map((text) => `##vso[task.logissue type=warning;]${data(text)}`);
  const lines = [
    ...warnings,
    ...findings.map((finding) => (finding.level === "note" ? note(finding) : issue(finding))),
  ];
  return `${[...lines, summaryOf(report, unpainted)].join("\n")}\n`;
}

function issue(finding: Finding): string {
  const file = annotatedFile(finding);
  const properties = [
    `type=${finding.level === "error" && finding.outcome === "violation" ? "error" : "warning"}`,
    ...(file === undefined ? [] : [`sourcepath=${property(file)}`]),
    ...(finding.source === undefined ? [] : [`linenumber=${finding.source.line}`]),
    `code=${property(annotationTitle(finding))}`,
  ];
  return `##vso[task.logissue ${properties.map((one) => `${one};`).join("")}]${data(annotationText(finding))}`;
}

function note(finding: Finding): string {
  const { source } = finding;
  const file = annotatedFile(finding);
  const place = file === undefined ? [] : [`at ${file}${source === undefined ? "" : `:${source.line}`}`];
  const [first = "", ...more] = annotationText(finding).split("\n");
  return [`note  ${annotationTitle(finding)}  ${first}`, ...place.concat(more).map((line) => `  ${line}`)].join("\n");
}

function data(text: string): string {
  return text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
