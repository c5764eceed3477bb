import { coverRange } from "../address/longest-match";
import type { Prefix } from "../address/prefix";
import { rangesOf, without } from "./covering";

/** Addresses in order, to be taken out of prefixes. */
export class Addresses {
  private readonly sorted: readonly number[];
  private readonly least: number;
  private readonly most: number;

  constructor(values: readonly number[]) {
    this.sorted = [...new Set(values)].sort((a, b) => a - b);
    this.least = this.sorted[0] ?? Number.POSITIVE_INFINITY;
    this.most = this.sorted.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  /** Whether a prefix holds one of them. */
  areIn(first: number, length: number): boolean {
    // Asked of every protected prefix, and most lie beside all of them.
    if (first > this.most || first + 2 ** (32 - length) <= this.least) {
      return false;
    }
    const next = this.sorted[this.placeOf(first)];
    return next !== undefined && next < first + 2 ** (32 - length);
  }

  /** What is left of a prefix without them; an IPv6 one as it is. */
  outOf(prefix: Prefix): readonly Prefix[] {
    const [range] = rangesOf(prefix);
    if (range === undefined || !this.areIn(range.first, prefix.length)) {
      return [prefix];
    }
    const inside: number[] = [];
    for (
      let place = this.placeOf(range.first);
      (this.sorted[place] ?? Number.POSITIVE_INFINITY) <= range.last;
      place += 1
    ) {
      inside.push(this.sorted[place] ?? 0);
    }
    const left = without(
      range,
      inside.map((value) => ({ first: value, last: value })),
    );
    return left.flatMap(({ first, last }) => coverRange(4, first, last));
  }

  /** The place of the first that is no less than a value. */
  private placeOf(value: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] ?? 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
