import type { Ref, Unknown } from "../../network/field";
import type { ExpressRouteConnection, LinkConnection, Network, VirtualHub } from "../../network/network";
import { type Answer, anyOf, isOn } from "./answer";
import { linkConnections } from "./link-connections";
import { isManaged } from "./standing";

/** A hub with the connected links that use, or may use, the gateway's private addresses. */
export interface PrivatePathHub {
  readonly hub: VirtualHub;
  /** Those that surely do come first. Never empty. */
  readonly links: readonly LinkConnection[];
  /** Whether any of them surely does. */
  readonly inUse: Answer;
}

/** Whether a connected link uses the gateway's private addresses, and so runs over ExpressRoute. */
export function isPrivate(link: LinkConnection): Answer {
  return isOn(link.useAzurePrivateIp);
}

/** The hub at the Azure end of a connected link. */
export function hubOf({ connection }: LinkConnection): Ref<VirtualHub> {
  const { gateway } = connection;
  return gateway.state === "resolved" ? gateway.to.hub : gateway;
}

/** The hubs at which links use, or may use, the private path. */
export function privatePathHubs(network: Network): PrivatePathHub[] {
  const byHub = new Map<VirtualHub, LinkConnection[]>();
  for (const link of privateLinks(network)) {
    const hub = hubOf(link);
    if (hub.state === "resolved") {
      byHub.set(hub.to, byHub.get(hub.to) ?? []);
      byHub.get(hub.to)?.push(link);
    }
  }
  return [...byHub].map(([hub, links]) => ({ hub, links: surestFirst(links), inUse: anyOf(links.map(isPrivate)) }));
}

/** Links that use, or may use, the private path. */
export function privateLinks(network: Network): LinkConnection[] {
  return linkConnections(network).filter((link) => isPrivate(link) !== "no");
}

function surestFirst(links: readonly LinkConnection[]): LinkConnection[] {
  return [...links.filter((link) => isPrivate(link) === "yes"), ...links.filter((link) => isPrivate(link) !== "yes")];
}

/** The ExpressRoute connections of a hub. */
export function expressRouteOf(hub: VirtualHub): ExpressRouteConnection[] {
  return hub.expressRouteGateways.flatMap(({ connections }) => connections);
}

/** Why a hub may have more ExpressRoute connections than the inputs show. Empty where it may not. */
export function unseenExpressRoute(network: Network, hub: VirtualHub): Unknown[] {
  if (!isManaged(hub)) {
    return [{ decidedBy: [hub.resource.address] }];
  }
  const elsewhere = hub.expressRouteGateways.filter((gateway) => !isManaged(gateway));
  const strays = network.expressRouteGateways.flatMap((gateway) =>
    gateway.hub.state === "unknown" ? [gateway.hub] : [],
  );
  const loose = network.expressRouteConnections.flatMap(({ gateway }) =>
    gateway.state === "unknown" ? [gateway] : [],
  );
  const unread = network.inputs.flatMap((input) => input.unread).filter(({ address }) => mayHold(address));
  return [
    ...elsewhere.map((gateway): Unknown => ({ decidedBy: [gateway.resource.address] })),
    ...[...strays, ...loose, ...unread].map(({ unknown }) => unknown),
  ];
}

// A module may hold anything; a resource that can't be followed is of its own type only.
function mayHold(address: string): boolean {
  return !address.includes("azurerm_") || address.includes("azurerm_express_route_");
}
