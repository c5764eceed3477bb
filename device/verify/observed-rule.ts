import type { Phrase } from "../../network/facts/called/phrase";
import type { Unknown } from "../../network/field";
import type { Network } from "../../network/network";
import type { Place } from "../../network/place";
import type { Evidence, Judgement, Level } from "../../policies/rules/rule";
import type { Observation } from "../azure/observations";

/** What is planned, and what Azure runs. */
export interface Compared {
  readonly network: Network;
  readonly observed: readonly Observation[];
}

/** Judges what Azure runs against what was planned; the rule's text is in the catalogue, by its id. */
export type ObservedJudge = (compared: Compared) => Iterable<Judgement>;

/** What to say of a place. */
interface Wording {
  readonly message: Phrase;
  readonly remedy: Phrase;
  readonly evidence?: Evidence;
  readonly level?: Level;
}

export function differs(place: Place, wording: Wording): Judgement {
  return { outcome: "violation", place, ...wording };
}

/** Something wasn't looked at, or can't be told. */
export function untold(place: Place, unknowns: readonly Unknown[], wording: Wording): Judgement {
  return { outcome: "undecided", place, unknowns, ...wording };
}

/** The commands that would tell. */
export function toldBy(...commands: readonly string[]): Unknown {
  return { decidedBy: commands };
}
