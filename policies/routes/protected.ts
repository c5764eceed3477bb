import type { Prefix } from "../../lib/address/prefix";
import { prefixesOf } from "../network/facts/prefixes";
import { isPrivate } from "../network/facts/private-path";
import { type Unknown, unknownsOf } from "../network/field";
import type { Network, VirtualHub } from "../network/network";
import type { Opening } from "./source";
import { connectedLinks } from "./tunnel-routes";
import { type HubGroup, hasPrivatePath, hubGroups } from "./wan-routes";

/** What must be reached encrypted from the hubs of a WAN. */
export interface Protected {
  readonly prefixes: readonly Prefix[];
  /** Whether intent says so; else it is what private-IP links advertise and their sites list. */
  readonly stated: boolean;
  /** Why there may be more. Empty where intent says, and says all. */
  readonly unknowns: readonly Unknown[];
}

/** WANs with something to protect: those with a private-IP link, and where intent says what is protected, any. */
export function protectedGroups(network: Network): HubGroup[] {
  const groups = hubGroups(network);
  const inUse = groups.filter(hasPrivatePath);
  return inUse.length === 0 && (network.intent.protected?.items.length ?? 0) > 0 ? groups : inUse;
}

export function protectedFrom(network: Network, { hubs }: HubGroup): Protected {
  const stated = network.intent.protected;
  if (stated !== undefined) {
    return { prefixes: prefixesOf(stated).map(({ prefix }) => prefix), stated: true, unknowns: unknownsOf(stated) };
  }
  return { prefixes: hubs.flatMap(behindTunnels), stated: false, unknowns: [] };
}

function behindTunnels(hub: VirtualHub): Prefix[] {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  return connections.flatMap((connection) => {
    const links = connectedLinks(connection).filter(({ link }) => isPrivate(link) !== "no");
    const { site } = connection;
    const lists = [
      ...links.flatMap(({ siteLink }) => siteLink?.advertised?.prefixes ?? []),
      ...(links.length > 0 && site.state === "resolved" ? [site.to.addressCidrs] : []),
    ];
    return lists.flatMap((list) => prefixesOf(list).map(({ prefix }) => prefix));
  });
}

/** Openings that leave open what is protected by default: what may be reached through tunnels on the private path. */
export function hidesProtected({ carriage, part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection" && carriage !== "internet-tunnel";
}
