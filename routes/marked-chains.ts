import { Chains } from "./chains";
import { MARK } from "./learned-routes";
import type { Rib } from "./rib";
import type { RouteSource } from "./source";

/** Routes in address order, beside prefixes that mark the addresses one asks about. */
export interface MarkedRoutes {
  readonly rib: Rib;
  /** By number; undefined for a mark. */
  readonly sources: readonly (RouteSource | undefined)[];
}

/** The intervals of marked addresses, each with the number of the chain of prefixes that hold it. */
export class MarkedChains {
  readonly chains: Chains;
  /** For each depth: the group that was there, the chain up to it, and whether it or a shorter one is marked. */
  private readonly groups = new Float64Array(34).fill(-1);
  private readonly numbers = new Uint32Array(34);
  private readonly marks = new Uint8Array(34);

  constructor(private readonly routes: MarkedRoutes) {
    this.chains = new Chains(routes.sources);
  }

  walk(visit: (first: number, last: number, chain: number) => void): void {
    this.routes.rib.walk((first, last, groups, depth) => {
      this.enter(groups, depth);
      if (this.marks[depth] === 1) {
        visit(first, last, this.numbers[depth] ?? 0);
      }
    });
  }

  // From the first group that is new: most intervals share all but their longest prefixes with the one before.
  private enter(groups: Uint32Array, depth: number): void {
    let at = depth;
    while (at > 0 && this.groups[at] !== groups[at - 1]) {
      at -= 1;
    }
    for (; at < depth; at += 1) {
      this.enterGroup(groups[at] ?? 0, at);
    }
  }

  private enterGroup(group: number, depth: number): void {
    const { rib } = this.routes;
    const end = rib.startOf(group + 1);
    let set = 0;
    let mark = this.marks[depth] ?? 0;
    for (let route = rib.startOf(group); route < end; route += 1) {
      const source = rib.sourceAt(route);
      if (source === MARK) {
        mark = 1;
      } else {
        set = this.chains.setWith(set, source);
      }
    }
    this.groups[depth + 1] = group;
    this.numbers[depth + 1] = this.chains.longer(this.numbers[depth] ?? 0, rib.lengthOf(group), set);
    this.marks[depth + 1] = mark;
  }
}
