import type { VirtualHub } from "../network/network";
import { preferenceOf } from "./choice";
import type { PrefixRoutes } from "./decision";

/** A hub that is asked, and whether it stands for all that have its preference and learn none of the deciding routes. */
export interface DecidingHub {
  readonly hub: VirtualHub;
  readonly stands: boolean;
}

/**
 * Which hubs need asking. A hub that learns none of the longest prefixes itself hears of them from others, and what it
 * does then depends on its preference alone: one such hub stands for all. So the work grows with the routes, and not with
 * routes times hubs.
 */
export class DecidingHubs {
  private readonly classes = new Map<string, VirtualHub[]>();
  private readonly places: ReadonlyMap<VirtualHub, number>;
  private readonly keys: ReadonlyMap<VirtualHub, string>;

  constructor(private readonly hubs: readonly VirtualHub[]) {
    this.places = new Map(hubs.map((hub, place) => [hub, place]));
    this.keys = new Map(hubs.map((hub) => [hub, preferenceOf(hub) ?? hub.resource.address]));
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

  /** Those among the hubs that fit, in the order of the hubs. */
  of(chain: readonly PrefixRoutes[], fits: (hub: VirtualHub) => boolean = () => true): readonly DecidingHub[] {
    const [only, ...others] = this.hubs;
    if (only !== undefined && others.length === 0) {
      return fits(only) ? [{ hub: only, stands: false }] : [];
    }
    const own = learners(chain);
    const deciding: DecidingHub[] = [];
    for (const hub of own) {
      if (fits(hub)) {
        deciding.push({ hub, stands: false });
      }
    }
    for (const hubs of this.classes.values()) {
      const stranger = hubs.find((hub) => !own.has(hub) && fits(hub));
      if (stranger !== undefined) {
        deciding.push({ hub: stranger, stands: true });
      }
    }
    return deciding.sort((a, b) => this.placeOf(a) - this.placeOf(b));
  }

  private placeOf({ hub }: DecidingHub): number {
    return this.places.get(hub) ?? 0;
  }
}

/** The hubs that learn a prefix themselves, down to the longest of which every hub hears. */
function learners(chain: readonly PrefixRoutes[]): Set<VirtualHub> {
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

// A hub that chooses a static route tells the others nothing.
function isHeard({ sources }: PrefixRoutes): boolean {
  return sources.some(({ hub, kind }) => {
    return kind !== "static" && !sources.some((other) => other.kind === "static" && other.hub === hub);
  });
}
