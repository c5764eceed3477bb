import { markdownText } from "../../text/markdown-text";
import type { Check } from "../verdict/check";
import { type LabResult, verdictOf } from "../verdict/lab-result";
import { changeSentences, MODEL, observedText, REAL, tunnelsText, VERDICT_WORDS, verdictText } from "./words";

/** The result of a lab as Markdown: for a summary of a pipeline. */
export function labMarkdown(result: LabResult): string {
  const { built, checks, tunnelsBy, notLookedAt, teardown } = result;
  const verdict = verdictOf(result);
  return `${[
    `## Lab: ${VERDICT_WORDS[verdict]}`,
    markdownText(`${built}. ${verdictText(result, verdict)}.`),
    [REAL, MODEL, tunnelsText(tunnelsBy)].map((line) => markdownText(line)).join(" "),
    predictedObserved(checks),
    ...evidenceOf(checks),
    ...listed("Not looked at", notLookedAt),
    ...listed("Could not be taken away", teardown),
    ...listed("What differs from the rendered files", changeSentences(result)),
  ].join("\n\n")}\n`;
}

/** The table predicted and observed. The same for every run that sees the same. */
export function predictedObserved(checks: readonly Check[]): string {
  const rows = new Map<string, { readonly check: Check; readonly what: string[] }>();
  for (const check of checks) {
    const { scenario, predicted, verdict, what } = check;
    const key = JSON.stringify([scenario, predicted, observedText(check), verdict]);
    const row = rows.get(key) ?? { check, what: [] };
    rows.set(key, row);
    row.what.push(what);
  }
  return [
    "| scenario | what | predicted | observed | |",
    "|---|---|---|---|---|",
    ...[...rows.values()].map(({ check, what }) => {
      const cells = [
        check.scenario,
        what.join("; "),
        check.predicted,
        observedText(check),
        VERDICT_WORDS[check.verdict],
      ];
      return `| ${cells.map((cell) => markdownText(cell)).join(" | ")} |`;
    }),
  ].join("\n");
}

function evidenceOf(checks: readonly Check[]): string[] {
  const shown = checks.filter(({ verdict, evidence }) => verdict !== "as-predicted" && evidence.length > 0);
  return shown.length === 0
    ? []
    : [
        shown
          .map(({ scenario, what, evidence }) => {
            const lines = evidence.map((line) => `  - ${markdownText(line)}`);
            return [`- ${markdownText(`${scenario}: ${what}`)}`, ...lines].join("\n");
          })
          .join("\n"),
      ];
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, lines.map((line) => `- ${markdownText(line)}`).join("\n")];
}
