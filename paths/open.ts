import { inAddresses, listed } from "../network/facts/called/phrase";
import type { Unknown } from "../network/field";
import type { Carriage, Opening } from "../routes/source";
import type { RouteOutcome } from "./report";

/** The routes that may be there unseen and could change an outcome: any prefix at all may be among them. */
export function openingsThatChange(outcome: RouteOutcome | "inside", openings: readonly Opening[]): Opening[] {
  return openings.filter(({ carriage }) => CHANGES[outcome].includes(carriage));
}

const CHANGES: { readonly [outcome in RouteOutcome | "inside"]: readonly Carriage[] } = {
  encrypted: ["clear", "unknown"],
  clear: ["private-tunnel", "internet-tunnel", "unknown"],
  dropped: ["private-tunnel", "internet-tunnel", "clear", "unknown"],
  undecided: ["private-tunnel", "internet-tunnel", "clear", "unknown"],
  inside: [],
};

/** What would decide something, once each. */
export function deciders(unknowns: readonly Unknown[]): string {
  return inAddresses(listed([...new Set(unknowns.flatMap(({ decidedBy }) => decidedBy))]));
}
