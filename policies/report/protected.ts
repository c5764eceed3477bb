import { inRow } from "../../network/facts/called/phrase";
import { knownValue } from "../../network/field";
import type { Network } from "../../network/network";
import type { ProtectedList } from "../../routes/announced";
import { type TowardsOnPremises, towardsOnPremises } from "../../routes/to-onprem";
import { Hiding } from "../judge/hiding";

/** Prefixes that counted as protected for one reason. */
export interface ProtectedPrefixes {
  /** `stated`: intent says so; `announced`: a site with a link over ExpressRoute; `before`: it was encrypted before the change. */
  readonly because: ProtectedList["because"];
  /** How many different ones there are. */
  readonly count: number;
  /** The first of them, as they are written. */
  readonly prefixes: readonly string[];
  /** Whether there may be more, for something of it can't be told. */
  readonly mayBeMore: boolean;
}

const SHOWN = 10;

/** What counted as protected, reason by reason. */
export function protectedIn(network: Network): ProtectedPrefixes[] {
  const all = towardsOnPremises(network);
  const lists = all.flatMap((one) => one.protected.lists);
  const hiding = new Hiding(network);
  return REASONS.flatMap((because) => {
    const own = lists.filter((one) => one.because === because);
    const known = new Set(own.flatMap(({ list }) => list.items.flatMap((field) => knownValue(field) ?? [])));
    const mayBeMore = all.some((one) => isOpen(one, because));
    const prefixes = [...known].slice(0, SHOWN).map((text) => hiding.text(text));
    return known.size === 0 && !mayBeMore ? [] : [{ because, count: known.size, prefixes, mayBeMore }];
  });
}

function isOpen(
  { protected: { unknowns, doubts, mayBeHiddenAt }, openings }: TowardsOnPremises,
  because: ProtectedPrefixes["because"],
): boolean {
  return because === "stated"
    ? unknowns.length > 0
    : because === "announced" && (doubts.length > 0 || openings.some(mayBeHiddenAt));
}

const REASONS = ["stated", "announced", "before"] as const;

/** The same in a line. */
export function protectedText(all: readonly ProtectedPrefixes[]): string {
  return all.length === 0 ? "nothing" : all.map(partText).join("; ");
}

function partText({ because, count, prefixes, mayBeMore }: ProtectedPrefixes): string {
  const shown = prefixes.slice(0, IN_LINE);
  const left = count > shown.length ? [`${count - shown.length} more`] : [];
  const list = inRow([...shown, ...left, ...(mayBeMore ? ["what can't be told"] : [])], 0, " and ");
  return `${list}, ${WHY[because]}`;
}

const IN_LINE = 5;

const WHY: { readonly [because in ProtectedPrefixes["because"]]: string } = {
  stated: "by intent",
  announced: "which sites with a link over ExpressRoute announce or list",
  before: "encrypted before the change",
};
