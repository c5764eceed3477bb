import { inAddressOrder } from "./address-sort";
import { lengthIn, type RouteColumns, sourceIn, type UnsortedRoutes } from "./unsorted-routes";

/**
 * A routing information base: IPv4 routes in address order, in typed arrays, so that a million routes take some tens of
 * megabytes. Routes with one prefix form a group. Hubs and their gateways take IPv4 only.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq
 */
export class Rib {
  private constructor(
    private readonly columns: RouteColumns,
    /** Index of each group's first route; one more entry at the end. */
    private readonly groups: Uint32Array,
  ) {}

  /** Sorts routes by first address, then by prefix length, both rising; the order in which they came breaks ties. No routes are left in the list. */
  static of(routes: UnsortedRoutes): Rib {
    const columns = inAddressOrder(routes.take());
    return new Rib(columns, groupStarts(columns));
  }

  get size(): number {
    return this.columns.firsts.length;
  }

  get groupCount(): number {
    return this.groups.length - 1;
  }

  /** First address of a group's prefix. */
  firstOf(group: number): number {
    return this.columns.firsts[this.groups[group] ?? 0] ?? 0;
  }

  /** Prefix length of a group. */
  lengthOf(group: number): number {
    return lengthIn(this.columns.lengthsAndSources[this.groups[group] ?? 0] ?? 0);
  }

  lastOf(group: number): number {
    const first = this.firstOf(group);
    const length = this.lengthOf(group);
    // A shift by 32 does nothing.
    return length === 32 ? first : (first | (0xffff_ffff >>> length)) >>> 0;
  }

  /** Where a group's routes start; they end where those of the next group start. */
  startOf(group: number): number {
    return this.groups[group] ?? this.size;
  }

  /** The source of a route. Those of a group are in the order in which they came. */
  sourceAt(route: number): number {
    return sourceIn(this.columns.lengthsAndSources[route] ?? 0);
  }

  /**
   * Cuts the covered address space into intervals with one chain of covering prefixes each, in address order: exact, and
   * linear after sorting. `chain` holds groups from the shortest prefix to the longest, up to `depth`; it is reused.
   */
  walk(visit: (first: number, last: number, chain: Chain, depth: number) => void): void {
    const chain = new Uint32Array(33);
    const lasts = new Float64Array(33);
    let depth = 0;
    let next = 0;
    const closeUntil = (first: number): void => {
      while (depth > 0) {
        const last = lasts[depth - 1] ?? 0;
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
      lasts[depth] = this.lastOf(group);
      depth += 1;
    }
    closeUntil(2 ** 32);
  }
}

/** Groups of a RIB from the shortest covering prefix to the longest. */
export type Chain = Uint32Array;

function groupStarts({ firsts, lengthsAndSources }: RouteColumns): Uint32Array {
  const isStart = (at: number): boolean =>
    at === 0 ||
    firsts[at] !== firsts[at - 1] ||
    lengthIn(lengthsAndSources[at] ?? 0) !== lengthIn(lengthsAndSources[at - 1] ?? 0);
  let count = 0;
  for (let at = 0; at < firsts.length; at += 1) {
    count += isStart(at) ? 1 : 0;
  }
  const starts = new Uint32Array(count + 1);
  for (let at = firsts.length - 1; at >= 0; at -= 1) {
    if (isStart(at)) {
      count -= 1;
      starts[count] = at;
    }
  }
  starts[starts.length - 1] = firsts.length;
  return starts;
}
