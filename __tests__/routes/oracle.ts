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
}

interface Option {
  readonly source: RouteSource;
  readonly hops: number;
}

/** `internet`: encrypted, but not on the private path, or not all of it. */
export type Outcome = "encrypted" | "internet" | "clear" | "inside" | "dropped" | "undecided";

const OUTCOMES: { readonly [carriage in Carriage]: Outcome } = {
  "private-tunnel": "encrypted",
  "internet-tunnel": "internet",
  clear: "clear",
  azure: "inside",
  unknown: "undecided",
};

/** What becomes of a packet to one address from one hub. */
export function outcomeAt(
  address: number,
  hub: VirtualHub,
  hubs: readonly VirtualHub[],
  routes: readonly Route[],
  world: World,
  hopsLeft = 3,
): Outcome {
  const holding = routes.filter(
    ({ first, length }) => Math.floor(address / 2 ** (32 - length)) === first / 2 ** (32 - length),
  );
  for (const length of [...new Set(holding.map((route) => route.length))].sort((a, b) => b - a)) {
    const sources = holding.filter((route) => route.length === length).map(({ source }) => source);
    const best = bestOf(hub, optionsOf(hub, hubs, sources, world), world);
    if (best.length > 0) {
      return combined(
        best.map(({ source }) => {
          if (source.hub === hub) {
            return OUTCOMES[source.carriage];
          }
          return hopsLeft === 0 ? "undecided" : outcomeAt(address, source.hub, hubs, routes, world, hopsLeft - 1);
        }),
      );
    }
  }
  return "dropped";
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

function optionsOf(
  hub: VirtualHub,
  hubs: readonly VirtualHub[],
  sources: readonly RouteSource[],
  world: World,
): Option[] {
  const own = sources.filter((source) => source.hub === hub).map((source) => ({ source, hops: 0 }));
  const others = hubs.filter((other) => other !== hub);
  return [...own, ...others.flatMap((other) => told(other, hubs, sources, world))];
}

function told(hub: VirtualHub, hubs: readonly VirtualHub[], sources: readonly RouteSource[], world: World): Option[] {
  const best = ownBest(hub, sources, world);
  if (!world.keepsTelling && best.length > 0) {
    const heard = hubs.filter((other) => other !== hub).flatMap((other) => asHeard(ownBest(other, sources, world)));
    const own = sources.filter((source) => source.hub === hub).map((source) => ({ source, hops: 0 }));
    if (bestOf(hub, [...own, ...heard], world).some(({ hops }) => hops > 0)) {
      return [];
    }
  }
  return asHeard(best);
}

function ownBest(hub: VirtualHub, sources: readonly RouteSource[], world: World): Option[] {
  const own = sources.filter((source) => source.hub === hub).map((source) => ({ source, hops: 0 }));
  return bestOf(hub, own, world);
}

function asHeard(options: readonly Option[]): Option[] {
  return options.filter(({ source }) => source.kind !== "static").map(({ source }) => ({ source, hops: 1 }));
}

function bestOf(hub: VirtualHub, options: readonly Option[], world: World): Option[] {
  const ranked = options.map((option) => ({ option, rank: rankOf(option, world.preferenceOf(hub), world) }));
  const lowest = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === lowest).map(({ option }) => option);
}

/** One number for Microsoft's order: the less, the better. */
function rankOf({ source, hops }: Option, preference: string, world: World): number {
  if (source.kind === "static") {
    return -1;
  }
  const path = world.asPathLengthOf(source) + 2 * hops;
  const overExpressRoute = source.kind === "expressroute" ? 1 : 0;
  const local = hops === 0;
  switch (preference) {
    case "ExpressRoute":
      return hops * 10_000 + (local ? 1 - overExpressRoute : overExpressRoute) * 1_000 + path;
    case "VpnGateway":
      return hops * 10_000 + overExpressRoute * 1_000 + path;
    default:
      return path * 100 + hops * 10 + (local ? 1 - overExpressRoute : overExpressRoute);
  }
}

/** Every world that fits what is known: AS paths of 0 to 6 ASNs, any preference, telling or not. */
export function* worldsOf(hubs: readonly VirtualHub[], sources: readonly RouteSource[]): Iterable<World> {
  const open = sources.filter(({ asPathLength }) => asPathLength === undefined);
  const mayStop = hubs.length > 1 && hubs.some(({ routingPreference }) => !isBySource(routingPreference));
  const unsure = hubs.filter(({ routingPreference }) => routingPreference.state === "unknown");
  for (const lengths of choices(open.length, [0, 1, 3, 6])) {
    for (const preferences of choices(unsure.length, ["ExpressRoute", "VpnGateway", "ASPath"])) {
      for (const keepsTelling of mayStop ? [true, false] : [true]) {
        yield {
          asPathLengthOf: (source) => source.asPathLength ?? lengths[open.indexOf(source)] ?? 0,
          preferenceOf: (hub) => {
            const stated = hub.routingPreference.state === "known" ? hub.routingPreference.value : undefined;
            return stated ?? preferences[unsure.indexOf(hub)] ?? "ExpressRoute";
          },
          keepsTelling,
        };
      }
    }
  }
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
