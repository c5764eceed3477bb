import type { Prefix } from "../address/prefix";
import { type Answer, allOf } from "../network/facts/answer";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { expressRouteOf, unseenExpressRoute } from "../network/facts/private-path";
import { type Field, type Items, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { ExpressRouteConnection, Network, SpokeConnection, VirtualHub } from "../network/network";
import { PATH_OF_AZURE } from "./as-path";
import { type Range, without } from "./covering";
import type { HubGroup } from "./hub-groups";
import { isUntold, throughMap } from "./route-map";

/** What Azure advertises to on-premises routers, over ExpressRoute and through tunnels alike. */
export interface AzureSide {
  readonly hub: VirtualHub;
  /** The spoke whose prefixes these are; undefined for the hub's own. */
  readonly spoke: SpokeConnection | undefined;
  readonly prefixes: readonly Prefix[];
  /** Why there may be more. */
  readonly unknowns: readonly Unknown[];
}

/** The hub itself, and its spokes. */
export function azureSidesOf(hub: VirtualHub): AzureSide[] {
  const own = prefixOfField(hub.addressPrefix);
  const unknowns = hub.addressPrefix.state === "unknown" ? [hub.addressPrefix.unknown] : [];
  return [
    { hub, spoke: undefined, prefixes: own === undefined ? [] : [own.prefix], unknowns },
    ...hub.spokeConnections.map((spoke) => spokeSide(hub, spoke)),
  ];
}

/** A spoke that may be connected to a hub of a WAN, and why that can't be told. */
export interface StraySide {
  readonly side: AzureSide;
  readonly spoke: SpokeConnection;
  readonly doubts: readonly Unknown[];
}

/** The spokes of which can't be told whether a hub of the WAN has them. */
export function straySidesOf({ hubs, straySpokes }: HubGroup): StraySide[] {
  const [hub] = hubs;
  return hub === undefined
    ? []
    : straySpokes.map(({ part, unknowns }) => ({ side: spokeSide(hub, part), spoke: part, doubts: unknowns }));
}

function spokeSide(hub: VirtualHub, spoke: SpokeConnection): AzureSide {
  const { virtualNetwork } = spoke;
  const space = targetOf(virtualNetwork)?.addressSpace;
  const lost = virtualNetwork.state === "unknown" ? [virtualNetwork.unknown] : [];
  const prefixes = space === undefined ? [] : prefixesOf(space).map(({ prefix }) => prefix);
  return { hub, spoke, prefixes, unknowns: [...lost, ...(space === undefined ? [] : unknownsOf(space))] };
}

/** The part of some prefixes that a list doesn't hold. IPv4 only, as hubs are. */
export function outside(prefixes: readonly Prefix[], lists: readonly (Items<Field<string>> | undefined)[]): Range[] {
  const stated = lists.flatMap((list) => (list === undefined ? [] : prefixesOf(list).map(({ prefix }) => prefix)));
  const holes = stated.filter(({ family }) => family === 4).map(rangeOf);
  return prefixes.filter(({ family }) => family === 4).flatMap((prefix) => without(rangeOf(prefix), holes));
}

function rangeOf({ first, last }: Prefix): Range {
  return { first: Number(first), last: Number(last) };
}

/**
 * Whether route maps keep a side off ExpressRoute: outbound, on every ExpressRoute connection of the WAN, for each hub
 * advertises the spokes of all. A map never applies to a hub's own prefix, which holds the tunnels' Azure end: where maps
 * keep all spokes off, that is what has to stay.
 */
export function keptOff(network: Network, group: HubGroup, side: AzureSide): Answer {
  const connections = group.hubs.flatMap(expressRouteOf);
  const unseen = group.hubs.flatMap((hub) => unseenExpressRoute(network, hub));
  const answers = connections.map((connection) => keepsOff(connection, side));
  return allOf([...answers, ...(unseen.length > 0 ? [unseen] : []), connections.length > 0 ? "yes" : "no"]);
}

function keepsOff({ routing }: ExpressRouteConnection, side: AzureSide): Answer {
  const { outboundRouteMap } = routing;
  if (outboundRouteMap.state === "unknown") {
    return [outboundRouteMap.unknown];
  }
  if (outboundRouteMap.state === "absent") {
    return "no";
  }
  const answers = side.prefixes.map((prefix): Answer => {
    const mapped = throughMap(outboundRouteMap.to, { prefix, asPath: PATH_OF_AZURE });
    return mapped === "dropped" ? "yes" : isUntold(mapped) ? mapped : "no";
  });
  return allOf([...answers, side.unknowns.length > 0 ? side.unknowns : "yes"]);
}

/** Whether route maps keep all spokes of a WAN off ExpressRoute, so that only the hubs' own prefixes are left there. */
export function spokesKeptOff(network: Network, group: HubGroup): Answer {
  const spokes = group.hubs.flatMap(azureSidesOf).filter(({ spoke }) => spoke !== undefined);
  const strays = straySidesOf(group).map(({ side, doubts }): Answer => {
    const kept = keptOff(network, group, side);
    return kept === "no" ? doubts : kept;
  });
  const mapped = group.hubs.flatMap(expressRouteOf).map(({ routing }): Answer => {
    const map = routing.outboundRouteMap;
    return map.state === "unknown" ? [map.unknown] : map.state === "resolved" ? "yes" : "no";
  });
  return allOf([
    ...mapped,
    mapped.length > 0 ? "yes" : "no",
    ...spokes.map((side) => keptOff(network, group, side)),
    ...strays,
  ]);
}
