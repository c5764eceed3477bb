import type { Network, VirtualHub } from "../network/network";
import type { Range } from "./covering";
import { DecidingHubs } from "./deciding-hubs";
import { type Decision, decide, isAlike, isOnPrivatePath, type PrefixRoutes } from "./decision";
import { PrefixesByGroup } from "./prefixes-by-group";
import { type Protected, protectedFrom, protectedGroups } from "./protected";
import type { Opening } from "./source";
import { type HubGroup, type MarkedRoutes, marked, routesOf } from "./wan-routes";

/** Neighbouring protected addresses that a hub treats alike. Spokes follow their hub's default table. */
export interface Flow extends Range {
  readonly hub: VirtualHub;
  /** Whether the hub stands for all that have its preference and learn none of the deciding routes themselves. */
  readonly stands: boolean;
  readonly decision: Decision;
  /** The routes of the prefixes that hold it, from the shortest to the longest. */
  readonly chain: readonly PrefixRoutes[];
}

/** What a hub does with what tunnels on the private path carried, when none of them is left. */
export interface AfterLoss {
  readonly hub: VirtualHub;
  readonly stands: boolean;
  readonly decision: Decision;
  readonly ranges: readonly Range[];
}

/** Flows as they are, and without any tunnel on the private path. */
export interface Flows {
  readonly flows: readonly Flow[];
  readonly afterLoss: readonly AfterLoss[];
}

/** What becomes of all protected addresses, from every hub of a WAN. */
export interface TowardsOnPremises extends Flows {
  readonly group: HubGroup;
  readonly protected: Protected;
  readonly openings: readonly Opening[];
}

const known = new WeakMap<Network, readonly TowardsOnPremises[]>();

/** Decides for every protected address, from every hub: exact, in one pass over the sorted routes. */
export function towardsOnPremises(network: Network): readonly TowardsOnPremises[] {
  const found = known.get(network) ?? protectedGroups(network).map((group) => analysed(network, group));
  known.set(network, found);
  return found;
}

function analysed(network: Network, group: HubGroup): TowardsOnPremises {
  const wanted = protectedFrom(network, group);
  const { routes, openings } = routesOf(network, group);
  return { group, protected: wanted, openings, ...flowsOver(marked(routes, wanted.prefixes), group.hubs) };
}

/** The flows to all marked addresses, from every hub that decides in its own way. */
export function flowsOver(routes: MarkedRoutes, hubs: readonly VirtualHub[]): Flows {
  const prefixes = new PrefixesByGroup(routes);
  const deciding = new DecidingHubs(hubs);
  const decisions = new DecisionsByPrefix();
  const flows: Flow[] = [];
  const losses = new Losses(deciding);
  routes.rib.walk((first, last, groups, depth) => {
    const chain: PrefixRoutes[] = [];
    const left: PrefixRoutes[] = [];
    let isMarked = false;
    for (let at = 0; at < depth; at += 1) {
      const one = prefixes.of(groups[at] ?? 0);
      isMarked ||= one.marked;
      addTo(chain, one.all);
      addTo(left, one.withoutTunnels);
    }
    if (isMarked) {
      const here = deciding.of(chain).map(({ hub, stands }): Flow => {
        return { hub, stands, first, last, chain, decision: decisions.at(hub, chain) };
      });
      for (const flow of here) {
        flows.push(flow);
      }
      losses.add(here, left);
    }
  });
  return { flows, afterLoss: losses.found };
}

function addTo(chain: PrefixRoutes[], routes: PrefixRoutes): void {
  if (routes.sources.length > 0) {
    chain.push(routes);
  }
}

/** The prefixes that hold a prefix are always the same: what a hub decides is the same wherever the longest one is. */
class DecisionsByPrefix {
  private readonly byHub = new Map<VirtualHub, Map<PrefixRoutes | undefined, Decision>>();

  at(hub: VirtualHub, chain: readonly PrefixRoutes[]): Decision {
    const here = this.byHub.get(hub) ?? new Map<PrefixRoutes | undefined, Decision>();
    this.byHub.set(hub, here);
    const longest = chain.at(-1);
    const found = here.get(longest) ?? decide(hub, chain);
    here.set(longest, found);
    return found;
  }
}

interface Collected extends AfterLoss {
  readonly ranges: { readonly first: number; last: number }[];
}

/** What becomes of flows on the private path without its tunnels; neighbours that go one way are one range. */
class Losses {
  readonly found: Collected[] = [];
  private readonly decisions = new DecisionsByPrefix();
  private readonly byDecision = new Map<Decision, Collected>();

  constructor(private readonly deciding: DecidingHubs) {}

  add(flows: readonly Flow[], left: readonly PrefixRoutes[]): void {
    if (!flows.some(isSafe)) {
      return;
    }
    const carried = (hub: VirtualHub): boolean => {
      const before = flows.find((flow) => flow.hub === hub) ?? flows.find((flow) => this.standsFor(flow, hub));
      return before !== undefined && isSafe(before);
    };
    const [range] = flows;
    if (range !== undefined) {
      for (const { hub, stands } of this.deciding.of(left, carried)) {
        this.collect(hub, stands, this.decisions.at(hub, left), range);
      }
    }
  }

  private standsFor(flow: Flow, hub: VirtualHub): boolean {
    return flow.stands && this.deciding.classOf(flow.hub) === this.deciding.classOf(hub);
  }

  private collect(hub: VirtualHub, stands: boolean, decision: Decision, { first, last }: Range): void {
    const collected = this.byDecision.get(decision) ?? { hub, stands, decision, ranges: [] };
    if (!this.byDecision.has(decision)) {
      this.byDecision.set(decision, collected);
      this.found.push(collected);
    }
    const previous = collected.ranges.at(-1);
    if (previous !== undefined && previous.last + 1 === first) {
      previous.last = last;
    } else {
      collected.ranges.push({ first, last });
    }
  }
}

function isSafe({ decision, chain }: Flow): boolean {
  return isOnPrivatePath(decision) && !isAlike(decision, chain);
}
