import { routingIntentsAt } from "../../../network/facts/at-hub";
import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { isByAzapi, isManaged } from "../../../network/facts/standing";
import { type Ref, targetOf, type Unknown } from "../../../network/field";
import type { ExpressRouteConnection, Network, RoutingIntent, StaticRoute, VirtualHub } from "../../../network/network";
import { at, undecided, violation } from "../judgement";
import type { Judgement, Place } from "../rule";
import { staticRouteThing } from "./static-routes";
import { cannotTell } from "./unknowns";

/** What doesn't go beside routing intent: a hub with one manages association and propagation itself. */
export function* judgeBesideIntent(network: Network): Iterable<Judgement> {
  yield* judgeTables(network);
  yield* judgeRoutes(network);
  for (const connection of network.expressRouteConnections.filter(isManaged)) {
    yield* judgeMaps(network, connection);
  }
}

/** The routing intent of a hub, or why there may be one. */
interface Beside {
  readonly intent: RoutingIntent | undefined;
  readonly unknowns: readonly Unknown[];
}

function intentAt(network: Network, hub: Ref<VirtualHub>): Beside {
  if (hub.state !== "resolved") {
    const mayBeThere = hub.state === "unknown" && network.routingIntents.length > 0;
    return { intent: undefined, unknowns: mayBeThere ? [hub.unknown] : [] };
  }
  const { certain, doubtful } = routingIntentsAt(network, hub.to);
  return { intent: certain[0], unknowns: doubtful.flatMap(({ unknowns }) => unknowns) };
}

function* judgeTables(network: Network): Iterable<Judgement> {
  for (const table of network.routeTables.filter((one) => isManaged(one) && !(one.isDefault && isByAzapi(one)))) {
    const remedy = "Keep either routing intent or route tables of your own: a hub can't have both.";
    yield* judgeOne(at(table, table.hub.path), phrase`${table}`, intentAt(network, table.hub), remedy);
  }
}

/** Static routes of default tables to a virtual network; those of other tables stand in one that is refused itself. */
function* judgeRoutes(network: Network): Iterable<Judgement> {
  const remedy = "Take the static route out: beside routing intent, traffic goes through its next hop.";
  for (const { hub, routes } of network.routeTables.filter(({ isDefault }) => isDefault)) {
    for (const route of routes.items.filter(leadsToSpoke)) {
      yield* judgeOne(placeOf(route), calledRoute(route), intentAt(network, hub), remedy);
    }
  }
  for (const { table, route } of network.strayRoutes.filter(({ route }) => leadsToSpoke(route))) {
    const unknowns = table.state === "unknown" && network.routingIntents.length > 0 ? [table.unknown] : [];
    yield* judgeOne(placeOf(route), calledRoute(route), { intent: undefined, unknowns }, remedy);
  }
}

function leadsToSpoke({ holder, nextHop }: StaticRoute): boolean {
  return isManaged(holder) && targetOf(nextHop)?.resource.type === "azurerm_virtual_hub_connection";
}

function placeOf({ holder, nextHop }: StaticRoute): Place {
  return at(holder, nextHop.path);
}

function calledRoute(route: StaticRoute): Phrase {
  const next = targetOf(route.nextHop);
  return phrase`${staticRouteThing(route)}, which leads to ${next ?? "a virtual network"},`;
}

function* judgeOne(place: Place, what: Phrase, { intent, unknowns }: Beside, remedy: string): Iterable<Judgement> {
  if (intent !== undefined) {
    const evidence = { routingIntent: intent.resource.address };
    yield violation(place, { message: phrase`${what} stands beside ${intent}`, remedy, evidence });
  } else if (unknowns.length > 0) {
    yield cannotTell(place, unknowns, phrase`whether ${what} stands beside routing intent can't be told`);
  }
}

/**
 * A route map on a connection beside routing intent. Whether Azure takes what the provider sends is told by nobody but
 * Azure; azapi can leave the route tables of the connection empty, as routing intent wants them.
 */
function* judgeMaps(network: Network, connection: ExpressRouteConnection): Iterable<Judgement> {
  const { gateway, routing, resource } = connection;
  const map = [routing.inboundRouteMap, routing.outboundRouteMap].find(({ state }) => state !== "absent");
  const hub = gateway.state === "resolved" ? gateway.to.hub : gateway;
  const { intent, unknowns } = intentAt(network, hub);
  if (map === undefined || isByAzapi(connection) || (intent === undefined && unknowns.length === 0)) {
    return;
  }
  const beside = intent === undefined ? "may stand beside routing intent" : phrase`stands beside ${intent}`;
  yield undecided(at(connection, map.path), [...unknowns, { decidedBy: [`${resource.address}.${map.path}`] }], {
    message: phrase`the route map on ${connection} ${beside}: whether Azure takes it there can't be told`,
    remedy:
      "Attach the map by an azapi_resource without route tables, or check that it is there after the apply: azurerm's routing block demands a route table, which routing intent doesn't allow (hashicorp/terraform-provider-azurerm#32724).",
  });
}
