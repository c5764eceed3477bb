import { IPv4PrefixReader } from "../address/ipv4-prefix-reader";
import type { Prefix } from "../address/prefix";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { isPrivate } from "../network/facts/private-path";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { Network, VpnConnection } from "../network/network";
import { Addresses, linkDevicesOf } from "./device-addresses";
import { type HubGroup, hasPrivatePath, hubGroups } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
import type { Opening } from "./source";
import { connectedLinks } from "./tunnel-routes";

/** What must be reached encrypted from the hubs of a WAN. */
export interface Protected {
  /** The lists that hold it. */
  readonly lists: readonly Items<Field<string>>[];
  /** Made anew each time. */
  readonly prefixes: readonly Prefix[];
  /** Whether intent says so; else it is what private-IP links advertise and their sites list. */
  readonly stated: boolean;
  /** Why there may be more. Empty where intent says, and says all. */
  readonly unknowns: readonly Unknown[];
  /** The VPN devices' own addresses: they carry the tunnels and are never protected, whatever a list says. */
  readonly devices: Addresses;
}

/** WANs with something to protect: those with a private-IP link, and where intent says what is protected, any. */
export function protectedGroups(network: Network): readonly HubGroup[] {
  const groups = hubGroups(network);
  const inUse = groups.filter(hasPrivatePath);
  return inUse.length === 0 && (network.intent.protected?.items.length ?? 0) > 0 ? groups : inUse;
}

export function protectedFrom(network: Network, { hubs, strayTunnels }: HubGroup): Protected {
  const stated = network.intent.protected;
  const devices = new Addresses(hubs.flatMap(linkDevicesOf).map(({ value }) => value));
  if (stated !== undefined) {
    return protectedIn([stated], true, unknownsOf(stated), devices);
  }
  const connections = hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap((gateway) => gateway.connections));
  const strays = strayTunnels.map(({ part }) => part);
  return protectedIn([...connections, ...strays].flatMap(behindTunnels), false, [], devices);
}

function protectedIn(
  lists: Protected["lists"],
  stated: boolean,
  unknowns: readonly Unknown[],
  devices: Addresses,
): Protected {
  return {
    lists,
    get prefixes() {
      return lists.flatMap((list) => prefixesIn(list, devices));
    },
    stated,
    unknowns,
    devices,
  };
}

function prefixesIn(list: Items<Field<string>>, devices: Addresses): Prefix[] {
  return prefixesOf(list).flatMap(({ prefix }) => devices.outOf(prefix));
}

/** Marks the prefixes of all lists among routes. IPv4 only, as hubs are. */
export function markProtected({ lists, devices }: Protected, routes: LearnedRoutes): void {
  for (const list of lists) {
    if (holdsAny(list, devices)) {
      for (const { first, length } of prefixesIn(list, devices).filter(({ family }) => family === 4)) {
        routes.mark(Number(first), length);
      }
    } else {
      routes.markListed(list);
    }
  }
}

// No object for a prefix that is written canonically.
function holdsAny({ items }: Items<Field<string>>, devices: Addresses): boolean {
  const reader = new IPv4PrefixReader();
  return items.some((field) => {
    if (field.state === "known" && reader.read(field.value)) {
      return devices.areIn(reader.first, reader.length);
    }
    const prefix = prefixOfField(field)?.prefix;
    return prefix?.family === 4 && devices.areIn(Number(prefix.first), prefix.length);
  });
}

/** Whether anything is protected at all. */
export function protectsAnything({ lists }: Protected): boolean {
  return lists.some(({ items }) => items.some((field) => prefixOfField(field) !== undefined));
}

function behindTunnels(connection: VpnConnection): Items<Field<string>>[] {
  const links = connectedLinks(connection).filter(({ link }) => isPrivate(link) !== "no");
  const { site } = connection;
  return [
    ...links.flatMap(({ siteLink }) => siteLink?.advertised?.prefixes ?? []),
    ...(links.length > 0 && site.state === "resolved" ? [site.to.addressCidrs] : []),
  ];
}

/** Openings that leave open what is protected by default: what may be reached through tunnels on the private path. */
export function hidesProtected({ carriage, part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection" && carriage !== "internet-tunnel";
}
