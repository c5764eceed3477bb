/**
 * A routing information base: IPv4 routes in address order, in typed arrays, so that a million routes take some tens of
 * megabytes. Routes with one prefix form a group. Hubs and their gateways take IPv4 only.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq
 */
export class Rib {
  private constructor(
    private readonly firsts: Float64Array,
    private readonly lengths: Uint8Array,
    private readonly sources: Uint32Array,
    /** Index of each group's first route; one more entry at the end. */
    private readonly groups: Uint32Array,
  ) {}

  /** Sorts routes by first address, then by prefix length, both rising; the order in which they came breaks ties. */
  static of(routes: UnsortedRoutes): Rib {
    const order = addressOrder(routes);
    const firsts = new Float64Array(order.length);
    const lengths = new Uint8Array(order.length);
    const sources = new Uint32Array(order.length);
    for (let at = 0; at < order.length; at += 1) {
      const from = order[at] ?? 0;
      firsts[at] = routes.firstAt(from);
      lengths[at] = routes.lengthAt(from);
      sources[at] = routes.sourceAt(from);
    }
    return new Rib(firsts, lengths, sources, groupStarts(firsts, lengths));
  }

  get size(): number {
    return this.sources.length;
  }

  get groupCount(): number {
    return this.groups.length - 1;
  }

  /** First address of a group's prefix. */
  firstOf(group: number): number {
    return this.firsts[this.groups[group] ?? 0] ?? 0;
  }

  /** Prefix length of a group. */
  lengthOf(group: number): number {
    return this.lengths[this.groups[group] ?? 0] ?? 0;
  }

  lastOf(group: number): number {
    return this.firstOf(group) + 2 ** (32 - this.lengthOf(group)) - 1;
  }

  /** The sources that have a route for a group's prefix, in the order in which they came. */
  sourcesOf(group: number): Uint32Array {
    return this.sources.subarray(this.groups[group], this.groups[group + 1]);
  }

  /**
   * Cuts the covered address space into intervals with one chain of covering prefixes each, in address order: exact, and
   * linear after sorting. `chain` holds groups from the shortest prefix to the longest, up to `depth`; it is reused.
   */
  walk(visit: (first: number, last: number, chain: Chain, depth: number) => void): void {
    const chain = new Uint32Array(33);
    let depth = 0;
    let next = 0;
    const closeUntil = (first: number): void => {
      while (depth > 0) {
        const last = this.lastOf(chain[depth - 1] ?? 0);
        if (last >= first) {
          return;
        }
        if (next <= last) {
          visit(next, last, chain, depth);
          next = last + 1;
        }
        depth -= 1;
      }
    };
    for (let group = 0; group < this.groupCount; group += 1) {
      const first = this.firstOf(group);
      closeUntil(first);
      if (depth > 0 && next < first) {
        visit(next, first - 1, chain, depth);
      }
      next = first;
      chain[depth] = group;
      depth += 1;
    }
    closeUntil(2 ** 32);
  }
}

/** Groups of a RIB from the shortest covering prefix to the longest. */
export type Chain = Uint32Array;

/** Routes as they come: first address, prefix length and source, packed. */
export class UnsortedRoutes {
  private firsts = new Uint32Array(64);
  private lengths = new Uint8Array(64);
  private sources = new Uint32Array(64);
  private used = 0;

  get size(): number {
    return this.used;
  }

  add(first: number, length: number, source: number): void {
    if (this.used === this.firsts.length) {
      this.grow();
    }
    this.firsts[this.used] = first;
    this.lengths[this.used] = length;
    this.sources[this.used] = source;
    this.used += 1;
  }

  firstAt(index: number): number {
    return this.firsts[index] ?? 0;
  }

  lengthAt(index: number): number {
    return this.lengths[index] ?? 0;
  }

  sourceAt(index: number): number {
    return this.sources[index] ?? 0;
  }

  private grow(): void {
    const size = this.firsts.length * 2;
    const firsts = new Uint32Array(size);
    firsts.set(this.firsts);
    this.firsts = firsts;
    const lengths = new Uint8Array(size);
    lengths.set(this.lengths);
    this.lengths = lengths;
    const sources = new Uint32Array(size);
    sources.set(this.sources);
    this.sources = sources;
  }
}

// Least significant digit first: the length, then the first address in two digits of 16 bits. Every pass is stable.
function addressOrder(routes: UnsortedRoutes): Uint32Array {
  let order = Uint32Array.from({ length: routes.size }, (_, index) => index);
  order = countingPass(order, 33, (index) => routes.lengthAt(index));
  order = countingPass(order, 65536, (index) => routes.firstAt(index) & 0xffff);
  return countingPass(order, 65536, (index) => routes.firstAt(index) >>> 16);
}

function countingPass(
  order: Uint32Array,
  digits: number,
  digitOf: (index: number) => number,
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(digits + 1);
  for (const index of order) {
    const slot = digitOf(index) + 1;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let digit = 1; digit <= digits; digit += 1) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const digit = digitOf(index);
    const slot = starts[digit] ?? 0;
    sorted[slot] = index;
    starts[digit] = slot + 1;
  }
  return sorted;
}

function groupStarts(firsts: Float64Array, lengths: Uint8Array): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < firsts.length; at += 1) {
    if (at === 0 || firsts[at] !== firsts[at - 1] || lengths[at] !== lengths[at - 1]) {
      starts.push(at);
    }
  }
  starts.push(firsts.length);
  return Uint32Array.from(starts);
}
