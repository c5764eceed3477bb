import type { Decision } from "./decision";
import type { Opening } from "./source";
import type { View } from "./view";

/** The routes that may be there unseen and concern a decision: in the view itself, and at the hubs that it leads to. */
export function openingsFor(view: View, { via }: Decision, openings: readonly Opening[]): readonly Opening[] {
  if (openings.every(({ propagation }) => propagation.everywhere)) {
    return openings;
  }
  const tables = [view.table, ...new Set(via.map(({ hub }) => view.wan.of(hub).table))];
  return openings.filter(({ propagation }) => tables.some((table) => propagation.into(table) !== "no"));
}
