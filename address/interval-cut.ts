import type { AddressOrder } from "./address-order";

/**
 * The addresses that prefixes hold, cut where the longest prefix changes, in columns: interval `i` runs from `firsts[i]`
 * to `lasts[i]`, and the longest prefix there is entry `owners[i]` of the order.
 */
export interface IntervalCut<V extends number | bigint> {
  readonly firsts: V[];
  readonly lasts: V[];
  readonly owners: number[];
}

/** The addresses before and after one. */
export interface Neighbours<V extends number | bigint> {
  readonly before: (value: V) => V;
  readonly after: (value: V) => V;
}

export const NEIGHBOURS_IPV4: Neighbours<number> = { before: (value) => value - 1, after: (value) => value + 1 };
export const NEIGHBOURS_IPV6: Neighbours<bigint> = { before: (value) => value - 1n, after: (value) => value + 1n };

/**
 * Cuts in one pass over ordered prefixes, each different from the others, with a stack of those still open: fewer than
 * two intervals a prefix.
 */
export function cutIntervals<T, V extends number | bigint>(
  order: AddressOrder<T, V>,
  neighbours: Neighbours<V>,
): IntervalCut<V> {
  const cut: IntervalCut<V> = { firsts: [], lasts: [], owners: [] };
  const open: number[] = [];
  // Where the part of the innermost open prefix begins that is not cut off yet.
  let reached: V | undefined;

  const cutOff = (owner: number, last: V) => {
    if (reached !== undefined && reached <= last) {
      cut.firsts.push(reached);
      cut.lasts.push(last);
      cut.owners.push(owner);
    }
  };
  const closeBefore = (first: V | undefined) => {
    for (let owner = open.at(-1); owner !== undefined; owner = open.at(-1)) {
      const last = order.lasts[owner];
      if (last === undefined || (first !== undefined && last >= first)) {
        return;
      }
      cutOff(owner, last);
      reached = neighbours.after(last);
      open.pop();
    }
  };

  for (let owner = 0; owner < order.entries.length; owner++) {
    const first = order.firsts[owner];
    if (first !== undefined) {
      closeBefore(first);
      const outer = open.at(-1);
      if (outer !== undefined) {
        cutOff(outer, neighbours.before(first));
      }
      reached = first;
      open.push(owner);
    }
  }
  closeBefore(undefined);
  return cut;
}
