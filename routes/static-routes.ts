import { type Phrase, phrase } from "../network/facts/called/phrase";
import { addressOf, type Thing } from "../network/facts/called/thing";
import { prefixesOf } from "../network/facts/prefixes";
import { isManaged } from "../network/facts/standing";
import { type Field, type Items, targetOf, type Unknown, unknownsOf } from "../network/field";
import type {
  Network,
  NextHopRoute,
  Part,
  RouteTable,
  SpokeConnection,
  StaticRoute,
  VirtualHub,
} from "../network/network";
import type { HubTable } from "./hub-table";
import type { LearnedRoutes } from "./learned-routes";
import { hopTo, hopToAddress, type NextHop, staysIn } from "./next-hop";
import { onlyInto, type Propagation, propagationOf, under } from "./propagation";
import type { Reach } from "./reach";
import type { Opening, Placing, RouteSource } from "./source";

/** The static routes of a route table. They stay in it. */
export function learnTableRoutes(
  network: Network,
  table: RouteTable,
  followed: HubTable,
  placing: Placing,
  into: LearnedRoutes,
): void {
  for (const route of table.routes.items) {
    learnTableRoute(network, route, holderOf(table), onlyInto(followed), placing, into);
  }
}

/** The static routes of a table of a hub's own making. */
export function learnCustomTable(network: Network, followed: HubTable, into: LearnedRoutes): void {
  const { custom, hub } = followed;
  if (custom !== undefined) {
    learnTableRoutes(network, custom, followed, { hub, unknowns: [] }, into);
    into.open(tableOpenings(custom, onlyInto(followed), []));
  }
}

/** A static route that is, or may be, in tables of a hub. */
export function learnTableRoute(
  network: Network,
  route: StaticRoute,
  part: Part,
  propagation: Propagation,
  { hub, unknowns }: Placing,
  into: LearnedRoutes,
): void {
  const via = addressOf({ holder: hub, route });
  const hop = hopTo(network, hub, route);
  const doubted: NextHop =
    unknowns.length === 0
      ? hop
      : { carriage: "unknown", carriageUnknowns: [...unknowns, ...hop.carriageUnknowns], spoke: undefined };
  learnStatic({ hub, part, via, over: thingOf(route, part), propagation }, route.destinations, doubted, into);
}

/** Routes that a table may have beside those that are known. */
export function tableOpenings(table: RouteTable, propagation: Propagation, doubts: readonly Unknown[]): Opening[] {
  const { items, path, unknown } = table.routes;
  const what = phrase`which static routes ${table} has`;
  return [
    ...items.flatMap((route) => staticOpenings(route, holderOf(table), propagation, doubts)),
    ...(unknown === undefined ? [] : [openingOf(table, path, what, [...doubts, unknown], propagation)]),
  ];
}

/** What holds the static routes of a table: its hub, where nobody describes the table. */
function holderOf(table: RouteTable): Part {
  return table.resource.standing === "outside" ? (targetOf(table.hub) ?? table) : table;
}

/** Destinations of a static route that can't be told. */
export function staticOpenings(
  route: StaticRoute,
  part: Part,
  propagation: Propagation,
  doubts: readonly Unknown[],
): Opening[] {
  const open = [
    ...unknownsOf(route.destinations),
    ...(route.destinationsType.state === "unknown" ? [route.destinationsType.unknown] : []),
    ...(isByName(route) ? [{ decidedBy: [`${route.holder.resource.address}.${route.destinationsType.path}`] }] : []),
  ];
  const what = phrase`where ${thingOf(route, part)} leads`;
  return open.length > 0 ? [openingOf(part, route.path, what, [...doubts, ...open], propagation)] : [];
}

/** A static route as what holds it has it, or as a resource of its own. */
function thingOf(route: StaticRoute, part: Part): Thing {
  return part.resource.type === "azurerm_virtual_hub_route_table_route" ? part : { holder: part, route };
}

// Destinations by resource or service: which addresses those are is in no input.
function isByName({ destinationsType }: StaticRoute): boolean {
  return destinationsType.state === "known" && destinationsType.value !== "CIDR";
}

/** The routes that stand in the hub itself, which are in its default table (inference). */
export function learnHubRoutes(network: Network, hub: VirtualHub, own: HubTable, into: LearnedRoutes): void {
  const propagation = onlyInto(own);
  // What no input shows of a hub, such as these, its own input tells.
  if (!isManaged(hub)) {
    return;
  }
  for (const route of hub.routes.items) {
    const over: Thing = { holder: hub, route };
    const hop = hopToAddress(network, route.nextHopAddress, hub);
    learnStatic({ hub, part: hub, via: addressOf(over), over, propagation }, route.prefixes, hop, into);
    into.open(destinationOpenings(route, hub, phrase`where ${over} leads`, propagation));
  }
  const { unknown, path } = hub.routes;
  if (unknown !== undefined) {
    into.open([openingOf(hub, path, phrase`which routes stand in ${hub}`, [unknown], propagation)]);
  }
}

/**
 * The static routes of a spoke connection: they come into the tables that it propagates to, those of other hubs too, unless
 * that is off. https://learn.microsoft.com/azure/virtual-wan/whats-new#knownissues (2, note)
 */
export function learnSpokeStatics(
  network: Network,
  spoke: SpokeConnection,
  { hub, unknowns }: Placing,
  into: LearnedRoutes,
): void {
  const { items, unknown, path } = spoke.staticRoutes;
  if (items.length === 0 && unknown === undefined) {
    return;
  }
  const propagation = under(areHanded(spoke), propagationOf(spoke.routing, "vnet", spoke.resource));
  const via = spoke.resource.address;
  for (const route of items) {
    const hop = hopToAddress(network, route.nextHopAddress, spoke);
    const doubted: NextHop =
      unknowns.length === 0
        ? hop
        : { carriage: "unknown", carriageUnknowns: [...unknowns, ...hop.carriageUnknowns], spoke: undefined };
    learnStatic({ hub, part: spoke, via, over: spoke, propagation }, route.prefixes, doubted, into);
    into.open(destinationOpenings(route, spoke, phrase`where the static routes of ${spoke} lead`, propagation));
  }
  if (unknown !== undefined) {
    const what = phrase`which static routes ${spoke} has`;
    into.open([openingOf(spoke, path, what, [...unknowns, unknown], propagation)]);
  }
}

function areHanded({ propagatesStaticRoutes: flag, resource }: SpokeConnection): Reach {
  if (flag.state === "unknown") {
    return { name: `static routes of ${resource.input}\n${resource.address}`, unknowns: [flag.unknown] };
  }
  return flag.state === "known" && !flag.value ? "no" : "yes";
}

function destinationOpenings(
  { prefixes, path }: NextHopRoute,
  part: Part,
  what: Phrase,
  propagation: Propagation,
): Opening[] {
  const unknowns = unknownsOf(prefixes);
  return unknowns.length > 0 ? [openingOf(part, path, what, unknowns, propagation)] : [];
}

type Learner = Pick<RouteSource, "hub" | "part" | "via" | "over" | "propagation">;

function learnStatic(learner: Learner, prefixes: Items<Field<string>>, hop: NextHop, into: LearnedRoutes): void {
  const { carriage, carriageUnknowns, nextHop, spoke } = hop;
  const source: RouteSource = {
    kind: "static",
    ...learner,
    carriage,
    asPathLength: 0,
    weight: undefined,
    asPathUnknowns: [],
    carriageUnknowns,
    ...(nextHop === undefined ? {} : { nextHop }),
    needs: [],
  };
  const staying: RouteSource = { ...source, carriage: "azure", carriageUnknowns: [] };
  for (const { prefix } of prefixesOf(prefixes)) {
    if (prefix.family === 4) {
      into.add(Number(prefix.first), prefix.length, staysIn(spoke, prefix) ? staying : source);
    }
  }
}

function openingOf(
  part: Part,
  path: string,
  what: Phrase,
  unknowns: readonly Unknown[],
  propagation: Propagation,
): Opening {
  return { carriage: "unknown", propagation, part, path, what, unknowns };
}
