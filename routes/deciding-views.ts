import type { VirtualHub } from "../network/network";
import { type PrefixRoutes, preferenceOf } from "./choice";
import type { HubTable } from "./hub-table";
import type { Propagation } from "./propagation";
import type { Opening, RouteSource } from "./source";
import type { SpokeViews } from "./spoke-views";
import type { View, WanViews } from "./view";

/** A view that is asked, and whether its hub stands for all that decide alike and learn none of the deciding routes. */
export interface DecidingView {
  readonly view: View;
  readonly stands: boolean;
  /** Those that it may stand for, and others that have its preference. */
  readonly alike: readonly VirtualHub[];
}

/**
 * Which views need asking. A hub that learns none of the longest prefixes itself hears of them from others, and what it
 * does then depends on its preference and on what comes into its default table: one such hub stands for all alike. So the
 * work grows with the routes, and not with routes times hubs. Spokes that follow something else are asked each.
 */
export class DecidingViews {
  private readonly classes = new Map<string, VirtualHub[]>();
  private readonly places: ReadonlyMap<VirtualHub, number>;
  private readonly keys: ReadonlyMap<VirtualHub, string>;
  private readonly views: WanViews;

  /**
   * @param sources of all routes
   * @param openings routes that may be there
   */
  constructor(
    private readonly spokes: SpokeViews,
    sources: Iterable<RouteSource | undefined>,
    openings: readonly Opening[],
  ) {
    this.views = spokes.views;
    const { hubs } = this.views;
    const named = namedIn(this.views, sources, openings);
    this.places = new Map(hubs.map((hub, place) => [hub, place]));
    this.keys = new Map(hubs.map((hub) => [hub, keyOf(hub, this.views.of(hub).table, named.get(hub) ?? [])]));
    for (const hub of hubs) {
      const key = this.classOf(hub);
      const same = this.classes.get(key);
      if (same === undefined) {
        this.classes.set(key, [hub]);
      } else {
        same.push(hub);
      }
    }
  }

  /** Hubs with one key decide alike where none of them learns a deciding route itself. */
  classOf(hub: VirtualHub): string {
    return this.keys.get(hub) ?? "";
  }

  /** Those whose hub fits, in the order of the hubs; what spokes follow comes behind all hubs. */
  of(chain: readonly PrefixRoutes[], fits: (view: View) => boolean = () => true): readonly DecidingView[] {
    const ofSpokes = this.spokes.others.filter((view) => differs(view, chain) && fits(view));
    const asked = this.ofHubs(chain, (hub) => fits(this.views.of(hub)));
    return ofSpokes.length === 0 ? asked : [...asked, ...ofSpokes.map((view) => ({ view, stands: false, alike: [] }))];
  }

  private ofHubs(chain: readonly PrefixRoutes[], fits: (hub: VirtualHub) => boolean): readonly DecidingView[] {
    const [only, ...others] = this.views.hubs;
    if (only !== undefined && others.length === 0) {
      return fits(only) ? [{ view: this.views.of(only), stands: false, alike: [] }] : [];
    }
    const own = learners(chain);
    const deciding: DecidingView[] = [];
    for (const hub of own) {
      if (fits(hub)) {
        deciding.push({ view: this.views.of(hub), stands: false, alike: [] });
      }
    }
    for (const hubs of this.classes.values()) {
      const stranger = hubs.find((hub) => !own.has(hub) && fits(hub));
      if (stranger !== undefined) {
        deciding.push({ view: this.views.of(stranger), stands: true, alike: hubs });
      }
    }
    return deciding.sort((a, b) => this.placeOf(a) - this.placeOf(b));
  }

  private placeOf({ view }: DecidingView): number {
    return this.places.get(view.hub) ?? 0;
  }
}

/** By what hubs differ: routes of others that name the default table of some, and openings that only some may have. */
function namedIn(
  views: WanViews,
  sources: Iterable<RouteSource | undefined>,
  openings: readonly Opening[],
): Map<VirtualHub, string[]> {
  const found = new Map<VirtualHub, string[]>();
  const enter = (hub: VirtualHub, what: string) => found.set(hub, [...(found.get(hub) ?? []), what]);
  let number = 0;
  for (const source of sources) {
    number += 1;
    for (const hub of source === undefined || source.propagation.everywhere ? [] : source.propagation.named) {
      if (hub !== source?.hub) {
        enter(hub, `route ${number}`);
      }
    }
  }
  for (const [place, { propagation }] of openings.entries()) {
    const hubs = propagation.everywhere ? [] : views.hubs.filter((hub) => mayReach(propagation, views.of(hub)));
    for (const hub of hubs.length === views.hubs.length ? [] : hubs) {
      enter(hub, `opening ${place}`);
    }
  }
  return found;
}

function mayReach(propagation: Propagation, { table }: View): boolean {
  return propagation.into(table) !== "no";
}

function keyOf(hub: VirtualHub, table: HubTable, named: readonly string[]): string {
  const preference = preferenceOf(hub) ?? hub.resource.address;
  const labels = table.labelUnknowns.length > 0 ? [table.name] : [...table.labels].sort();
  return JSON.stringify([preference, labels, named]);
}

/** Whether spokes may do something else than their hub: their table is another, or the chain has 0.0.0.0/0 of the hub. */
export function differs({ table, hub }: View, chain: readonly PrefixRoutes[]): boolean {
  const [shortest] = chain;
  return table.custom !== undefined || (shortest?.length === 0 && shortest.sources.some((one) => one.hub === hub));
}

/** The hubs that learn a prefix themselves, down to the longest of which every hub hears. */
export function learners(chain: readonly PrefixRoutes[]): Set<VirtualHub> {
  const found = new Set<VirtualHub>();
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const routes = chain[index];
    for (const { hub } of routes?.sources ?? []) {
      found.add(hub);
    }
    if (routes !== undefined && isHeard(routes)) {
      break;
    }
  }
  return found;
}

// Of 0.0.0.0/0 no other hub hears, and a hub with a route that doesn't come everywhere may not tell the one that does.
// What a next hop sends on takes shorter prefixes, and perhaps back to a hub that it came from.
function isHeard({ sources, length }: PrefixRoutes): boolean {
  return (
    length > 0 &&
    sources.every(({ carriage }) => carriage !== "onward") &&
    sources.some(({ hub, propagation }) => {
      return propagation.everywhere && sources.every((one) => one.hub !== hub || one.propagation.everywhere);
    })
  );
}
