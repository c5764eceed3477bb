import type { Prefix } from "../address/prefix";
import { prefixesOf } from "../network/facts/prefixes";
import { expressRouteOf } from "../network/facts/private-path";
import { endsOf, isAtLarge, speaksOf, statedProtected, stating } from "../network/facts/said";
import { isManaged } from "../network/facts/standing";
import { type Field, type Items, type Unknown, unknownsOf } from "../network/field";
import type { IntentStatement } from "../network/intent";
import type { Network, Part, VpnConnection } from "../network/network";
import { Addresses } from "./addresses";
import { behind, connectedNowhere, isIn, type ProtectedDoubt, type ProtectedList } from "./announced";
import { type Range, rangesOf, withoutAll } from "./covering";
import { linkDevicesOf } from "./device-addresses";
import { type HubGroup, hubGroups } from "./hub-groups";
import type { Opening } from "./source";

/** What must be reached encrypted from the hubs of a WAN. */
export interface Protected {
  /** The lists that hold it. */
  readonly lists: readonly ProtectedList[];
  /** Made anew each time. */
  readonly prefixes: readonly Prefix[];
  /** Addresses that count for no other reason than that they did before the change. Made anew each time. */
  readonly formerly: readonly Range[];
  /** Where intent says so. Empty: it is what sites with a link over ExpressRoute announce or list. */
  readonly statements: readonly IntentStatement[];
  /** Why what intent says may be more. */
  readonly unknowns: readonly Unknown[];
  /** Sites behind which there may be more. */
  readonly doubts: readonly ProtectedDoubt[];
  /** The VPN devices' own addresses: they carry the tunnels and are never protected, whatever a list says. */
  readonly devices: Addresses;
  /** Whether an opening may hide something that is protected by default: what intent doesn't speak of. */
  readonly mayBeHiddenAt: (opening: Opening) => boolean;
}

/** The statements that say what must be reached encrypted from the hubs of a WAN. */
export function protecting(network: Network, group: HubGroup): readonly IntentStatement[] {
  const nowhere = network.sites.filter((site) => site.connections.length === 0 && isIn(site, group, network) !== "no");
  const parts = [...partsOf(group), ...nowhere];
  // What an input without any part protects may be anywhere.
  return stating(network, statedProtected).filter((statement) => speaksOf(statement, parts) || isAtLarge(statement));
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
 * What intent says is protected: of the inputs that have a part in the WAN; and where one of them doesn't say, all that its
 * sites with a link over ExpressRoute announce or list, connected or not. Where none says, that of all of them. What is
 * protected in one WAN of an input is protected from the others too.
 */
export function ownProtected(network: Network, group: HubGroup): Protected {
  const statements = protecting(network, group);
  const isSilent = (parts: readonly Part[]) => !statements.some((statement) => speaksOf(statement, parts));
  const connections = connectionsOf(group).filter((connection) => isSilent(endsOf(connection)));
  const tunnels = behind(
    network,
    statements.length === 0 ? [...connections, ...besideThem(network, group)] : connections,
  );
  const nowhere = connectedNowhere(network, group, (site) => isSilent([site]));
  const stated = statements.flatMap((by): ProtectedList[] =>
    by.protected === undefined ? [] : [{ list: by.protected, because: "stated", by }],
  );
  const lists = eachOnce([...stated, ...tunnels.lists, ...nowhere.lists]);
  const devices = [
    ...group.hubs.flatMap(linkDevicesOf).map(({ value }) => value),
    ...tunnels.devices,
    ...nowhere.devices,
  ];
  const hiding = new Set(connections.map(({ resource }) => resource));
  return protectedIn(lists, {
    statements,
    unknowns: stated.flatMap(({ list }) => unknownsOf(list)),
    doubts: nowhere.doubts,
    devices: new Addresses(devices),
    mayBeHiddenAt: (opening) =>
      hidesProtected(opening) && (statements.length === 0 || hiding.has(opening.part.resource)),
  });
}

/** A site may be connected to several hubs. */
function eachOnce(lists: readonly ProtectedList[]): ProtectedList[] {
  return [...new Map([...lists].reverse().map((one) => [one.list, one])).values()].reverse();
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

/** The same with further lists and doubts. */
export function withMore(
  own: Protected,
  lists: readonly ProtectedList[],
  doubts: readonly ProtectedDoubt[],
): Protected {
  const { statements, unknowns, devices, mayBeHiddenAt } = own;
  const all = [...own.doubts, ...doubts];
  return protectedIn([...own.lists, ...lists], { statements, unknowns, doubts: all, devices, mayBeHiddenAt });
}

function protectedIn(
  lists: readonly ProtectedList[],
  rest: Omit<Protected, "lists" | "prefixes" | "formerly">,
): Protected {
  const prefixesOfAll = (some: readonly ProtectedList[]) => some.flatMap(({ list }) => prefixesIn(list, rest.devices));
  return {
    lists,
    get prefixes() {
      return prefixesOfAll(lists);
    },
    get formerly() {
      const before = lists.filter(({ because }) => because === "before");
      const others = before.length === 0 ? [] : lists.filter(({ because }) => because !== "before");
      return withoutAll(prefixesOfAll(before).flatMap(rangesOf), prefixesOfAll(others).flatMap(rangesOf));
    },
    ...rest,
  };
}

/** The prefixes of a list without the addresses of devices. */
export function prefixesIn(list: Items<Field<string>>, devices: Addresses): Prefix[] {
  return prefixesOf(list).flatMap(({ prefix }) => devices.outOf(prefix));
}

/** Openings that leave open what is protected by default: what may be reached through tunnels on the private path. */
function hidesProtected({ carriage, part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection" && carriage !== "internet-tunnel";
}
