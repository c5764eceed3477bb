import type { Prefix } from "./prefix";

/** Entries of one family in address order, shorter prefixes before the longer ones that they hold, in columns. */
export interface AddressOrder<T, V extends number | bigint> {
  readonly entries: readonly T[];
  readonly firsts: ArrayLike<V>;
  readonly lasts: ArrayLike<V>;
}

interface Prefixed {
  readonly prefix: Prefix;
}

/**
 * The IPv4 entries in address order; equal prefixes keep their order.
 *
 * A radix sort over typed arrays: the comparison sort of a million entries takes several times as long, most of it in
 * reading the objects again for each comparison.
 */
export function ipv4Order<T extends Prefixed>(entries: readonly T[]): AddressOrder<T, number> {
  const own = entries.filter((entry) => entry.prefix.family === 4);
  const firsts = new Uint32Array(own.length);
  const lengths = new Uint32Array(own.length);
  for (let index = 0; index < own.length; index++) {
    const prefix = own[index]?.prefix;
    firsts[index] = Number(prefix?.first);
    lengths[index] = Number(prefix?.length);
  }
  return inOrder(own, firsts, lengths, sortedIndices(firsts, lengths));
}

function inOrder<T>(
  own: readonly T[],
  firsts: Uint32Array,
  lengths: Uint32Array,
  order: Uint32Array,
): AddressOrder<T, number> {
  const sorted: T[] = [];
  const sortedFirsts = new Uint32Array(own.length);
  const sortedLasts = new Uint32Array(own.length);
  for (const index of order) {
    const entry = own[index];
    if (entry !== undefined) {
      const first = firsts[index] ?? 0;
      sortedFirsts[sorted.length] = first;
      sortedLasts[sorted.length] = first + 2 ** (32 - (lengths[index] ?? 0)) - 1;
      sorted.push(entry);
    }
  }
  return { entries: sorted, firsts: sortedFirsts, lasts: sortedLasts };
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

// Least significant key first; each pass keeps the order of the one before among equals.
function sortedIndices(firsts: Uint32Array, lengths: Uint32Array): Uint32Array {
  const given = new Uint32Array(firsts.length).map((_, index) => index);
  const byLength = countingPass(given, lengths, 0);
  const byLowBits = countingPass(byLength, firsts, 0);
  const byMiddleBits = countingPass(byLowBits, firsts, DIGIT_BITS);
  return countingPass(byMiddleBits, firsts, 2 * DIGIT_BITS);
}

function countingPass(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGITS + 1);
  for (let index = 0; index < keys.length; index++) {
    const digit = ((keys[index] ?? 0) >>> shift) % DIGITS;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit++) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  const sorted = new Uint32Array(order.length);
  for (let from = 0; from < order.length; from++) {
    const index = order[from] ?? 0;
    const digit = ((keys[index] ?? 0) >>> shift) % DIGITS;
    const place = places[digit] ?? 0;
    sorted[place] = index;
    places[digit] = place + 1;
  }
  return sorted;
}

/** The IPv6 entries in address order; equal prefixes keep their order. */
export function ipv6Order<T extends Prefixed>(entries: readonly T[]): AddressOrder<T, bigint> {
  const own = entries.filter((entry) => entry.prefix.family === 6);
  own.sort((a, b) => compareNumbers(a.prefix.first, b.prefix.first) || a.prefix.length - b.prefix.length);
  return {
    entries: own,
    firsts: own.map((entry) => BigInt(entry.prefix.first)),
    lasts: own.map((entry) => BigInt(entry.prefix.last)),
  };
}

function compareNumbers(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
