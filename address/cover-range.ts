import { addressText } from "./address";
import type { Family } from "./family";
import { type Prefix, prefixOf } from "./prefix";

/**
 * The fewest prefixes that together hold exactly the addresses from `first` to `last`, both inclusive, in address order:
 * each as large as fits, so none could be shorter without leaving the range. A range whose last address comes before its
 * first is a programming error: RangeError.
 */
export function coverRange(family: Family, first: number | bigint, last: number | bigint): Prefix[] {
  if (first > last) {
    throw new RangeError(`no range: ${addressText(family, first)} to ${addressText(family, last)}`);
  }
  const prefixes: Prefix[] = [];
  for (let next = first; next <= last; ) {
    const prefix = prefixOf({ family, value: next }, lengthFrom(family, next, last));
    prefixes.push(prefix);
    next = typeof prefix.last === "bigint" ? prefix.last + 1n : prefix.last + 1;
  }
  return prefixes;
}

function lengthFrom(family: Family, first: number | bigint, last: number | bigint): number {
  return family === 4 ? length4(Number(first), Number(last)) : length6(BigInt(first), BigInt(last));
}

// Doubled as long as the prefix would still begin at the first address and end in the range, which no prefix of more than
// the whole space does.
function length4(first: number, last: number): number {
  let size = 1;
  while (first % (size * 2) === 0 && first + size * 2 - 1 <= last) {
    size *= 2;
  }
  return 32 - Math.log2(size);
}

function length6(first: bigint, last: bigint): number {
  let length = 128;
  for (let size = 2n; first % size === 0n && first + size - 1n <= last; size *= 2n) {
    length--;
  }
  return length;
}
