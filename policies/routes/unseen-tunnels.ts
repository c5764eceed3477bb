import { called } from "../network/facts/names";
import { isPrivate, whyAt } from "../network/facts/private-path";
import { isManaged } from "../network/facts/standing";
import type { Unknown } from "../network/field";
import type { Network, VirtualHub, VpnConnection } from "../network/network";
import type { Carriage, Opening } from "./source";

/** What a hub may learn through VPN connections of which can't be told that they are at it. */
export function unseenTunnels(network: Network, hub: VirtualHub): Opening[] {
  const loose = network.vpnConnections.flatMap((connection) => strayConnection(connection, hub));
  return [...loose, ...furtherConnections(network, hub)];
}

function strayConnection(connection: VpnConnection, hub: VirtualHub): Opening[] {
  const { gateway } = connection;
  const unknowns = gateway.state === "unknown" ? [gateway.unknown] : [];
  const strays = gateway.state === "resolved" ? whyAt(gateway.to.hub, hub) : unknowns;
  const what = `at which hub ${called("connection", connection)} ends`;
  return strays.length === 0
    ? []
    : [{ carriage: carriageOf(connection), part: connection, path: gateway.path, what, unknowns: strays }];
}

function carriageOf({ links }: VpnConnection): Carriage {
  const allPrivate = links.unknown === undefined && links.items.every((link) => isPrivate(link) === "yes");
  return allPrivate ? "private-tunnel" : "unknown";
}

function furtherConnections(network: Network, hub: VirtualHub): Opening[] {
  const elsewhere = hub.vpnGateways.filter((gateway) => !isManaged(gateway));
  const unread = network.inputs.flatMap((input) => input.unread).filter(({ address }) => mayHold(address));
  const unknowns: Unknown[] = [
    ...elsewhere.map(({ resource }) => ({ decidedBy: [resource.address] })),
    ...(isManaged(hub) ? [] : [{ decidedBy: [hub.resource.address] }]),
    ...unread.map(({ unknown }) => unknown),
  ];
  const what = `what ${called("hub", hub)} learns through VPN connections that the inputs may not show`;
  return unknowns.length === 0 ? [] : [{ carriage: "unknown", part: hub, path: "", what, unknowns }];
}

// A module may hold anything; a resource that can't be followed is of its own type only.
function mayHold(address: string): boolean {
  return !address.includes("azurerm_") || address.includes("azurerm_vpn_");
}
