import type { Finding } from "../judge/finding";
import { LEVELS } from "../judge/verdict";

/**
 * Findings with the gravest first, where a reader may see the first ones only: by level, violations before what is
 * undecided, else as they come.
 */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || open(a) - open(b));
}

function open({ outcome }: Finding): number {
  return Number(outcome === "undecided");
}
