import type { Phrase } from "../../network/facts/called/phrase";
import { firstToKnow, type Unknown } from "../../network/field";
import type { Evidence, Level, Place, Undecided, Violation } from "./rule";

export { at } from "../../network/place";

/** What to say of a place. */
export interface Wording {
  readonly message: Phrase;
  readonly remedy: Phrase;
  readonly evidence?: Evidence;
  readonly level?: Level;
}

/** The rule is broken here. */
export function violation(place: Place, wording: Wording): Violation {
  return { outcome: "violation", place, ...wording };
}

/** The rule can't be judged here until `unknowns` are known. */
export function undecided(place: Place, unknowns: Unknown | readonly Unknown[], wording: Wording): Undecided {
  const all = isOne(unknowns) ? [unknowns] : unknowns;
  return { outcome: "undecided", place, unknowns: all.map(firstToKnow), ...wording };
}

function isOne(unknowns: Unknown | readonly Unknown[]): unknowns is Unknown {
  return "decidedBy" in unknowns;
}
