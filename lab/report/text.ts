import { type Paint, painted, type Style, unpainted } from "../../text/colour";
import { plain } from "../../text/plain";
import type { Check, CheckVerdict } from "../verdict/check";
import { type LabResult, verdictOf } from "../verdict/lab-result";
import {
  byScenario,
  changeSentences,
  MODEL,
  observedText,
  REAL,
  tunnelsText,
  VERDICT_WORDS,
  verdictText,
} from "./words";

/** The result of a lab for a person. */
export function labText(result: LabResult, { colour = false }: { readonly colour?: boolean } = {}): string {
  const paint = colour ? painted : unpainted;
  const { built, checks, notLookedAt, notes, teardown, folder, tunnelsBy } = result;
  const verdict = verdictOf(result);
  return `${[
    [`Lab: ${plain(built)}`, REAL, MODEL, tunnelsText(tunnelsBy)],
    ["What differs from the rendered files:", ...changeSentences(result).map((line) => `  ${plain(line)}`)],
    ...byScenario(checks).map((group) => [
      paint("strong", plain(group.scenario)),
      ...group.checks.flatMap((check) => linesOf(check, paint)),
    ]),
    list("Not looked at:", notLookedAt),
    list("Could not be taken away:", teardown),
    list("Notes of the rendered files:", notes),
    [
      ...(folder === undefined ? [] : [`Captures, logs and files: ${plain(folder)}`]),
      `Verdict: ${paint(STYLES[verdict], verdictText(result, verdict))}`,
    ],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const STYLES: { readonly [verdict in CheckVerdict]: Style } = {
  "as-predicted": "pass",
  differs: "error",
  inconclusive: "undecided",
};

function linesOf(check: Check, paint: Paint): string[] {
  const { verdict, what, predicted, evidence } = check;
  const head = paint(STYLES[verdict], VERDICT_WORDS[verdict]);
  const told = verdict === "as-predicted" ? predicted : `predicted ${predicted}, observed ${observedText(check)}`;
  const shown = verdict === "as-predicted" ? evidence.slice(0, 1) : evidence;
  return [`  ${head}  ${plain(what)}: ${plain(told)}`, ...shown.map((line) => `    ${plain(line)}`)];
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${plain(line)}`)];
}
