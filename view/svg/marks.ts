import type { Report } from "../../policies/report/report";
import type { Estate } from "../graph/estate";
import { placeKey } from "../graph/items";

/** What stands on a place of the picture beside what it is. */
export interface Marks {
  /** How many findings there are at an item, by its id, and whether one of them is a violation. */
  readonly findings: ReadonlyMap<string, FoundAt>;
  /** Items that the change adds, by id; none where it makes all. */
  readonly added: ReadonlySet<string>;
}

/** Nothing stands on any place. */
export const NO_MARKS: Marks = { findings: new Map(), added: new Set() };

export interface FoundAt {
  readonly count: number;
  readonly isViolation: boolean;
}

/** The marks of a network that was judged, by one report or more. What is suppressed, and notes, are on the page and not on the picture. */
export function marksOf(reports: readonly Report[], { items, byAddress }: Estate): Marks {
  const found = new Map<string, FoundAt>();
  for (const { input, address, outcome, level, suppressed } of reports.flatMap(({ findings }) => findings)) {
    const item = byAddress.get(placeKey(input, address));
    if (item !== undefined && level !== "note" && suppressed === undefined) {
      const { count = 0, isViolation = false } = found.get(item.id) ?? {};
      found.set(item.id, { count: count + 1, isViolation: isViolation || outcome === "violation" });
    }
  }
  const added = items.filter(({ isNew }) => isNew);
  const isAllNew = items.every(({ isNew, address }) => isNew || address === undefined);
  return { findings: found, added: new Set(isAllNew ? [] : added.map(({ id }) => id)) };
}
