import { knownValue } from "../network/field";
import type { Network } from "../network/network";
import type { ProtectedList } from "../routes/announced";
import { type TowardsOnPremises, towardsOnPremises } from "../routes/to-onprem";

/** Prefixes that count as protected for one reason. */
export interface ProtectedPrefixes {
  /** `stated`: intent says so; `announced`: a site with a link over ExpressRoute; `before`: it was encrypted before the change. */
  readonly because: ProtectedList["because"];
  /** How many different ones there are. */
  readonly count: number;
  /** The first ten of them, as they are written. */
  readonly prefixes: readonly string[];
  /** Whether there may be more, for something of it can't be told. */
  readonly mayBeMore: boolean;
}

const FIRST = 10;
const REASONS = ["stated", "announced", "before"] as const;

/** What counts as protected in a network, reason by reason. */
export function protectedIn(network: Network): ProtectedPrefixes[] {
  const all = towardsOnPremises(network);
  const lists = all.flatMap((one) => one.protected.lists);
  return REASONS.flatMap((because) => {
    const own = lists.filter((one) => one.because === because);
    const known = new Set(own.flatMap(({ list }) => list.items.flatMap((field) => knownValue(field) ?? [])));
    const mayBeMore = all.some((one) => isOpen(one, because));
    const prefixes = [...known].slice(0, FIRST);
    return known.size === 0 && !mayBeMore ? [] : [{ because, count: known.size, prefixes, mayBeMore }];
  });
}

function isOpen(
  { protected: { unknowns, doubts, mayBeHiddenAt }, openings }: TowardsOnPremises,
  because: ProtectedPrefixes["because"],
): boolean {
  return because === "stated"
    ? unknowns.length > 0
    : because === "announced" && (doubts.some(({ when }) => when === "now") || openings.some(mayBeHiddenAt));
}
