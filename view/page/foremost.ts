import type { MarkedFinding } from "../../policies/judge/marked";
import type { Report } from "../../policies/report/report";

/** So many findings a page tells; a reader of more needs the report. */
export const MOST_FINDINGS = 300;

/** The findings that a page tells: those that count come first. */
export function foremost({ findings }: Report): readonly MarkedFinding[] {
  const counted = findings.filter((finding) => !isMild(finding));
  return [...counted, ...findings.filter(isMild)].slice(0, MOST_FINDINGS);
}

/** Whether a finding is a note, or suppressed. */
export function isMild({ level, suppressed }: Pick<MarkedFinding, "level" | "suppressed">): boolean {
  return level === "note" || suppressed !== undefined;
}

/** `error`, `undecided warning`, `suppressed note` */
export function wordOf({
  level,
  outcome,
  suppressed,
}: Pick<MarkedFinding, "level" | "outcome" | "suppressed">): string {
  const words = [
    ...(suppressed === undefined ? [] : ["suppressed"]),
    ...(outcome === "undecided" ? [outcome] : []),
    level,
  ];
  return words.join(" ");
}
