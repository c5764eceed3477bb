import { IPv4PrefixReader } from "../address/ipv4-prefix-reader";
import type { Prefix } from "../address/prefix";
import { isSameResource, mayBeOne } from "../network/facts/identity";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { expressRouteOf } from "../network/facts/private-path";
import { endsOf, isAtLarge, speaksOf, stating } from "../network/facts/said";
import { isManaged } from "../network/facts/standing";
import { type Field, type Items, knownValue, type Unknown, unknownsOf } from "../network/field";
import type { IntentStatement } from "../network/intent";
import type { Network, Part, VirtualWan, VpnConnection } from "../network/network";
import { behind, connectedNowhere, isIn, type ProtectedDoubt, type ProtectedList } from "./announced";
import { type Range, rangesOf, withoutAll } from "./covering";
import { Addresses, linkDevicesOf } from "./device-addresses";
import { type HubGroup, hasPrivatePath, hubGroups } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";
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

/** WANs with something to protect: those with a private-IP link, and others that may reach what is protected. */
export function protectedGroups(network: Network): readonly HubGroup[] {
  const groups = hubGroups(network);
  const inUse = groups.filter(hasPrivatePath);
  return groups.filter((group) => {
    return inUse.includes(group) || (!mayBeOneOf(group, inUse) && mayProtect(protectedFrom(network, group)));
  });
}

function mayProtect(wanted: Protected): boolean {
  return protectsAnything(wanted) || wanted.doubts.length > 0;
}

// Hubs of which can't be told in which WAN they are leave those open that they may be in.
function mayBeOneOf({ wan }: HubGroup, others: readonly HubGroup[]): boolean {
  return others.some((other) => wan === undefined || other.wan === undefined || mayBeOne(wan, other.wan));
}

/** The statements that say what must be reached encrypted from the hubs of a WAN. */
export function protecting(network: Network, group: HubGroup): readonly IntentStatement[] {
  const nowhere = network.sites.filter((site) => site.connections.length === 0 && isIn(site, group, network) !== "no");
  const parts = [...partsOf(group), ...nowhere];
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
 * What intent says is protected: of the inputs that have a part in the WAN; and where one of them doesn't say, all that its
 * sites with a link over ExpressRoute announce or list, connected or not, and what was encrypted before the change. Where
 * none says, that of all of them. What is protected in one WAN of an input is protected from the others too.
 */
export function protectedFrom(network: Network, group: HubGroup): Protected {
  const found = known.get(group) ?? foundIn(network, group);
  known.set(group, found);
  return found;
}

const known = new WeakMap<HubGroup, Protected>();

function foundIn(network: Network, group: HubGroup): Protected {
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
  return protectedIn([...lists, ...listsOfBefore(network, group, statements, lists)], {
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

/** What was encrypted before the change, of which intent says nothing now, and that nobody protects any more. */
function listsOfBefore(
  { before, wans }: Network,
  group: HubGroup,
  statements: readonly IntentStatement[],
  now: readonly ProtectedList[],
): ProtectedList[] {
  if (before === undefined) {
    return [];
  }
  const groups = hubGroups(before).filter((other) => hasPrivatePath(other) && mayBeSame(other, group, wans));
  const isSpokenOf = speaking(statements);
  const lists = groups
    .flatMap((other) => protectedFrom(before, other).lists)
    // A site that was connected nowhere carried nothing.
    .filter(({ by }) => by.resource.type !== "azurerm_vpn_site" && !isSpokenOf(by));
  const kept = new Set(lists.length === 0 ? [] : now.flatMap(({ list }) => list.items.map(knownValue)));
  return lists.flatMap(({ list: { path, items }, by }): ProtectedList[] => {
    const gone = items.filter((field) => field.state === "known" && !kept.has(field.value));
    return gone.length === 0 ? [] : [{ list: { path, items: gone }, because: "before", by }];
  });
}

/** Whether a WAN of before may be this one: it has its address or its id, or there is none such now. */
function mayBeSame({ wan: was }: HubGroup, { wan }: HubGroup, wans: readonly VirtualWan[]): boolean {
  const same = was === undefined ? undefined : wans.find((one) => isSameResource(one, was));
  return same === undefined || wan === undefined || same === wan;
}

/** Whether statements speak of what an input made, or of a part that has this address now. */
function speaking(statements: readonly IntentStatement[]): (part: Part) => boolean {
  const inputs = new Set(statements.map(({ resource }) => resource.input));
  const isAll = statements.some(({ scope }) => scope === "all");
  const parts = new Set(statements.flatMap(({ scope }) => (scope === "all" ? [] : [...scope].map(keyOf))));
  return (part) => isAll || inputs.has(part.resource.input) || parts.has(keyOf(part));
}

function keyOf({ resource }: Part): string {
  return `${resource.input}\n${resource.address}`;
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

function prefixesIn(list: Items<Field<string>>, devices: Addresses): Prefix[] {
  return prefixesOf(list).flatMap(({ prefix }) => devices.outOf(prefix));
}

/** Marks the prefixes of all lists among routes. IPv4 only, as hubs are. */
export function markProtected({ lists, devices }: Protected, routes: LearnedRoutes): void {
  for (const { list } of lists) {
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
  return lists.some(({ list }) => list.items.some((field) => prefixOfField(field) !== undefined));
}

/** Openings that leave open what is protected by default: what may be reached through tunnels on the private path. */
function hidesProtected({ carriage, part }: Opening): boolean {
  return part.resource.type === "azurerm_vpn_gateway_connection" && carriage !== "internet-tunnel";
}
