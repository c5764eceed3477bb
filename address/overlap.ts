import { type AddressOrder, ipv4Order, ipv6Order } from "./address-order";
import type { Prefix } from "./prefix";

/**
 * Visits every entry that lies inside another one, in address order (IPv4 before IPv6), with all entries that hold it:
 * outermost first, equal prefixes that came earlier included. Entries outside all others are not visited, and families
 * never meet.
 *
 * Prefixes nest or are disjoint, so one pass over the sorted entries with a stack of those still open finds them all: the
 * sort, and then linear. `enclosing` is that stack itself: it holds only during the visit, so copy what is to be kept.
 */
export function sweepOverlaps<T extends { readonly prefix: Prefix }>(
  entries: readonly T[],
  visit: (entry: T, enclosing: readonly T[]) => void,
): void {
  sweepOrdered(ipv4Order(entries), visit);
  sweepOrdered(ipv6Order(entries), visit);
}

function sweepOrdered<T, V extends number | bigint>(
  { entries, firsts, lasts }: AddressOrder<T, V>,
  visit: (entry: T, enclosing: readonly T[]) => void,
): void {
  const open: T[] = [];
  const openLasts: V[] = [];
  for (const [index, entry] of entries.entries()) {
    const first = firsts[index];
    const last = lasts[index];
    if (first === undefined || last === undefined) {
      return;
    }
    for (let top = openLasts.at(-1); top !== undefined && top < first; top = openLasts.at(-1)) {
      open.pop();
      openLasts.pop();
    }
    if (open.length > 0) {
      visit(entry, open);
    }
    open.push(entry);
    openLasts.push(last);
  }
}

/**
 * Every pair of entries that overlap, once: the one that holds the other first, of equal ones the one that came first.
 * As many pairs as there are: n equal prefixes have n(n-1)/2 of them.
 */
export function overlappingPairs<T extends { readonly prefix: Prefix }>(entries: readonly T[]): [outer: T, inner: T][] {
  const pairs: [T, T][] = [];
  sweepOverlaps(entries, (inner, enclosing) => {
    for (const outer of enclosing) {
      pairs.push([outer, inner]);
    }
  });
  return pairs;
}
