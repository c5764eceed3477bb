import type { Ref, Unknown } from "../field";
import type {
  HubBgpConnection,
  Network,
  Part,
  PointToSiteGateway,
  RouteTable,
  RoutingIntent,
  SpokeConnection,
  VirtualHub,
  VpnConnection,
} from "../network";
import { groupsBy } from "./groups";
import { mayBeOne } from "./identity";
import { hubOf } from "./private-path";

/** A part that may be at a place, and why that can't be told. */
export interface Doubtful<T> {
  readonly part: T;
  /** Never empty. */
  readonly unknowns: readonly Unknown[];
}

/**
 * Parts of one kind at a hub: those that surely are, and those that may be. A part whose hub can't be told is in doubt at
 * every hub, so that none is dropped.
 */
export interface AtHub<T> {
  readonly certain: readonly T[];
  readonly doubtful: readonly Doubtful<T>[];
}

/** The virtual networks that are connected to a hub. */
export const spokesAt = perHub<SpokeConnection>(
  ({ spokeConnections }) => spokeConnections,
  ({ hub }) => hub,
);

/** The VPN connections that end at a gateway of a hub. */
export const vpnConnectionsAt = perHub<VpnConnection>(({ vpnConnections }) => vpnConnections, hubOf);

/** The route tables of a hub, the default one among them. */
export const routeTablesAt = perHub<RouteTable>(
  ({ routeTables }) => routeTables,
  ({ hub }) => hub,
);

export const routingIntentsAt = perHub<RoutingIntent>(
  ({ routingIntents }) => routingIntents,
  ({ hub }) => hub,
);

/** The gateways of a hub that users dial in to. */
export const pointToSiteGatewaysAt = perHub<PointToSiteGateway>(
  ({ pointToSiteGateways }) => pointToSiteGateways,
  ({ hub }) => hub,
);

/** The BGP sessions of a hub's router with appliances. */
export const bgpConnectionsAt = perHub<HubBgpConnection>(
  ({ hubBgpConnections }) => hubBgpConnections,
  ({ hub }) => hub,
);

/** Those of which can't be told whether they are at one of some hubs, each once. None of them surely is. */
export function doubtfulAt<T>(
  at: (network: Network, hub: VirtualHub) => AtHub<T>,
  network: Network,
  hubs: readonly VirtualHub[],
): Doubtful<T>[] {
  const found = hubs.map((hub) => at(network, hub));
  const certain = new Set(found.flatMap((one) => one.certain));
  const doubts = new Map<T, Doubtful<T>>();
  for (const one of found.flatMap(({ doubtful }) => doubtful)) {
    if (!certain.has(one.part) && !doubts.has(one.part)) {
      doubts.set(one.part, one);
    }
  }
  return [...doubts.values()];
}

function perHub<T extends Part>(
  partsOf: (network: Network) => readonly T[],
  hubOf: (part: T) => Ref<VirtualHub>,
): (network: Network, hub: VirtualHub) => AtHub<T> {
  const known = new WeakMap<Network, PartsByHub<T>>();
  return (network, hub) => {
    const parts = known.get(network) ?? new PartsByHub(partsOf(network), hubOf);
    known.set(network, parts);
    return parts.at(hub);
  };
}

/** Parts by their hubs. A hundred hubs are asked, and there may be a hundred thousand parts. */
class PartsByHub<T extends Part> {
  private readonly byHub: ReadonlyMap<VirtualHub, readonly T[]>;
  private readonly anywhere: readonly Doubtful<T>[];
  private readonly told = new Map<VirtualHub, AtHub<T>>();

  constructor(parts: readonly T[], hubOf: (part: T) => Ref<VirtualHub>) {
    const placed = parts.map((part) => ({ part, hub: hubOf(part) }));
    const resolved = placed.flatMap(({ part, hub }) => (hub.state === "resolved" ? [{ part, hub: hub.to }] : []));
    const groups = groupsBy(resolved, ({ hub }) => hub);
    this.byHub = new Map([...groups].map(([hub, group]) => [hub, group.map(({ part }) => part)]));
    this.anywhere = placed.flatMap(({ part, hub }) =>
      hub.state === "unknown" ? [{ part, unknowns: [hub.unknown] }] : [],
    );
  }

  at(hub: VirtualHub): AtHub<T> {
    const told = this.told.get(hub) ?? this.found(hub);
    this.told.set(hub, told);
    return told;
  }

  private found(hub: VirtualHub): AtHub<T> {
    const elsewhere = [...this.byHub].flatMap(([other, parts]) => {
      const unknown = whyOne(hub, other);
      return unknown === undefined ? [] : parts.map((part) => ({ part, unknowns: [unknown] }));
    });
    return { certain: this.byHub.get(hub) ?? [], doubtful: [...this.anywhere, ...elsewhere] };
  }
}

/** What would tell whether two hubs are one; undefined where they are two. */
function whyOne(hub: VirtualHub, other: VirtualHub): Unknown | undefined {
  if (!mayBeOne(hub, other)) {
    return undefined;
  }
  const doubtful = hub.resource.standing === "managed" ? other : hub;
  return { decidedBy: [doubtful.resource.address] };
}
