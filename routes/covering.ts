import { coverRange } from "../address/longest-match";
import type { Prefix } from "../address/prefix";

/** Neighbouring addresses, both ends inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The addresses of a prefix; none of an IPv6 one, for hubs carry IPv4 only. */
export function rangesOf({ family, first, last }: Prefix): Range[] {
  return family === 4 ? [{ first: Number(first), last: Number(last) }] : [];
}

/** The fewest prefixes that hold exactly the addresses of some ranges, in address order. */
export function maximalPrefixes(ranges: readonly Range[]): string[] {
  return joined(ranges).flatMap(({ first, last }) => coverRange(4, first, last).map(({ text }) => text));
}

/** The same addresses in the fewest ranges, in order. */
export function joined(ranges: readonly Range[]): Range[] {
  const result: { first: number; last: number }[] = [];
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const previous = result.at(-1);
    if (previous !== undefined && first <= previous.last + 1) {
      previous.last = Math.max(previous.last, last);
    } else {
      result.push({ first, last });
    }
  }
  return result;
}

/** What is left of some ranges without others, in address order: linear, once both are sorted. */
export function withoutAll(ranges: readonly Range[], holes: readonly Range[]): Range[] {
  const all = joined(holes);
  const left: Range[] = [];
  let from = 0;
  for (const range of joined(ranges)) {
    while ((all[from]?.last ?? range.first) < range.first) {
      from += 1;
    }
    let to = from;
    while ((all[to]?.first ?? range.last + 1) <= range.last) {
      to += 1;
    }
    left.push(...without(range, all.slice(from, to)));
  }
  return left;
}

/** What is left of a range without some others. */
export function without(range: Range, holes: readonly Range[]): Range[] {
  let next = range.first;
  const left: Range[] = [];
  for (const { first, last } of joined(holes)) {
    if (first > next && next <= range.last) {
      left.push({ first: next, last: Math.min(first - 1, range.last) });
    }
    next = Math.max(next, last + 1);
  }
  return next <= range.last ? [...left, { first: next, last: range.last }] : left;
}

/** The parts of a range between edges, which are in order. */
export function cutAt({ first, last }: Range, edges: readonly number[]): Range[] {
  const inside = edges.slice(placeAfter(edges, first), placeAfter(edges, last));
  return [first, ...inside].map((start, index) => ({ first: start, last: (inside[index] ?? last + 1) - 1 }));
}

/** The place of the first edge behind a value. */
function placeAfter(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? value) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
