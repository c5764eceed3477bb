import type { VirtualHub } from "../../network/network";
import type { Carriage, Route, RouteSource } from "../../routes/source";

/**
 * Routing looked up address by address, route by route, with none of the engine's parts: ranks instead of steps, every
 * possible value instead of "unknown". Slow, for small address spaces.
 */
export interface World {
  readonly preferenceOf: (hub: VirtualHub) => string;
  readonly asPathLengthOf: (source: RouteSource) => number;
  /** Whether a hub that prefers another hub's route still tells its own. */
  readonly keepsTelling: boolean;
  /** Whether a hub tells what it chooses among all its routes, or among those that come to the one it tells. */
  readonly tellsBestOfAll: boolean;
  /** Whether another hub's route wins where the hub's own AS path is two or more longer. */
  readonly races: boolean;
  /** Whether a hub takes a longer prefix of its own for packets from another hub too, which it didn't tell. */
  readonly decidesByItsOwn: boolean;
  /** Whether weight comes before the AS path among the ExpressRoute connections of a hub. */
  readonly weightFirst: boolean;
  /** The doubtful reaches that hold, by name. */
  readonly holding: readonly string[];
}

/** Which hubs' default tables hold the routes of a source: `yes`, `no`, or the name of what that rests on. */
export type Reaches = (source: RouteSource, hub: VirtualHub) => string;

interface Option {
  readonly source: RouteSource;
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
  readonly routes: readonly Route[];
  readonly reaches: Reaches;
}

/** What becomes of a packet to one address from one hub. */
export function outcomeAt(address: number, hub: VirtualHub, known: Known, world: World, hopsLeft = 3): Outcome {
  const holding = known.routes.filter(
    ({ first, length }) => Math.floor(address / 2 ** (32 - length)) === first / 2 ** (32 - length),
  );
  for (const length of [...new Set(holding.map((route) => route.length))].sort((a, b) => b - a)) {
    const sources = holding.filter((route) => route.length === length).map(({ source }) => source);
    const asked = new Prefix(sources, length, known, world);
    const best = asked.chosenBy(hub);
    if (best.length > 0) {
      return combined(best.map(({ source }) => endOf(source, address, hub, asked, known, world, hopsLeft)));
    }
  }
  return "dropped";
}

function endOf(
  source: RouteSource,
  address: number,
  hub: VirtualHub,
  asked: Prefix,
  known: Known,
  world: World,
  hopsLeft: number,
): Outcome {
  if (source.hub === hub) {
    return source.carriage === "onward"
      ? outcomeAt(address, hub, withoutOnward(known, hub), world, hopsLeft)
      : OUTCOMES[source.carriage];
  }
  return hopsLeft === 0 || !asked.comesTo(source, source.hub)
    ? "undecided"
    : outcomeAt(address, source.hub, world.decidesByItsOwn ? known : upTo(known, asked.length), world, hopsLeft - 1);
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
    private readonly sources: readonly RouteSource[],
    readonly length: number,
    private readonly known: Known,
    private readonly world: World,
  ) {}

  comesTo(source: RouteSource, hub: VirtualHub): boolean {
    const reach = this.known.reaches(source, hub);
    const isAbroad = this.length === 0 && source.hub !== hub;
    return !isAbroad && (reach === "yes" || this.world.holding.includes(reach));
  }

  chosenBy(hub: VirtualHub): Option[] {
    const others = this.known.hubs.filter((other) => other !== hub).flatMap((other) => this.told(other, hub));
    const options = [...this.ownOf(hub), ...others];
    const best = this.bestOf(hub, options);
    return this.world.races ? this.raced(hub, best, options) : best;
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

  private told(hub: VirtualHub, to: VirtualHub): Option[] {
    const all = this.sourcesAt(hub).filter((one) => {
      return this.comesTo(one, to) || (this.world.tellsBestOfAll && this.comesTo(one, hub));
    });
    const best = this.bestOf(hub, all.map(asOption));
    if (!this.world.keepsTelling && this.ownOf(hub).length > 0) {
      const heard = this.known.hubs
        .filter((other) => other !== hub)
        .flatMap((other) => asHeard(this.bestOf(other, this.ownOf(other))))
        .filter(({ source }) => this.comesTo(source, hub));
      if (this.bestOf(hub, [...this.ownOf(hub), ...heard]).some(({ hops }) => hops > 0)) {
        return [];
      }
    }
    return asHeard(best).filter(({ source }) => this.comesTo(source, to));
  }

  private sourcesAt(hub: VirtualHub): RouteSource[] {
    return this.sources.filter((source) => source.hub === hub);
  }

  private ownOf(hub: VirtualHub): Option[] {
    return this.sourcesAt(hub)
      .filter((source) => this.comesTo(source, hub))
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
    if (source.kind === "static") {
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

  private outweighs(rival: RouteSource, source: RouteSource): boolean {
    const heavier = (rival.weight ?? 0) - (source.weight ?? 0);
    const shorter = this.world.asPathLengthOf(source) - this.world.asPathLengthOf(rival);
    const [first, second] = this.world.weightFirst ? [heavier, shorter] : [shorter, heavier];
    return heavier !== 0 && (first > 0 || (first === 0 && second > 0));
  }
}

function asOption(one: RouteSource | Option): Option {
  return "source" in one ? one : { source: one, hops: 0 };
}

function asHeard(options: readonly Option[]): Option[] {
  return options.map(({ source }) => ({ source, hops: 1 }));
}

/** Every world that fits what is known: AS paths of 0 to 6 ASNs, any preference, telling or not. */
export function* worldsOf({ hubs, routes, reaches }: Known): Iterable<World> {
  const sources = [...new Set(routes.map(({ source }) => source))];
  const open = sources.filter(({ asPathLength }) => asPathLength === undefined);
  const mayStop = hubs.length > 1 && hubs.some(({ routingPreference }) => !isBySource(routingPreference));
  const unsure = hubs.filter(({ routingPreference }) => routingPreference.state === "unknown");
  const places = sources.flatMap((source) => hubs.map((hub) => reaches(source, hub)));
  const doubts = [...new Set(places.filter((reach) => reach !== "yes" && reach !== "no"))];
  const restricted = places.some((reach) => reach !== "yes");
  const weighed = new Set(sources.map(({ weight }) => weight)).size > 1;
  const either = (isOpen: boolean) => (isOpen ? [true, false] : [true]);
  const flags = product(
    either(mayStop),
    either(restricted && hubs.length > 1),
    either(hubs.length > 1),
    either(weighed),
    either(restricted && hubs.length > 1),
  );
  for (const lengths of choices(open.length, [0, 1, 3, 6])) {
    for (const preferences of choices(unsure.length, ["ExpressRoute", "VpnGateway", "ASPath"])) {
      for (const holds of choices(doubts.length, [true, false])) {
        for (const [
          keepsTelling = true,
          tellsBestOfAll = true,
          races = true,
          weightFirst = true,
          ownWay = true,
        ] of flags) {
          yield {
            asPathLengthOf: (source) => source.asPathLength ?? lengths[open.indexOf(source)] ?? 0,
            preferenceOf: (hub) => {
              const stated = hub.routingPreference.state === "known" ? hub.routingPreference.value : undefined;
              return stated ?? preferences[unsure.indexOf(hub)] ?? "ExpressRoute";
            },
            keepsTelling,
            tellsBestOfAll,
            races,
            weightFirst,
            decidesByItsOwn: ownWay,
            holding: doubts.filter((_, place) => holds[place]),
          };
        }
      }
    }
  }
}

function product(...lists: readonly (readonly boolean[])[]): boolean[][] {
  let all: boolean[][] = [[]];
  for (const list of lists) {
    all = all.flatMap((chosen) => list.map((value) => [...chosen, value]));
  }
  return all;
}

// With these, a hub never prefers what another one tells.
function isBySource(preference: VirtualHub["routingPreference"]): boolean {
  return preference.state === "known" && preference.value !== "ASPath";
}

function choices<T>(places: number, values: readonly T[]): T[][] {
  let all: T[][] = [[]];
  for (let place = 0; place < places; place += 1) {
    all = all.flatMap((chosen) => values.map((value) => [...chosen, value]));
  }
  return all;
}
