import type { Prefix } from "../address/prefix";
import type { Answer } from "../network/facts/answer";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { unreadOfTypes } from "../network/facts/unread";
import { targetOf, type Unknown, unknownsOf } from "../network/field";
import type { Network, SpokeConnection, VirtualHub } from "../network/network";
import { PATH_OF_AZURE } from "./as-path";
import type { HubGroup } from "./hub-groups";
import { comesThrough, throughMap } from "./route-map";
import { labelDoubts } from "./spoke-reach";

/** A hub itself, or a spoke: what Azure advertises to on-premises routers. */
export interface AzureSide {
  readonly kind: "hub" | "spoke";
  readonly hub: VirtualHub;
  /** Undefined for a hub's own prefix, and for spokes that may be there unseen. */
  readonly spoke: SpokeConnection | undefined;
  /** IPv4 only, as hubs are. */
  readonly prefixes: readonly Prefix[];
  /** Why there may be more. */
  readonly unknowns: readonly Unknown[];
  /** Why no branch of this WAN may hear of it, and nothing goes there: then it is no leak. */
  readonly doubts: readonly Unknown[];
}

export function isSpoke({ kind }: AzureSide): boolean {
  return kind === "spoke";
}

/** The hub itself, and the spokes that are surely connected to it. */
export function azureSidesOf(hub: VirtualHub): AzureSide[] {
  const own = prefixOfField(hub.addressPrefix)?.prefix;
  const unknowns = hub.addressPrefix.state === "unknown" ? [hub.addressPrefix.unknown] : [];
  const prefixes = own?.family === 4 ? [own] : [];
  return [
    { kind: "hub", hub, spoke: undefined, prefixes, unknowns, doubts: [] },
    ...hub.spokeConnections.map((spoke) => spokeSide(hub, spoke, [])),
  ];
}

/**
 * All sides of a WAN, with the spokes that any of its hubs may have: those of which can't be told to which hub they are
 * connected, and those that an input may hold and doesn't show.
 */
export function azureSidesIn(network: Network, { hubs, straySpokes }: HubGroup): AzureSide[] {
  const [hub] = hubs;
  if (hub === undefined) {
    return [];
  }
  const strays = straySpokes.map(({ part, unknowns }) => spokeSide(hub, part, unknowns));
  const unseen = unreadOfTypes(network, "azurerm_virtual_hub_connection").map((unknown): AzureSide => {
    return { kind: "spoke", hub, spoke: undefined, prefixes: [], unknowns: [unknown], doubts: [unknown] };
  });
  return [...hubs.flatMap(azureSidesOf), ...strays, ...unseen];
}

function spokeSide(hub: VirtualHub, spoke: SpokeConnection, doubts: readonly Unknown[]): AzureSide {
  const { virtualNetwork } = spoke;
  const space = targetOf(virtualNetwork)?.addressSpace;
  const lost = virtualNetwork.state === "unknown" ? [virtualNetwork.unknown] : [];
  const prefixes = space === undefined ? [] : prefixesOf(space).map(({ prefix }) => prefix);
  const unknowns = [...lost, ...(space === undefined ? [] : unknownsOf(space))];
  const ipv4 = prefixes.filter(({ family }) => family === 4);
  return { kind: "spoke", hub, spoke, prefixes: ipv4, unknowns, doubts: [...doubts, ...labelDoubts(spoke)] };
}

/** What a hub learns of a prefix of a spoke, after the inbound route map of its connection. */
export interface Learned {
  /** Undefined: nothing. Where that can't be told, as if there were no map. */
  readonly prefix: Prefix | undefined;
  /** Why it may be another, or none. */
  readonly doubts: readonly Unknown[];
}

export function learnedOf({ spoke }: AzureSide, prefix: Prefix): Learned {
  const map = spoke?.routing.inboundRouteMap;
  const mapped =
    map === undefined || map.state === "absent"
      ? { prefix }
      : map.state === "unknown"
        ? [map.unknown]
        : throughMap(map.to, { prefix, asPath: PATH_OF_AZURE });
  if (mapped === "dropped") {
    return { prefix: undefined, doubts: [] };
  }
  return "prefix" in mapped ? { prefix: mapped.prefix, doubts: [] } : { prefix, doubts: mapped };
}

/** Whether a hub learns the prefixes of a spoke that can't be told. */
export function untoldOf({ spoke, unknowns }: AzureSide): Answer {
  const map = spoke?.routing.inboundRouteMap;
  if (map === undefined || map.state === "absent") {
    return "yes";
  }
  return map.state === "unknown" ? [map.unknown] : comesThrough(map.to, unknowns, PATH_OF_AZURE);
}
