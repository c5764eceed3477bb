import type { Ref, Unknown } from "../field";
import type { ExpressRouteConnection, LinkConnection, Network, VirtualHub, VpnConnection } from "../network";
import { at, type Place } from "../place";
import { type Answer, anyOf, isOn } from "./answer";
import { type Phrase, phrase } from "./called/phrase";
import { unseenAtGateway, unseenGateways } from "./existing";
import { groupedBy } from "./groups";
import { surelyDiffer } from "./identity";
import { inConnection } from "./link-connections";
import { isDescribed, isManaged } from "./standing";
import { unreadOfTypes } from "./unread";

/** A use of the gateway's private addresses: a connected link that has it on, or of which that can't be told. */
export interface PrivateUse {
  readonly connection: VpnConnection;
  /** Undefined: the connection may have further links. */
  readonly link: LinkConnection | undefined;
  /** The hub at the Azure end. */
  readonly hub: Ref<VirtualHub>;
  /** `site bergen, link a`, or `a further link of site bergen at neu` */
  readonly name: Phrase;
  readonly place: Place;
  /** Never "no". */
  readonly answer: Answer;
}

/** A hub with the private uses at it. */
export interface PrivatePathHub {
  readonly hub: VirtualHub;
  /** One of them, a certain one where there is any. */
  readonly first: PrivateUse;
  readonly uses: readonly PrivateUse[];
  /** Whether any of them is certain. */
  readonly inUse: Answer;
}

/** Whether a connected link uses the gateway's private addresses, and so runs over ExpressRoute. */
export function isPrivate(link: LinkConnection): Answer {
  return isOn(link.useAzurePrivateIp);
}

/** The hub at the Azure end of a connection. */
export function hubOf({ gateway }: VpnConnection): Ref<VirtualHub> {
  return gateway.state === "resolved" ? gateway.to.hub : gateway;
}

/** Every use of the gateway's private addresses that there is or may be. */
export function privateUses(network: Network): readonly PrivateUse[] {
  const uses = known.get(network) ?? usesIn(network);
  known.set(network, uses);
  return uses;
}

const known = new WeakMap<Network, readonly PrivateUse[]>();

function usesIn(network: Network): PrivateUse[] {
  return network.vpnConnections
    .filter(isDescribed)
    .flatMap((connection) => [
      ...connection.links.items.filter((link) => isPrivate(link) !== "no").map(useOf),
      ...furtherUses(connection),
    ]);
}

function useOf(link: LinkConnection): PrivateUse {
  const place = inConnection(link, link.useAzurePrivateIp);
  const { connection } = link;
  return { connection, link, hub: hubOf(connection), name: link, place, answer: isPrivate(link) };
}

function furtherUses(connection: VpnConnection): PrivateUse[] {
  const { path, unknown } = connection.links;
  if (unknown === undefined) {
    return [];
  }
  const name = phrase`a further link of ${connection}`;
  return [
    { connection, link: undefined, hub: hubOf(connection), name, place: at(connection, path), answer: [unknown] },
  ];
}

/** The hubs at which the private path is, or may be, in use. */
export function privatePathHubs(network: Network): PrivatePathHub[] {
  const uses = privateUses(network).flatMap((use) => (use.hub.state === "resolved" ? [{ use, hub: use.hub.to }] : []));
  return groupedBy(uses, ({ hub }) => hub).flatMap((group) => {
    const atHub = group.map(({ use }) => use);
    const first = atHub.find(({ answer }) => answer === "yes") ?? atHub[0];
    const inUse = anyOf(atHub.map(({ answer }) => answer));
    return first === undefined ? [] : group.slice(0, 1).map(({ hub }) => ({ hub, first, uses: atHub, inUse }));
  });
}

/** The ExpressRoute connections of a hub. */
export function expressRouteOf(hub: VirtualHub): ExpressRouteConnection[] {
  return hub.expressRouteGateways.flatMap(({ connections }) => connections);
}

/**
 * Why a hub may have more ExpressRoute connections than the inputs show. Empty where it may not: a hub has one
 * ExpressRoute gateway, so where that is shown, a hub that exists already has no other.
 */
export function unseenExpressRoute(network: Network, hub: VirtualHub): readonly Unknown[] {
  const asked = unseenAt.get(network) ?? new Map<VirtualHub, readonly Unknown[]>();
  unseenAt.set(network, asked);
  const unseen = asked.get(hub) ?? mayBeConnected(network, hub);
  asked.set(hub, unseen);
  return unseen;
}

const unseenAt = new WeakMap<Network, Map<VirtualHub, readonly Unknown[]>>();

function mayBeConnected(network: Network, hub: VirtualHub): readonly Unknown[] {
  if (hub.expressRouteGateways.length === 0) {
    const unseen = unseenGateways(network, hub);
    if (unseen.length > 0) {
      return unseen;
    }
  }
  const strays = network.expressRouteGateways.flatMap((gateway) => whyAt(gateway.hub, hub));
  const loose = network.expressRouteConnections.flatMap(({ gateway }) =>
    gateway.state === "unknown" ? [gateway] : [],
  );
  return [
    ...strays,
    ...hub.expressRouteGateways.flatMap((gateway) => unseenAtGateway(network, gateway)),
    ...loose.map(({ unknown }) => unknown),
    ...unreadOfTypes(network, "azurerm_express_route_"),
  ];
}

/** Why something that refers to a hub may mean this one; empty where it surely does or surely doesn't. */
export function whyAt(ref: Ref<VirtualHub>, hub: VirtualHub): Unknown[] {
  if (ref.state === "resolved") {
    const doubtful = isManaged(hub) ? ref.to : hub;
    return ref.to === hub || surelyDiffer(ref.to, hub) ? [] : [{ decidedBy: [doubtful.resource.address] }];
  }
  return ref.state === "unknown" ? [ref.unknown] : [];
}
