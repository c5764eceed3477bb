import { called } from "../network/facts/names";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../network/field";
import type {
  HubBgpConnection,
  Network,
  RouteTable,
  RoutingIntent,
  SpokeConnection,
  StaticRoute,
  VirtualHub,
} from "../network/network";
import type { LearnedRoutes } from "./learned-routes";
import type { Opening, RouteSource } from "./source";

/** What a hub has of its own: its spokes, the static routes of its default table, and its routing intent. */
export function learnAzureRoutes(network: Network, hub: VirtualHub, into: LearnedRoutes): void {
  for (const spoke of hub.spokeConnections) {
    learnSpokeRoutes(spoke, hub, into);
  }
  for (const table of network.routeTables.filter(({ isDefault, hub: at }) => isDefault && targetOf(at) === hub)) {
    learnTableRoutes(table, hub, into);
  }
  const intents = network.routingIntents.filter((intent) => targetOf(intent.hub) === hub);
  into.open(intents.flatMap(intentOpenings));
  into.open(network.hubBgpConnections.flatMap((connection) => applianceOpenings(connection, hub)));
}

// Addresses of a spoke that can't be told are left to `address-overlap`: a spoke with on-premises addresses is its fault.
function learnSpokeRoutes(spoke: SpokeConnection, hub: VirtualHub, into: LearnedRoutes): void {
  const space = targetOf(spoke.virtualNetwork)?.addressSpace;
  const source: RouteSource = {
    kind: "spoke",
    hub,
    carriage: "azure",
    asPathLength: 0,
    asPathUnknowns: [],
    carriageUnknowns: [],
    via: spoke.resource.address,
    part: spoke,
    needs: [],
  };
  if (space !== undefined) {
    into.addListed(space, source);
  }
}

function learnTableRoutes(table: RouteTable, hub: VirtualHub, into: LearnedRoutes): void {
  const { items, path, unknown } = table.routes;
  for (const route of items) {
    learnStaticRoutes(route, table, hub, into);
  }
  if (unknown !== undefined) {
    into.open([openingOf(table, path, `which static routes ${table.resource.address} has`, [unknown])]);
  }
}

/** A static route leads to a firewall or an appliance; what that does with a packet is in no input. */
function learnStaticRoutes(route: StaticRoute, table: RouteTable, hub: VirtualHub, into: LearnedRoutes): void {
  const name = knownValue(route.name) ?? route.path;
  const { nextHop } = route;
  const decidedBy =
    nextHop.state === "resolved"
      ? [nextHop.to.resource.address]
      : nextHop.state === "unknown"
        ? nextHop.unknown.decidedBy
        : [nextHop.path];
  const source: RouteSource = {
    kind: "static",
    hub,
    carriage: "unknown",
    asPathLength: 0,
    asPathUnknowns: [],
    carriageUnknowns: [{ decidedBy }],
    via: `${hub.resource.address}#${name}`,
    part: table.resource.standing === "outside" ? hub : table,
    needs: [],
  };
  const open = [
    ...unknownsOf(route.destinations),
    ...(route.destinationsType.state === "unknown" ? [route.destinationsType.unknown] : []),
    ...(isByName(route) ? [{ decidedBy: [route.destinationsType.path] }] : []),
  ];
  into.addListed(route.destinations, source);
  into.open(open.length > 0 ? [openingOf(source.part, route.path, `where static route ${name} leads`, open)] : []);
}

// Destinations by resource or service: which addresses those are is in no input.
function isByName({ destinationsType }: StaticRoute): boolean {
  return destinationsType.state === "known" && destinationsType.value !== "CIDR";
}

/** A private-traffic policy sends everything through a firewall first; one for the internet alone doesn't matter here. */
function intentOpenings(intent: RoutingIntent): Opening[] {
  const open = intent.policies.items.flatMap(({ destinations }) => unknownsOf(destinations));
  const unknowns: Unknown[] = intent.policies.unknown === undefined ? open : [...open, intent.policies.unknown];
  const isPrivate = intent.policies.items.some(({ destinations }) =>
    destinations.items.some((field) => knownValue(field) !== "Internet"),
  );
  if (!isPrivate && unknowns.length === 0) {
    return [];
  }
  const hops = intent.policies.items.flatMap(({ nextHop }) =>
    nextHop.state === "resolved" ? [nextHop.to.resource.address] : [],
  );
  const decidedBy = hops.length > 0 ? hops : [intent.resource.address];
  const what = `what the next hop of routing intent ${intent.resource.address} does with private traffic`;
  return [openingOf(intent, intent.policies.path, what, [...unknowns, { decidedBy: [...new Set(decidedBy)] }])];
}

/** What an appliance tells the hub over BGP is in no input, nor what it does with a packet that it draws. */
function applianceOpenings(connection: HubBgpConnection, hub: VirtualHub): Opening[] {
  const { resource, peerAddress } = connection;
  if (connection.hub.state !== "unknown" && targetOf(connection.hub) !== hub) {
    return [];
  }
  const appliance = knownValue(peerAddress) ?? "whose address is unknown";
  const what = `which routes the appliance ${appliance} tells ${called("hub", hub)} over ${called("BGP connection", connection)}`;
  const unknowns = [
    ...(connection.hub.state === "unknown" ? [connection.hub.unknown] : []),
    { decidedBy: [resource.address] },
  ];
  return [openingOf(connection, peerAddress.path, what, unknowns)];
}

function openingOf(part: Opening["part"], path: string, what: string, unknowns: readonly Unknown[]): Opening {
  return { carriage: "unknown", part, path, what, unknowns };
}

/** A spoke whose traffic follows a route table of its own, or of which that can't be told. */
export function followsOwnTable({ routing }: SpokeConnection): Unknown[] {
  const table = routing.associatedRouteTable;
  if (table.state === "unknown") {
    return [table.unknown];
  }
  return table.state === "resolved" && !table.to.isDefault ? [{ decidedBy: [table.to.resource.address] }] : [];
}
