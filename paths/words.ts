import type { RouteChange, Way } from "./changes";
import type { RouteOutcome, WhenLost } from "./report";

/** At most so many names, and how many more there are. */
export function some(names: readonly string[], most = 6): string {
  const left = names.length - most;
  return left > 0 ? `${names.slice(0, most).join(", ")} and ${left} more` : names.join(", ");
}

/** `encrypted over a#b`, `dropped` */
export function outcomeText({
  outcome,
  via,
}: {
  readonly outcome: RouteOutcome;
  readonly via: readonly string[];
}): string {
  return via.length === 0 ? outcome : `${outcome}${outcome === "undecided" ? ", perhaps" : ""} over ${some(via)}`;
}

/** Losses after which the same happens, together. */
export function lossesTogether(whenLost: readonly WhenLost[]): { readonly lost: string[]; readonly then: string }[] {
  const found = new Map<string, string[]>();
  for (const loss of whenLost) {
    const then = outcomeText(loss);
    const same = found.get(then) ?? [];
    found.set(then, same);
    same.push(loss.lost);
  }
  return [...found].map(([then, lost]) => ({ lost, then }));
}

/** `encrypted over a, then clear over b` */
export function changeText({ before, after }: RouteChange): string {
  return `${wayText(before)}, then ${wayText(after)}`;
}

function wayText(way: Way | null): string {
  return way === null ? "not routed" : `${outcomeText(way)} (${way.reason})`;
}
