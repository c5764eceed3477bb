import type { Network, VirtualHub } from "../network/network";
import { preferenceOf } from "./choice";
import { type Decision, decide, type PrefixRoutes } from "./decision";
import { type Protected, protectedFrom, protectedGroups } from "./protected";
import type { Opening, RouteSource } from "./source";
import { type HubGroup, type MarkedRoutes, marked, routesOf } from "./wan-routes";

/** Neighbouring protected addresses that a hub treats alike. */
export interface Flow {
  /** One hub of those that decide alike. Its spokes follow its default table, and so decide alike too. */
  readonly hub: VirtualHub;
  readonly first: number;
  readonly last: number;
  readonly decision: Decision;
  /** What becomes of it when no tunnel on the private path is left. */
  readonly withoutTunnels: Decision;
  /** The routes of the prefixes that hold it, from the shortest to the longest. */
  readonly chain: readonly PrefixRoutes[];
}

/** What becomes of all protected addresses, from every hub of a WAN. */
export interface TowardsOnPremises {
  readonly group: HubGroup;
  readonly protected: Protected;
  readonly flows: readonly Flow[];
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
  return { group, protected: wanted, openings, flows: flowsOver(marked(routes, wanted.prefixes), group.hubs) };
}

/** The flows to all marked addresses, from every hub that decides in its own way. */
export function flowsOver(routes: MarkedRoutes, hubs: readonly VirtualHub[]): Flow[] {
  const { rib } = routes;
  const prefixes = new PrefixesByGroup(routes);
  const strangers = new Strangers(hubs);
  const decisions = new DecisionsByPrefix();
  const decisionsWithout = new DecisionsByPrefix();
  const flows: Flow[] = [];
  rib.walk((first, last, groups, depth) => {
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
      for (const hub of strangers.deciding(chain)) {
        const decision = decisions.at(hub, chain);
        flows.push({ hub, first, last, chain, decision, withoutTunnels: decisionsWithout.at(hub, left) });
      }
    }
  });
  return flows;
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
    const known = this.byHub.get(hub) ?? new Map<PrefixRoutes | undefined, Decision>();
    this.byHub.set(hub, known);
    const longest = chain.at(-1);
    const found = known.get(longest) ?? decide(hub, chain);
    known.set(longest, found);
    return found;
  }
}

interface GroupRoutes {
  readonly marked: boolean;
  readonly all: PrefixRoutes;
  readonly withoutTunnels: PrefixRoutes;
}

/** The routes of each prefix, looked up once. */
class PrefixesByGroup {
  private readonly found: GroupRoutes[] = [];

  constructor(private readonly routes: MarkedRoutes) {}

  of(group: number): GroupRoutes {
    const found = this.found[group] ?? this.read(group);
    this.found[group] = found;
    return found;
  }

  private read(group: number): GroupRoutes {
    const numbers = this.routes.rib.sourcesOf(group);
    const length = this.routes.rib.lengthOf(group);
    const sources: RouteSource[] = [];
    for (const number of numbers) {
      const source = this.routes.sources[number];
      if (source !== undefined && !sources.includes(source)) {
        sources.push(source);
      }
    }
    const all = { length, sources };
    const others = sources.filter(({ carriage }) => carriage !== "private-tunnel");
    const withoutTunnels = others.length === sources.length ? all : { length, sources: others };
    return { marked: numbers.includes(0), all, withoutTunnels };
  }
}

/**
 * A hub that learns none of the routes itself depends on nothing but its preference: one of those stands for all. So the
 * work grows with the routes, and not with routes times hubs.
 */
class Strangers {
  private readonly classes = new Map<string, VirtualHub[]>();
  private readonly places: ReadonlyMap<VirtualHub, number>;

  constructor(private readonly hubs: readonly VirtualHub[]) {
    this.places = new Map(hubs.map((hub, place) => [hub, place]));
    for (const hub of hubs) {
      const key = preferenceOf(hub) ?? hub.resource.address;
      this.classes.set(key, [...(this.classes.get(key) ?? []), hub]);
    }
  }

  deciding(chain: readonly PrefixRoutes[]): Iterable<VirtualHub> {
    if (this.hubs.length === 1) {
      return this.hubs;
    }
    const deciding = new Set(chain.flatMap(({ sources }) => sources.map(({ hub }) => hub)));
    const own = new Set(deciding);
    for (const hubs of this.classes.values()) {
      const stranger = hubs.find((hub) => !own.has(hub));
      if (stranger !== undefined) {
        deciding.add(stranger);
      }
    }
    return [...deciding].sort((a, b) => (this.places.get(a) ?? 0) - (this.places.get(b) ?? 0));
  }
}
