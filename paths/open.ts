import { inAddresses, listed } from "../network/facts/called/phrase";
import type { Unknown } from "../network/field";
import type { Carriage, Opening } from "../routes/source";
import type { RouteOutcome } from "./report";

/** The routes that may be there unseen and could change an outcome: any prefix at all may be among them. */
export function openingsThatChange(outcome: RouteOutcome, openings: readonly Opening[]): Opening[] {
  return openings.filter(({ carriage }) => CHANGES[outcome].includes(carriage));
}

const ANY: readonly Carriage[] = ["private-tunnel", "internet-tunnel", "plain-tunnel", "clear", "onward", "unknown"];

const CHANGES: { readonly [outcome in RouteOutcome]: readonly Carriage[] } = {
  encrypted: ["plain-tunnel", "clear", "onward", "unknown"],
  clear: ["private-tunnel", "internet-tunnel", "onward", "unknown"],
  dropped: ANY,
  undecided: ANY,
  inside: [],
};

/** What would decide something, once each. */
export function deciders(unknowns: readonly Unknown[]): string {
  return inAddresses(listed([...new Set(unknowns.flatMap(({ decidedBy }) => decidedBy))]));
}
