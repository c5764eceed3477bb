import { LEVELS } from "../judge/verdict";
import type { ShownFinding } from "./marks";

/**
 * Findings with the gravest first, where a reader may see the first ones only: what is suppressed after all else, then
 * by level, violations before what is undecided, existing ones after the others, else as they come.
 */
export function gravestFirst<T extends ShownFinding>(findings: readonly T[]): T[] {
  return [...findings].sort(
    (a, b) =>
      suppressed(a) - suppressed(b) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
      open(a) - open(b) ||
      existing(a) - existing(b),
  );
}

/** The same with what existed before after all that is new. */
export function newFirst<T extends ShownFinding>(findings: readonly T[]): T[] {
  return gravestFirst(findings).sort((a, b) => existing(a) - existing(b));
}

function suppressed(finding: ShownFinding): number {
  return Number(finding.suppressed !== undefined);
}

function open({ outcome }: ShownFinding): number {
  return Number(outcome === "undecided");
}

function existing({ status }: ShownFinding): number {
  return Number(status === "existing");
}
