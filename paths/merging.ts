import { maximalPrefixes, type Range } from "../routes/covering";
import { likenessOf } from "./likeness";
import type { PathAnswer, PathRoute } from "./report";

/** A hub, spoke or site that packets leave. */
export type Place = Pick<PathRoute, "from" | "place">;

/** Addresses that have one answer. */
export interface Answered {
  readonly answer: PathAnswer;
  readonly ranges: readonly Range[];
}

/** The rows of one place: the fewest prefixes, joined wherever the whole answer is the same. In address order. */
export function rowsOf(direction: PathRoute["direction"], place: Place, answered: readonly Answered[]): PathRoute[] {
  const alike = new Map<string, { readonly answer: PathAnswer; readonly ranges: Range[] }>();
  for (const { answer, ranges } of answered) {
    const key = keyOf(answer);
    const same = alike.get(key) ?? { answer, ranges: [] };
    alike.set(key, same);
    for (const range of ranges) {
      same.ranges.push(range);
    }
  }
  const rows = [...alike.values()].flatMap(({ answer, ranges }) =>
    maximalPrefixes(ranges).map((destination): PathRoute => ({ direction, ...place, destination, ...answer })),
  );
  return sortedByAddress(rows);
}

const keys = new WeakMap<PathAnswer, string>();

function keyOf(answer: PathAnswer): string {
  const found = keys.get(answer) ?? likenessOf(answer);
  keys.set(answer, found);
  return found;
}

function sortedByAddress(rows: readonly PathRoute[]): PathRoute[] {
  const placed = rows.map((row) => ({ row, first: firstOf(row.destination) }));
  return placed.sort((a, b) => a.first - b.first).map(({ row }) => row);
}

// Prefixes of one place never overlap: the first address tells their order.
function firstOf(prefix: string): number {
  return prefix.split(/[./]/, 4).reduce((value, part) => value * 256 + Number(part), 0);
}
