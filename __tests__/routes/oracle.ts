import type { VirtualHub } from "../../network/network";
import type { Carriage, RouteSource } from "../../routes/source";

/**
 * Routing looked up address by address, route by route, with none of the engine's parts: ranks instead of steps, every
 * possible value instead of "unknown". Slow, for small address spaces.
 */
export interface World {
  readonly preferenceOf: (hub: VirtualHub) => string;
  readonly asPathLengthOf: (source: Source) => number;
  /** Whether a hub that prefers another hub's route still tells its own. */
  readonly keepsTelling: boolean;
  /** Whether a hub tells what it chooses among all its routes, or among those that come to the one it tells. */
  readonly tellsBestOfAll: boolean;
  /** Whether another hub's route wins where the hub's own AS path is two or more longer. */
  readonly races: (hub: VirtualHub) => boolean;
  /** Whether a hub takes a longer prefix of its own for packets from another hub too, which it didn't tell. */
  readonly decidesByItsOwn: boolean;
  /** Whether weight comes before the AS path among the ExpressRoute connections of a hub. */
  readonly weightFirst: boolean;
  /** The doubtful reaches that hold, by name. */
  readonly holding: readonly string[];
}

/** Where routes come from, as far as it is looked at here. */
export type Source = Pick<RouteSource, "kind" | "hub" | "carriage" | "asPathLength" | "weight">;

/** Where packets are: at a hub, or at a spoke that follows another table of it, or doesn't hear of its 0.0.0.0/0. */
export interface Place {
  readonly hub: VirtualHub;
  /** Undefined: the hub's default table. */
  readonly table?: string;
  readonly isDeaf?: boolean;
}

/** Which tables hold the routes of a source: `yes`, `no`, or the name of what that rests on. */
export type Reaches = (source: Source, place: Place) => string;

interface Option {
  readonly source: Source;
  readonly hops: number;
}

/** `internet`: encrypted, but not on the private path, or not all of it. */
export type Outcome = "encrypted" | "internet" | "clear" | "inside" | "dropped" | "undecided";

const OUTCOMES: { readonly [carriage in Carriage]: Outcome } = {
  "private-tunnel": "encrypted",
  "internet-tunnel": "internet",
  "plain-tunnel": "clear",
  clear: "clear",
  azure: "inside",
  onward: "undecided",
  unknown: "undecided",
};

/** Hubs of one WAN, what they learn, and where that comes to. */
export interface Known {
  readonly hubs: readonly VirtualHub[];
  readonly routes: readonly { readonly first: number; readonly length: number; readonly source: Source }[];
  readonly reaches: Reaches;
  /** Hubs whose routing intent sends private traffic through a firewall. */
  readonly inspected?: ReadonlySet<VirtualHub>;
}

/** What becomes of a packet to one address from one place. */
export function outcomeAt(
  address: number,
  place: Place,
  known: Known,
  world: World,
  passed: readonly VirtualHub[] = [],
): Outcome {
  const holding = known.routes.filter(
    ({ first, length }) => Math.floor(address / 2 ** (32 - length)) === first / 2 ** (32 - length),
  );
  for (const length of [...new Set(holding.map((route) => route.length))].sort((a, b) => b - a)) {
    const sources = holding.filter((route) => route.length === length).map(({ source }) => source);
    const asked = new Prefix(sources, length, known, world);
    const best = asked.chosenBy(place);
    if (best.length > 0 && length === 0 && known.inspected?.has(place.hub) === true) {
      return "undecided";
    }
    if (best.length > 0) {
      return combined(best.map(({ source }) => endOf(source, address, place.hub, asked, known, world, passed)));
    }
  }
  return "dropped";
}

function endOf(
  source: Source,
  address: number,
  hub: VirtualHub,
  asked: Prefix,
  known: Known,
  world: World,
  passed: readonly VirtualHub[],
): Outcome {
  if (source.hub === hub) {
    return source.carriage === "onward"
      ? outcomeAt(address, { hub }, withoutOnward(known, hub), world, passed)
      : OUTCOMES[source.carriage];
  }
  // Back at a hub: round and round, or its appliance tells the packets apart.
  return passed.includes(source.hub) || !asked.comesTo(source, { hub: source.hub })
    ? "undecided"
    : outcomeAt(address, { hub: source.hub }, world.decidesByItsOwn ? known : upTo(known, asked.length), world, [
        ...passed,
        hub,
      ]);
}

function upTo(known: Known, length: number): Known {
  return { ...known, routes: known.routes.filter((route) => route.length <= length) };
}

function withoutOnward(known: Known, hub: VirtualHub): Known {
  return { ...known, routes: known.routes.filter(({ source }) => source.hub !== hub || source.carriage !== "onward") };
}

function combined(outcomes: readonly Outcome[]): Outcome {
  const [first = "dropped"] = outcomes;
  if (outcomes.every((one) => one === first)) {
    return first;
  }
  if (outcomes.every((one) => one === "encrypted" || one === "internet")) {
    return "internet";
  }
  return outcomes.includes("clear") && !outcomes.includes("undecided") ? "clear" : "undecided";
}

/** The routes of one prefix, as the hubs learn and tell them. */
class Prefix {
  constructor(
    private readonly sources: readonly Source[],
    readonly length: number,
    private readonly known: Known,
    private readonly world: World,
  ) {}

  comesTo(source: Source, place: Place): boolean {
    const reach = this.known.reaches(source, place);
    const isHome = source.hub === place.hub;
    const isUnheard = this.length === 0 && (!isHome || place.isDeaf === true);
    const isPassedBy = source.kind === "static" && isHome && this.known.inspected?.has(place.hub) === true;
    return !isUnheard && !isPassedBy && (reach === "yes" || this.world.holding.includes(reach));
  }

  chosenBy(place: Place): Option[] {
    const { hub } = place;
    const others = this.known.hubs.filter((other) => other !== hub).flatMap((other) => this.told(other, place));
    const own = this.sourcesAt(hub).filter((source) => this.comesTo(source, place));
    const options = [...own.map(asOption), ...others];
    const best = this.bestOf(hub, options);
    return this.world.races(hub) ? this.raced(hub, best, options) : best;
  }

  /** Microsoft's known issue 12. */
  private raced(hub: VirtualHub, best: Option[], options: readonly Option[]): Option[] {
    // An AS path that nobody states is taken to be about as long as the others.
    const isStated = ({ source }: Option) => source.asPathLength !== undefined;
    const fromOnPremises = ({ source }: Option) => ["vpn", "expressroute", "appliance"].includes(source.kind);
    const lengths = best.map(({ source }) => this.world.asPathLengthOf(source));
    if (best.length === 0 || !best.every((one) => one.hops === 0 && fromOnPremises(one) && isStated(one))) {
      return best;
    }
    const shorter = options.filter((one) => {
      const length = this.world.asPathLengthOf(one.source);
      return one.hops > 0 && fromOnPremises(one) && isStated(one) && Math.min(...lengths) - length >= 2;
    });
    return shorter.length === 0 ? best : this.bestOf(hub, shorter);
  }

  private told(hub: VirtualHub, to: Place): Option[] {
    const all = this.sourcesAt(hub).filter((one) => {
      return this.comesTo(one, to) || (this.world.tellsBestOfAll && this.comesTo(one, { hub }));
    });
    const best = this.bestOf(hub, all.map(asOption));
    if (!this.world.keepsTelling && this.ownOf(hub).length > 0) {
      const heard = this.known.hubs
        .filter((other) => other !== hub)
        .flatMap((other) => asHeard(this.bestOf(other, this.ownOf(other))))
        .filter(({ source }) => this.comesTo(source, { hub }));
      if (this.bestOf(hub, [...this.ownOf(hub), ...heard]).some(({ hops }) => hops > 0)) {
        return [];
      }
    }
    return asHeard(best).filter(({ source }) => this.comesTo(source, to));
  }

  private sourcesAt(hub: VirtualHub): Source[] {
    return this.sources.filter((source) => source.hub === hub);
  }

  private ownOf(hub: VirtualHub): Option[] {
    return this.sourcesAt(hub)
      .filter((source) => this.comesTo(source, { hub }))
      .map(asOption);
  }

  private bestOf(hub: VirtualHub, options: readonly Option[]): Option[] {
    const ranked = options.map((option) => ({ option, rank: this.rankOf(option, hub, options) }));
    const lowest = Math.min(...ranked.map(({ rank }) => rank));
    return ranked.filter(({ rank }) => rank === lowest).map(({ option }) => option);
  }

  /** One number for Microsoft's order: the less, the better. */
  private rankOf({ source, hops }: Option, hub: VirtualHub, options: readonly Option[]): number {
    const { world, known } = this;
    const overExpressRoute = source.kind === "expressroute" ? 1 : 0;
    const local = hops === 0;
    const rivals = options.filter((one) => one.hops === 0 && one.source.kind === "expressroute" && local);
    if (source.kind === "static" && local) {
      return -1;
    }
    if (overExpressRoute === 1 && rivals.some(({ source: rival }) => this.outweighs(rival, source))) {
      return Number.POSITIVE_INFINITY;
    }
    const path = world.asPathLengthOf(source) + 2 * hops;
    switch (world.preferenceOf(hub)) {
      case "ExpressRoute":
        return hops * 10_000 + (local ? 1 - overExpressRoute : overExpressRoute) * 1_000 + path;
      case "VpnGateway":
        return hops * 10_000 + overExpressRoute * 1_000 + path;
      default: {
        const isLast = known.hubs.length > 2 && !local && overExpressRoute === 1;
        return (isLast ? 100_000 : 0) + path * 100 + hops * 10 + (local ? 1 - overExpressRoute : overExpressRoute);
      }
    }
  }

  private outweighs(rival: Source, source: Source): boolean {
    const heavier = (rival.weight ?? 0) - (source.weight ?? 0);
    const shorter = this.world.asPathLengthOf(source) - this.world.asPathLengthOf(rival);
    const [first, second] = this.world.weightFirst ? [heavier, shorter] : [shorter, heavier];
    return heavier !== 0 && (first > 0 || (first === 0 && second > 0));
  }
}

function asOption(one: Source | Option): Option {
  return "source" in one ? one : { source: one, hops: 0 };
}

function asHeard(options: readonly Option[]): Option[] {
  return options.map(({ source }) => ({ source, hops: 1 }));
}
