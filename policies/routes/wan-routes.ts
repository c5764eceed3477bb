import type { Prefix } from "../../lib/address/prefix";
import { called } from "../network/facts/names";
import { expressRouteOf } from "../network/facts/private-path";
import { isManaged } from "../network/facts/standing";
import type { Network, VirtualHub, VirtualWan } from "../network/network";
import type { ConnectionRouting } from "../network/routing";
import { azureRoutes } from "./azure-routes";
import { expressRouteRoutes } from "./expressroute-routes";
import { isPrivateIn } from "./private-wan";
import { Rib, UnsortedRoutes } from "./rib";
import { type Learned, type Opening, type Route, type RouteSource, together } from "./source";
import { tunnelRoutes } from "./tunnel-routes";
import { unseenTunnels } from "./unseen-tunnels";

/** Hubs that tell each other their routes: those of one WAN. */
export interface HubGroup {
  readonly wan: VirtualWan | undefined;
  readonly hubs: readonly VirtualHub[];
}

/** The hubs, WAN by WAN. Where the inputs show no more than one WAN, every hub is taken to be in it. */
export function hubGroups(network: Network): HubGroup[] {
  if (network.wans.length < 2) {
    return network.hubs.length === 0 ? [] : [{ wan: network.wans[0], hubs: network.hubs }];
  }
  const byWan = network.wans.map((wan) => ({ wan, hubs: wan.hubs })).filter(({ hubs }) => hubs.length > 0);
  const strays = network.hubs.filter(({ wan }) => wan.state !== "resolved");
  return [...byWan, ...strays.map((hub) => ({ wan: undefined, hubs: [hub] }))];
}

/** Whether any link of a WAN uses, or may use, the gateway's private addresses. */
export function hasPrivatePath(group: HubGroup): boolean {
  return isPrivateIn(group) !== "no";
}

/** The routes of all hubs of a WAN, and what may be there beside them. */
export function routesOf(network: Network, group: HubGroup): Learned {
  return together([
    ...group.hubs.map((hub) => routesAt(network, hub)),
    { routes: [], openings: otherHubs(network, group) },
  ]);
}

function routesAt(network: Network, hub: VirtualHub): Learned {
  return together([
    tunnelRoutes(hub),
    expressRouteRoutes(network, hub),
    azureRoutes(network, hub),
    { routes: [], openings: [...otherTables(hub), ...unseenTunnels(network, hub)] },
  ]);
}

/** Connections whose routes may not come into the default table. */
function otherTables(hub: VirtualHub): Opening[] {
  const connections = [...hub.vpnGateways.flatMap((gateway) => gateway.connections), ...expressRouteOf(hub)];
  return connections.flatMap((connection): Opening[] => {
    const unknowns = whyNotDefault(connection.routing, connection.resource.address);
    const what = `into which route tables the routes of ${called("connection", connection)} come`;
    return unknowns.length === 0
      ? []
      : [{ carriage: "unknown", part: connection, path: connection.routing.path, what, unknowns }];
  });
}

function whyNotDefault(
  { associatedRouteTable, propagatedRouteTables, propagatedLabels }: ConnectionRouting,
  address: string,
) {
  const associated = associatedRouteTable.state === "unknown" ? [associatedRouteTable.unknown] : [];
  const custom =
    associatedRouteTable.state === "resolved" && !associatedRouteTable.to.isDefault
      ? [{ decidedBy: [associatedRouteTable.to.resource.address] }]
      : [];
  return [...associated, ...custom, ...whyNotPropagated(propagatedRouteTables, propagatedLabels, address)];
}

function whyNotPropagated(
  tables: ConnectionRouting["propagatedRouteTables"],
  labels: ConnectionRouting["propagatedLabels"],
  address: string,
) {
  const stated = tables.items.length + labels.items.length > 0 || tables.unknown !== undefined;
  const toDefault =
    tables.items.some((table) => table.state === "resolved" && table.to.isDefault) ||
    labels.items.some((label) => label.state === "known" && label.value === "default");
  return !stated || toDefault
    ? []
    : tables.unknown !== undefined
      ? [tables.unknown]
      : [{ decidedBy: [`${address}.${tables.path}`] }];
}

/** Hubs that may be in the WAN unseen, and a hub of which can't be told in which WAN it is. */
function otherHubs(network: Network, { wan, hubs }: HubGroup): Opening[] {
  const [hub] = hubs;
  if (wan === undefined && network.wans.length > 1 && hub?.wan.state === "unknown") {
    const what = `in which WAN ${called("hub", hub)} is`;
    return [{ carriage: "unknown", part: hub, path: hub.wan.path, what, unknowns: [hub.wan.unknown] }];
  }
  if (wan === undefined || hub === undefined || isManaged(wan) || listsNoMore(wan, hubs.length)) {
    return [];
  }
  const what = `what other hubs of ${called("WAN", wan)} learn`;
  const unknowns = [{ decidedBy: [wan.resource.address] }];
  return [{ carriage: "clear", part: hub, path: hub.wan.path, what, unknowns }];
}

// A data source lists the hubs of its WAN.
function listsNoMore({ resource }: VirtualWan, seen: number): boolean {
  const ids = resource.attributes.virtual_hub_ids;
  return Array.isArray(ids) && ids.length <= seen;
}

/** Routes in address order, beside prefixes that mark the addresses one asks about. */
export interface MarkedRoutes {
  readonly rib: Rib;
  /** By number; undefined for a mark. */
  readonly sources: readonly (RouteSource | undefined)[];
}

/** Sorts routes, with marks among them. */
export function marked(routes: readonly Route[], marks: readonly Prefix[]): MarkedRoutes {
  const unsorted = new UnsortedRoutes();
  const sources: (RouteSource | undefined)[] = [undefined];
  const numbers = new Map<RouteSource, number>();
  for (const mark of marks) {
    if (mark.family === 4) {
      unsorted.add(Number(mark.first), mark.length, 0);
    }
  }
  for (const { first, length, source } of routes) {
    const number = numbers.get(source) ?? sources.push(source) - 1;
    numbers.set(source, number);
    unsorted.add(first, length, number);
  }
  return { rib: Rib.of(unsorted), sources };
}
