import { bgpConnectionsAt, routeTablesAt, routingIntentsAt } from "../network/facts/at-hub";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import { addressOf, type Thing } from "../network/facts/called/thing";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../network/field";
import type {
  HubBgpConnection,
  Network,
  Part,
  RouteTable,
  RoutingIntent,
  SpokeConnection,
  StaticRoute,
  VirtualHub,
} from "../network/network";
import type { LearnedRoutes } from "./learned-routes";
import type { Opening, RouteSource } from "./source";

/** What a hub surely has of its own: its spokes, the static routes of its default table, and its routing intent. */
export function learnAzureRoutes(network: Network, hub: VirtualHub, into: LearnedRoutes): void {
  for (const spoke of hub.spokeConnections) {
    learnSpokeRoutes(spoke, { hub, unknowns: [] }, into);
  }
  for (const table of routeTablesAt(network, hub).certain.filter(({ isDefault }) => isDefault)) {
    learnTableRoutes(table, { hub, unknowns: [] }, into);
    into.open(tableOpenings(table, []));
  }
  into.open(routingIntentsAt(network, hub).certain.flatMap((intent) => intentOpenings(intent, [])));
  into.open(bgpConnectionsAt(network, hub).certain.map((appliance) => applianceOpening(appliance, [])));
}

/** Where something is, or may be. */
export interface Placing {
  readonly hub: VirtualHub;
  /** Why it may not be there. */
  readonly unknowns: readonly Unknown[];
}

// Addresses of a spoke that can't be told are left to `address-overlap`: a spoke with on-premises addresses is its fault.
export function learnSpokeRoutes(spoke: SpokeConnection, { hub, unknowns }: Placing, into: LearnedRoutes): void {
  const space = targetOf(spoke.virtualNetwork)?.addressSpace;
  const source: RouteSource = {
    kind: "spoke",
    hub,
    carriage: unknowns.length === 0 ? "azure" : "unknown",
    asPathLength: 0,
    asPathUnknowns: [],
    carriageUnknowns: unknowns,
    via: spoke.resource.address,
    over: spoke,
    part: spoke,
    needs: [],
  };
  if (space !== undefined) {
    into.addListed(space, source);
  }
}

export function learnTableRoutes(table: RouteTable, placing: Placing, into: LearnedRoutes): void {
  for (const route of table.routes.items) {
    learnStaticRoutes(route, holderOf(table), placing, into);
  }
}

/** Routes that a table may have beside those that are known. */
export function tableOpenings(table: RouteTable, doubts: readonly Unknown[]): Opening[] {
  const { items, path, unknown } = table.routes;
  const what = phrase`which static routes ${table} has`;
  return [
    ...items.flatMap((route) => staticOpenings(route, holderOf(table), doubts)),
    ...(unknown === undefined ? [] : [openingOf(table, path, what, [...doubts, unknown])]),
  ];
}

/** What holds the static routes of a table: its hub, where nobody describes the table. */
function holderOf(table: RouteTable): Part {
  return table.resource.standing === "outside" ? (targetOf(table.hub) ?? table) : table;
}

/** Destinations of a static route that can't be told. */
export function staticOpenings(route: StaticRoute, part: Part, doubts: readonly Unknown[]): Opening[] {
  const open = [
    ...unknownsOf(route.destinations),
    ...(route.destinationsType.state === "unknown" ? [route.destinationsType.unknown] : []),
    ...(isByName(route) ? [{ decidedBy: [route.destinationsType.path] }] : []),
  ];
  const what = phrase`where ${thingOf(route, part)} leads`;
  return open.length > 0 ? [openingOf(part, route.path, what, [...doubts, ...open])] : [];
}

/** A static route as what holds it has it, or as a resource of its own. */
function thingOf(route: StaticRoute, part: Part): Thing {
  return part.resource.type === "azurerm_virtual_hub_route_table_route" ? part : { holder: part, route };
}

/** A static route leads to a firewall or an appliance; what that does with a packet is in no input. */
export function learnStaticRoutes(
  route: StaticRoute,
  part: Part,
  { hub, unknowns }: Placing,
  into: LearnedRoutes,
): void {
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
    carriageUnknowns: [...unknowns, { decidedBy }],
    via: addressOf({ holder: hub, route }),
    over: thingOf(route, part),
    part,
    needs: [],
  };
  into.addListed(route.destinations, source);
}

// Destinations by resource or service: which addresses those are is in no input.
function isByName({ destinationsType }: StaticRoute): boolean {
  return destinationsType.state === "known" && destinationsType.value !== "CIDR";
}

/** A private-traffic policy sends everything through a firewall first; one for the internet alone doesn't matter here. */
export function intentOpenings(intent: RoutingIntent, doubts: readonly Unknown[]): Opening[] {
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
  const what = phrase`what the next hop of ${intent} does with private traffic`;
  const decide = [...doubts, ...unknowns, { decidedBy: [...new Set(decidedBy)] }];
  return [openingOf(intent, intent.policies.path, what, decide)];
}

/** What an appliance tells its hub over BGP is in no input, nor what it does with a packet that it draws. */
export function applianceOpening(connection: HubBgpConnection, doubts: readonly Unknown[]): Opening {
  const { resource, peerAddress } = connection;
  const appliance = knownValue(peerAddress) ?? "whose address is unknown";
  const hub = targetOf(connection.hub);
  const what = phrase`which routes the appliance ${appliance} tells ${hub ?? "its hub"} over ${connection}`;
  return openingOf(connection, peerAddress.path, what, [...doubts, { decidedBy: [resource.address] }]);
}

function openingOf(part: Opening["part"], path: string, what: Phrase, unknowns: readonly Unknown[]): Opening {
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
