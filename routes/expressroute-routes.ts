import { unstatedOverExpressRoute } from "../network/facts/advertised";
import { isOn as flagIsOn } from "../network/facts/answer";
import { phrase } from "../network/facts/called/phrase";
import { expressRouteOf, unseenExpressRoute } from "../network/facts/private-path";
import { knownValue, type Ref, targetOf } from "../network/field";
import type { ExpressRouteCircuit, ExpressRouteConnection, Network, VirtualHub } from "../network/network";
import { type Entry, learnAdvertised, learnListed, openingAt } from "./advertised-routes";
import { LearnedRoutes } from "./learned-routes";
import { ANYWHERE, propagationOf } from "./propagation";
import type { Need, Opening, Route } from "./source";

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
  into.open(fromOutside(hub));
}

function learnOver(connection: ExpressRouteConnection, hub: VirtualHub, into: LearnedRoutes): void {
  const entry = entryOf(connection, hub);
  const { advertised } = connection;
  if (advertised === undefined) {
    into.open([openingAt(entry, [unstatedOverExpressRoute(connection)])]);
  } else {
    learnAdvertised(entry, advertised, into);
  }
}

function entryOf(connection: ExpressRouteConnection, hub: VirtualHub): Entry {
  return {
    draft: {
      kind: "expressroute",
      hub,
      propagation: propagationOf(connection.routing, "expressroute", connection.resource),
      carriage: "clear",
      weight: knownValue(connection.routingWeight),
      carriageUnknowns: [],
      via: connection.resource.address,
      over: connection,
      part: connection,
      needs: needsOf(connection),
    },
    routing: connection.routing,
    part: connection,
    path: "",
    what: () => phrase`what is advertised over ${connection}`,
  };
}

/**
 * The prefixes of other hubs that come back over a circuit which both are connected to: hubs don't tell each other their
 * own. https://learn.microsoft.com/azure/virtual-wan/whats-new#knownissues (5)
 */
export function reflectedRoutes({ hubs }: { readonly hubs: readonly VirtualHub[] }): readonly Route[] {
  const learned = new LearnedRoutes();
  const connections = hubs.flatMap((hub) => expressRouteOf(hub).map((connection) => ({ hub, connection })));
  for (const { hub, connection } of connections) {
    const circuit = targetOf(connection.peering)?.circuit;
    const others = connections.filter(
      (one) => one.hub !== hub && circuit !== undefined && isOn(circuit, one.connection),
    );
    for (const other of new Set(others.map((one) => one.hub))) {
      const list = { path: other.addressPrefix.path, items: [other.addressPrefix] };
      learnListed(entryOf(connection, hub), list, undefined, [], learned);
    }
  }
  return learned.routes;
}

function isOn(circuit: Ref<ExpressRouteCircuit>, { peering }: ExpressRouteConnection): boolean {
  const other = targetOf(peering)?.circuit;
  return other !== undefined && targetOf(circuit) !== undefined && targetOf(circuit) === targetOf(other);
}

/** What a route over an ExpressRoute connection needs: the connection, and its circuit. */
export function needsOf(connection: ExpressRouteConnection): Need[] {
  const own: Need = { what: "connection", name: connection.resource.address, thing: connection };
  const peering = targetOf(connection.peering);
  const circuit = peering && targetOf(peering.circuit);
  return circuit === undefined ? [own] : [own, { what: "circuit", name: circuit.resource.address, thing: circuit }];
}

/** Prefixes of virtual networks outside Virtual WAN that share a circuit, where the gateway lets them in: nobody states them. */
function fromOutside(hub: VirtualHub): Opening[] {
  return hub.expressRouteGateways.flatMap((gateway): Opening[] => {
    const { admitsOutsideTraffic: flag, resource } = gateway;
    if (flagIsOn(flag) === "no") {
      return [];
    }
    const what = phrase`which prefixes of networks outside Virtual WAN ${hub} learns over ${gateway}`;
    const unknowns = [flag.state === "unknown" ? flag.unknown : { decidedBy: [`${resource.address}.${flag.path}`] }];
    return [{ carriage: "clear", propagation: ANYWHERE, part: gateway, path: flag.path, what, unknowns }];
  });
}

function unseen(network: Network, hub: VirtualHub): Opening[] {
  const unknowns = unseenExpressRoute(network, hub);
  const what = phrase`what ${hub} learns over ExpressRoute connections that the inputs may not show`;
  return unknowns.length === 0
    ? []
    : [{ carriage: "clear", propagation: ANYWHERE, part: hub, path: "", what, unknowns }];
}
