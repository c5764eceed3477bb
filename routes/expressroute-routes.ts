import { unstatedOverExpressRoute } from "../network/facts/advertised";
import { called } from "../network/facts/names";
import { expressRouteOf, unseenExpressRoute } from "../network/facts/private-path";
import { targetOf } from "../network/field";
import type { ExpressRouteConnection, Network, VirtualHub } from "../network/network";
import { type Entry, learnAdvertised, openingAt } from "./advertised-routes";
import { LearnedRoutes } from "./learned-routes";
import type { Loss, Opening } from "./source";

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
      part: connection,
      needs: needsOf(connection),
    },
    routing: connection.routing,
    part: connection,
    path: "",
    what: () => `what is advertised over ${called("ExpressRoute connection", connection)}`,
  };
  const { advertised } = connection;
  if (advertised === undefined) {
    into.open([openingAt(entry, [unstatedOverExpressRoute(connection)])]);
  } else {
    learnAdvertised(entry, advertised, into);
  }
}

function needsOf(connection: ExpressRouteConnection): Loss[] {
  const circuit = circuitOf(connection);
  const own: Loss = { what: "connection", name: connection.resource.address };
  return circuit === undefined ? [own] : [own, { what: "circuit", name: circuit }];
}

/** The circuit of an ExpressRoute connection by its Terraform address. */
export function circuitOf({ peering }: ExpressRouteConnection): string | undefined {
  const known = targetOf(peering);
  return known === undefined ? undefined : targetOf(known.circuit)?.resource.address;
}

function unseen(network: Network, hub: VirtualHub): Opening[] {
  const unknowns = unseenExpressRoute(network, hub);
  const what = `what ${called("hub", hub)} learns over ExpressRoute connections that the inputs may not show`;
  return unknowns.length === 0 ? [] : [{ carriage: "clear", part: hub, path: "", what, unknowns }];
}
