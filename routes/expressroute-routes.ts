import { unstatedOverExpressRoute } from "../network/facts/advertised";
import { phrase } from "../network/facts/called/phrase";
import { expressRouteOf, unseenExpressRoute } from "../network/facts/private-path";
import { targetOf } from "../network/field";
import type { ExpressRouteConnection, Network, VirtualHub } from "../network/network";
import { type Entry, learnAdvertised, openingAt } from "./advertised-routes";
import { LearnedRoutes } from "./learned-routes";
import type { Need, Opening } from "./source";

/** What a hub learns over its ExpressRoute connections, as far as intent tells. */
export function expressRouteRoutes(network: Network, hub: VirtualHub): LearnedRoutes {
  const learned = new LearnedRoutes();
  learnExpressRouteRoutes(network, hub, learned);
  return learned;
}

/** The same, beside what is learned already. */
export function learnExpressRouteRoutes(network: Network, hub: VirtualHub, into: LearnedRoutes): void {
  for (const connection of expressRouteOf(hub)) {
    learnOver(connection, hub, into);
  }
  into.open(unseen(network, hub));
}

function learnOver(connection: ExpressRouteConnection, hub: VirtualHub, into: LearnedRoutes): void {
  const via = connection.resource.address;
  const entry: Entry = {
    draft: {
      kind: "expressroute",
      hub,
      carriage: "clear",
      carriageUnknowns: [],
      via,
      over: connection,
      part: connection,
      needs: needsOf(connection),
    },
    routing: connection.routing,
    part: connection,
    path: "",
    what: () => phrase`what is advertised over ${connection}`,
  };
  const { advertised } = connection;
  if (advertised === undefined) {
    into.open([openingAt(entry, [unstatedOverExpressRoute(connection)])]);
  } else {
    learnAdvertised(entry, advertised, into);
  }
}

/** What a route over an ExpressRoute connection needs: the connection, and its circuit. */
export function needsOf(connection: ExpressRouteConnection): Need[] {
  const own: Need = { what: "connection", name: connection.resource.address, thing: connection };
  const peering = targetOf(connection.peering);
  const circuit = peering && targetOf(peering.circuit);
  return circuit === undefined ? [own] : [own, { what: "circuit", name: circuit.resource.address, thing: circuit }];
}

function unseen(network: Network, hub: VirtualHub): Opening[] {
  const unknowns = unseenExpressRoute(network, hub);
  const what = phrase`what ${hub} learns over ExpressRoute connections that the inputs may not show`;
  return unknowns.length === 0 ? [] : [{ carriage: "clear", part: hub, path: "", what, unknowns }];
}
