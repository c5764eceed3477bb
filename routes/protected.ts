import { IPv4PrefixReader } from "../address/ipv4-prefix-reader";
import type { Prefix } from "../address/prefix";
import { mayBeOne } from "../network/facts/identity";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { expressRouteOf, isPrivate } from "../network/facts/private-path";
import { endsOf, isAtLarge, speaksOf, stating } from "../network/facts/said";
import { isManaged } from "../network/facts/standing";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { IntentStatement } from "../network/intent";
import type { Network, Part, VpnConnection } from "../network/network";
import { Addresses, linkDevicesOf } from "./device-addresses";
import { type HubGroup, hasPrivatePath, hubGroups } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
import { externalOf } from "./nat";
import type { Opening } from "./source";
import { connectedLinks } from "./tunnel-routes";

/** What must be reached encrypted from the hubs of a WAN. */
export interface Protected {
  /** The lists that hold it. */
  readonly lists: readonly Items<Field<string>>[];
  /** Made anew each time. */
  readonly prefixes: readonly Prefix[];
  /** Where intent says so. Empty: it is what private-IP links advertise and their sites list. */
  readonly statements: readonly IntentStatement[];
  /** Why what intent says may be more. */
  readonly unknowns: readonly Unknown[];
  /** The VPN devices' own addresses: they carry the tunnels and are never protected, whatever a list says. */
  readonly devices: Addresses;
  /** Whether an opening may hide something that is protected by default: what intent doesn't speak of. */
  readonly mayBeHiddenAt: (opening: Opening) => boolean;
}

/** WANs with something to protect: those with a private-IP link, and others that may reach what is protected. */
export function protectedGroups(network: Network): readonly HubGroup[] {
  const groups = hubGroups(network);
  const inUse = groups.filter(hasPrivatePath);
  return groups.filter((group) => {
    return inUse.includes(group) || (!mayBeOneOf(group, inUse) && protectsAnything(protectedFrom(network, group)));
  });
}

// Hubs of which can't be told in which WAN they are leave those open that they may be in.
function mayBeOneOf({ wan }: HubGroup, others: readonly HubGroup[]): boolean {
  return others.some((other) => wan === undefined || other.wan === undefined || mayBeOne(wan, other.wan));
}

/** The statements that say what must be reached encrypted from the hubs of a WAN. */
export function protecting(network: Network, group: HubGroup): readonly IntentStatement[] {
  const parts = partsOf(group);
  // What an input without any part protects may be anywhere.
  return stating(network, (statement) => statement.protected).filter(
    (statement) => speaksOf(statement, parts) || isAtLarge(statement),
  );
}

/** Everything that is in a WAN, or may be, and that an input may make or read. */
function partsOf({ wan, hubs, strayTunnels, straySpokes }: HubGroup): Part[] {
  const strays = [...strayTunnels.flatMap(({ part }) => endsOf(part)), ...straySpokes.map(({ part }) => part)];
  const own = hubs.flatMap((hub): Part[] => [
    hub,
    ...hub.vpnGateways,
    ...hub.expressRouteGateways,
    ...hub.spokeConnections,
    ...expressRouteOf(hub),
    ...hub.vpnGateways.flatMap(({ connections }) => connections.flatMap(endsOf)),
  ]);
  return [...(wan === undefined ? [] : [wan]), ...own, ...strays];
}

/**
 * What intent says is protected: of the inputs that have a part in the WAN; and where one of them doesn't say, all that
 * its private-IP links advertise and their sites list. Where none says, that of all of them. What is protected in one WAN of
 * an input is protected from the others too.
 */
export function protectedFrom(network: Network, group: HubGroup): Protected {
  const statements = protecting(network, group);
  const devices = new Addresses(group.hubs.flatMap(linkDevicesOf).map(({ value }) => value));
  const connections = connectionsOf(group);
  if (statements.length === 0) {
    return protectedIn([...connections, ...besideThem(network, group)].flatMap(behind), {
      statements,
      unknowns: [],
      devices,
      mayBeHiddenAt: hidesProtected,
    });
  }
  const silent = connections.filter(
    (connection) => !statements.some((statement) => speaksOf(statement, endsOf(connection))),
  );
  const hiding = new Set(silent.map(({ resource }) => resource));
  const stated = statements.flatMap((statement) => statement.protected ?? []);
  return protectedIn([...stated, ...silent.flatMap(behind)], {
    statements,
    unknowns: stated.flatMap(unknownsOf),
    devices,
    mayBeHiddenAt: (opening) => hidesProtected(opening) && hiding.has(opening.part.resource),
  });
}

/** The connections of a WAN, and those that may end in it. */
function connectionsOf({ hubs, strayTunnels }: HubGroup): VpnConnection[] {
  const connections = hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap((gateway) => gateway.connections));
  return [...connections, ...strayTunnels.map(({ part }) => part)];
}

/** The connections of other WANs that the same inputs make. */
function besideThem(network: Network, group: HubGroup): VpnConnection[] {
  const inputsOf = ({ hubs }: HubGroup) => new Set(hubs.filter(isManaged).map(({ resource }) => resource.input));
  const own = inputsOf(group);
  const others = hubGroups(network).filter(
    (other) => other !== group && [...inputsOf(other)].some((one) => own.has(one)),
  );
  return others.flatMap(connectionsOf);
}

function protectedIn(lists: Protected["lists"], rest: Omit<Protected, "lists" | "prefixes">): Protected {
  return {
    lists,
    get prefixes() {
      return lists.flatMap((list) => prefixesIn(list, rest.devices));
    },
    ...rest,
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

/** What is protected by default: what the private-IP links of a connection advertise, and its site lists. */
function behind(connection: VpnConnection): Items<Field<string>>[] {
  const links = connectedLinks(connection).filter(({ link }) => isPrivate(link) !== "no");
  const { site } = connection;
  return [
    ...links.flatMap(({ siteLink }) => siteLink?.advertised?.prefixes ?? []),
    ...links.flatMap(({ link }) => externalOf(link)),
    ...(links.length > 0 && site.state === "resolved" ? [site.to.addressCidrs] : []),
  ];
}

/** Openings that leave open what is protected by default: what may be reached through tunnels on the private path. */
function hidesProtected({ carriage, part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection" && carriage !== "internet-tunnel";
}
