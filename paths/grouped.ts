import { literalPrefix } from "../address/prefix";
import type { Told } from "../network/facts/called/names";
import { joined, type Range } from "../routes/covering";
import { likenessAt, likenessOf } from "./likeness";
import type { PathRoute, RoutesReport } from "./report";

/** Rows that say the same, from places and for destinations that a person reads together. */
export interface ReadTogether {
  readonly route: PathRoute;
  readonly from: readonly Told[];
  readonly destinations: readonly string[];
  /** How much of it must be encrypted. */
  readonly guarded: "all" | "some" | "none";
}

/**
 * The rows for a person: equal answers of a place are one, and so are places whose answers are equal.
 * What must be encrypted comes first.
 */
export function readTogether({ routes, protected: guarded }: RoutesReport): ReadTogether[] {
  const ofPlace = new Map<string, { readonly route: PathRoute; readonly destinations: string[] }>();
  for (const route of routes) {
    const key = likenessAt(route);
    const same = ofPlace.get(key) ?? { route, destinations: [] };
    ofPlace.set(key, same);
    same.destinations.push(route.destination);
  }
  const rows = new Map<string, { readonly route: PathRoute; readonly destinations: string[]; readonly from: Told[] }>();
  for (const { route, destinations } of ofPlace.values()) {
    const key = `${route.direction} ${destinations.join(" ")}\n${likenessOf(route)}`;
    const same = rows.get(key) ?? { route, destinations, from: [] };
    rows.set(key, same);
    same.from.push(route.place);
  }
  const ranges = joined(guarded);
  const read = [...rows.values()].map((row) => ({ ...row, guarded: guardedIn(row, ranges) }));
  return [...read.filter(({ guarded: one }) => one !== "none"), ...read.filter(({ guarded: one }) => one === "none")];
}

function guardedIn(
  { route, destinations }: { readonly route: PathRoute; readonly destinations: readonly string[] },
  guarded: readonly Range[],
): ReadTogether["guarded"] {
  if (route.direction === "to-azure") {
    return "none";
  }
  const found = new Set(destinations.map((destination) => holding(destination, guarded)));
  const [only = "none"] = found;
  return found.size > 1 ? "some" : only;
}

function holding(destination: string, guarded: readonly Range[]): ReadTogether["guarded"] {
  const prefix = literalPrefix(destination);
  const [first, last] = [Number(prefix.first), Number(prefix.last)];
  const touching = guarded[firstBehind(guarded, first)];
  if (touching === undefined || touching.first > last) {
    return "none";
  }
  return touching.first <= first && touching.last >= last ? "all" : "some";
}

/** The place of the first range that ends at an address or behind it. */
function firstBehind(ranges: readonly Range[], address: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.last ?? 0) < address) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
