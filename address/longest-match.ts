import type { Address } from "./address";
import { type AddressOrder, ipv4Order, ipv6Order } from "./address-order";
import type { Family } from "./family";
import { cutIntervals, type IntervalCut, NEIGHBOURS_IPV4, NEIGHBOURS_IPV6 } from "./interval-cut";
import type { Prefix } from "./prefix";

export { coverRange } from "./cover-range";

/** A prefix and what belongs to it. */
export interface PrefixValue<T> {
  readonly prefix: Prefix;
  readonly value: T;
}

/** The longest prefix at an address, with the values of all entries that have it, in the order they were given. */
export interface Match<T> {
  readonly prefix: Prefix;
  readonly values: readonly T[];
}

/** Neighbouring addresses, `first` to `last` inclusive, that all have the same longest prefix. */
export interface Interval<T> {
  readonly family: Family;
  readonly first: number | bigint;
  readonly last: number | bigint;
  readonly match: Match<T>;
}

interface Table<T, V extends number | bigint> {
  readonly matches: readonly Match<T>[];
  /** Whose owners are places in `matches`. */
  readonly cut: IntervalCut<V>;
}

/**
 * Longest-prefix match, for every address at once: the space that the prefixes hold is cut into intervals with one
 * answer each. Linear after sorting; families apart.
 */
export class LongestMatch<T> {
  private readonly ipv4: Table<T, number>;
  private readonly ipv6: Table<T, bigint>;

  constructor(entries: readonly PrefixValue<T>[]) {
    const ipv4 = distinct(ipv4Order(entries));
    const ipv6 = distinct(ipv6Order(entries));
    this.ipv4 = { matches: ipv4.entries, cut: cutIntervals(ipv4, NEIGHBOURS_IPV4) };
    this.ipv6 = { matches: ipv6.entries, cut: cutIntervals(ipv6, NEIGHBOURS_IPV6) };
  }

  /** The longest prefix that holds an address, or undefined where none does. */
  lookup({ family, value }: Pick<Address, "family" | "value">): Match<T> | undefined {
    return family === 4 ? lookup(this.ipv4, Number(value)) : lookup(this.ipv6, BigInt(value));
  }

  /**
   * The space that the prefixes hold, in address order (IPv4 before IPv6): maximal intervals with one longest prefix
   * each. Addresses that no prefix holds are in none.
   */
  intervals(): Interval<T>[] {
    return [...intervals(this.ipv4, 4), ...intervals(this.ipv6, 6)];
  }
}

/** Equal prefixes put together. */
function distinct<T, V extends number | bigint>(order: AddressOrder<PrefixValue<T>, V>): AddressOrder<Match<T>, V> {
  const entries: { prefix: Prefix; values: T[] }[] = [];
  const firsts: V[] = [];
  const lasts: V[] = [];
  for (let index = 0; index < order.entries.length; index++) {
    const entry = order.entries[index];
    const first = order.firsts[index];
    const last = order.lasts[index];
    if (entry === undefined || first === undefined || last === undefined) {
      continue;
    }
    if (first === order.firsts[index - 1] && last === order.lasts[index - 1]) {
      entries.at(-1)?.values.push(entry.value);
    } else {
      entries.push({ prefix: entry.prefix, values: [entry.value] });
      firsts.push(first);
      lasts.push(last);
    }
  }
  return { entries, firsts, lasts };
}

function lookup<T, V extends number | bigint>({ matches, cut }: Table<T, V>, value: V): Match<T> | undefined {
  const index = intervalAt(cut, value);
  const owner = index === undefined ? undefined : cut.owners[index];
  return owner === undefined ? undefined : matches[owner];
}

// The last interval that starts at or before a value, if it reaches as far.
function intervalAt<V extends number | bigint>({ firsts, lasts }: IntervalCut<V>, value: V): number | undefined {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const first = firsts[middle];
    if (first !== undefined && first <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const last = lasts[low - 1];
  return last !== undefined && value <= last ? low - 1 : undefined;
}

function intervals<T, V extends number | bigint>({ matches, cut }: Table<T, V>, family: Family): Interval<T>[] {
  const found: Interval<T>[] = [];
  for (const [index, owner] of cut.owners.entries()) {
    const first = cut.firsts[index];
    const last = cut.lasts[index];
    const match = matches[owner];
    if (first !== undefined && last !== undefined && match !== undefined) {
      found.push({ family, first, last, match });
    }
  }
  return found;
}
