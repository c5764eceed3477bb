import { prefixesOf } from "../network/facts/prefixes";
import { knownValue, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { Network, SpokeConnection, VirtualHub } from "../network/network";
import type { RouteTable, RoutingIntent, StaticRoute } from "../network/routing";
import { routeOf } from "./advertised-routes";
import { type Learned, type Opening, type RouteSource, together } from "./source";

/** What a hub has of its own: its spokes, the static routes of its default table, and its routing intent. */
export function azureRoutes(network: Network, hub: VirtualHub): Learned {
  const tables = network.routeTables.filter((table) => table.isDefault && targetOf(table.hub) === hub);
  const intents = network.routingIntents.filter((intent) => targetOf(intent.hub) === hub);
  return together([
    ...hub.spokeConnections.map((spoke) => spokeRoutes(spoke, hub)),
    ...tables.map((table) => tableRoutes(table, hub)),
    { routes: [], openings: intents.flatMap(intentOpenings) },
  ]);
}

// Addresses of a spoke that can't be told are left to `address-overlap`: a spoke with on-premises addresses is its fault.
function spokeRoutes(spoke: SpokeConnection, hub: VirtualHub): Learned {
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
  const prefixes = space === undefined ? [] : prefixesOf(space).filter(({ prefix }) => prefix.family === 4);
  return { routes: prefixes.map(({ prefix }) => routeOf(prefix, source)), openings: [] };
}

function tableRoutes(table: RouteTable, hub: VirtualHub): Learned {
  const more: Opening[] =
    table.routes.unknown === undefined
      ? []
      : [
          openingOf(table, table.routes.path, `which static routes ${table.resource.address} has`, [
            table.routes.unknown,
          ]),
        ];
  return together([
    ...table.routes.items.map((route) => staticRoutes(route, table, hub)),
    { routes: [], openings: more },
  ]);
}

/** A static route leads to a firewall or an appliance; what that does with a packet is in no input. */
function staticRoutes(route: StaticRoute, table: RouteTable, hub: VirtualHub): Learned {
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
  const prefixes = prefixesOf(route.destinations).filter(({ prefix }) => prefix.family === 4);
  return {
    routes: prefixes.map(({ prefix }) => routeOf(prefix, source)),
    openings: open.length > 0 ? [openingOf(source.part, route.path, `where static route ${name} leads`, open)] : [],
  };
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
