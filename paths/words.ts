import type { Told } from "../network/facts/called/names";
import { Listing, type Phrase } from "../network/facts/called/phrase";
import type { RouteChange, Way } from "./changes";
import type { RouteOutcome, WhenLost } from "./report";

/** At most so many words, and how many more there are. */
export function some<T>(words: readonly Phrase<T>[], most = 6): Listing<T> {
  return new Listing(words, most, ", ");
}

/** `encrypted over site hq, link over-ams`, `dropped` */
export function outcomeText({
  outcome,
  over,
}: {
  readonly outcome: RouteOutcome;
  readonly over: readonly Told[];
}): Phrase<Told> {
  return over.length === 0 ? outcome : [`${outcome}${outcome === "undecided" ? ", perhaps" : ""} over `, some(over)];
}

/** Losses after which the same happens, together. */
export function lossesTogether(whenLost: readonly WhenLost[]): LostTogether[] {
  const found = new Map<string, { readonly lost: Phrase<Told>[]; readonly outcome: Phrase<Told> }>();
  for (const loss of whenLost) {
    const key = JSON.stringify([loss.outcome, loss.over]);
    const same = found.get(key) ?? { lost: [], outcome: outcomeText(loss) };
    found.set(key, same);
    same.lost.push(loss.thing);
  }
  return [...found.values()];
}

/** What may be lost, and what happens then. */
export interface LostTogether {
  readonly lost: readonly Phrase<Told>[];
  readonly outcome: Phrase<Told>;
}

/** `encrypted over a, then clear over b` */
export function changeText({ before, after }: RouteChange): Phrase<Told> {
  return [wayText(before), ", then ", wayText(after)];
}

function wayText(way: Way | null): Phrase<Told> {
  return way === null ? "not routed" : [outcomeText(way), ` (${way.reason})`];
}
