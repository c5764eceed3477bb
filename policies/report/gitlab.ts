import { plain } from "../../text/plain";
import { digest } from "../judge/digest";
import type { MarkedFinding } from "../judge/marked";
import { gravestFirst } from "./gravest";
import { annotatedFile, annotationText, annotationTitle, loudness } from "./pipeline";
import type { Report } from "./report";

/**
 * The report for GitLab's Code Quality: a JSON list, an entry for each finding that isn't suppressed. What is undecided, and what
 * was there before where only new findings count, is milder than what is violated. GitLab tells new ones from old ones by the fingerprint.
 * https://docs.gitlab.com/ci/testing/code_quality/
 */
export function gitlabReport(report: Report): string {
  const shown = gravestFirst(report.findings).filter(({ suppressed }) => suppressed === undefined);
  const unread = report.unread.map(({ input, address, reason }) => ({
    description: plain(`${address} ${reason}`),
    check_name: "everything-read",
    fingerprint: digest(`${input}\n${address}\n${reason}`),
    severity: "major",
    location: { path: inRepository(input), lines: { begin: 1 } },
  }));
  return `${JSON.stringify([...shown.map((finding) => entry(finding, report)), ...unread], undefined, 2)}\n`;
}

const SEVERITIES = { error: "critical", warning: "minor", note: "info" } as const;

function entry(finding: MarkedFinding, report: Report) {
  const isOpenError = finding.level === "error" && finding.outcome === "undecided";
  return {
    description: `${annotationTitle(finding)}: ${annotationText(finding).replaceAll("\n", " ")}`,
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: isOpenError ? "major" : SEVERITIES[loudness(finding, report)],
    location: {
      path: inRepository(annotatedFile(finding) ?? finding.input),
      lines: { begin: finding.source?.line ?? 1 },
    },
  };
}

/** GitLab knows paths from the top of the repository, without a dot before them. */
function inRepository(path: string): string {
  return plain(path).replace(/^(?:\.\/)+/, "");
}
