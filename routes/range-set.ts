import { joined, type Range } from "./covering";

/** Addresses that some ranges hold together, to be asked for many times. */
export class RangeSet {
  private readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    this.ranges = joined(ranges);
  }

  /** Whether all addresses of a range are in it. */
  holds({ first, last }: Range): boolean {
    const found = this.ranges[this.placeOf(first)];
    return found !== undefined && found.first <= first && last <= found.last;
  }

  /** The parts of a range, in order, each in it or not. */
  parts({ first, last }: Range): { readonly range: Range; readonly isIn: boolean }[] {
    const parts: { range: Range; isIn: boolean }[] = [];
    let next = first;
    for (let place = this.placeOf(first); next <= last; place += 1) {
      const found = this.ranges[place];
      const start = Math.min(found?.first ?? last + 1, last + 1);
      if (start > next) {
        parts.push({ range: { first: next, last: start - 1 }, isIn: false });
        next = start;
      }
      if (found !== undefined && next <= last) {
        const end = Math.min(found.last, last);
        parts.push({ range: { first: next, last: end }, isIn: true });
        next = end + 1;
      }
    }
    return parts;
  }

  /** The place of the first range that ends at an address or after it. */
  private placeOf(value: number): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle]?.last ?? value) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
