import type { Unknown } from "../network/field";
import type { ExpressRouteConnection, Network, VirtualHub } from "../network/network";
import { at, violation } from "./judgement";
import { type Answer, allOf, anyOf, isOn, isOpen } from "./reasoning/answer";
import { called } from "./reasoning/names";
import { hubOf, isPrivate, privateLinks, privatePathHubs } from "./reasoning/private-path";
import { isDescribed } from "./reasoning/standing";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** ExpressRoute at a hub with private-IP tunnels goes through the hub's gateway. */
export const fastPathOff: Rule = {
  id: "fast-path-off",
  level: "error",
  section: "Private path",
  what: "ExpressRoute connections of a hub with private-IP connections don't bypass the gateway.",
  why: "FastPath sends traffic from ExpressRoute straight to the virtual networks, past the hub and so past the tunnel (inference: no page speaks of FastPath beside such tunnels).",
  page: "https://learn.microsoft.com/azure/expressroute/about-fastpath",
  *judge(network) {
    const tunnels = tunnelsByHub(network);
    for (const connection of network.expressRouteConnections.filter(isDescribed)) {
      yield* judgeConnection(connection, tunnelsBeside(connection, tunnels));
    }
  },
};

function* judgeConnection(connection: ExpressRouteConnection, tunnels: Answer): Iterable<Judgement> {
  const bypassed = allOf([isOn(connection.gatewayBypass), tunnels]);
  const place = at(connection, connection.gatewayBypass.path);
  const name = called("ExpressRoute connection", connection);
  if (isOpen(bypassed)) {
    yield cannotTell(place, bypassed, `whether ${name} bypasses a hub with private-IP tunnels can't be told`);
  } else if (bypassed === "yes") {
    yield violation(place, {
      message: `${name} bypasses the gateway of a hub with private-IP tunnels`,
      remedy: "Take express_route_gateway_bypass_enabled out.",
      evidence: { gatewayBypass: true },
    });
  }
}

/** Whether there are private-IP tunnels: by hub, and at hubs that can't be told. */
interface Tunnels {
  readonly byHub: ReadonlyMap<VirtualHub, Answer>;
  readonly anywhere: Answer;
  readonly atUnknownHubs: readonly Unknown[];
}

function tunnelsByHub(network: Network): Tunnels {
  const links = privateLinks(network);
  return {
    byHub: new Map(privatePathHubs(network).map(({ hub, inUse }) => [hub, inUse])),
    anywhere: anyOf(links.map(isPrivate)),
    atUnknownHubs: links.map(hubOf).flatMap((hub) => (hub.state === "unknown" ? [hub.unknown] : [])),
  };
}

/** Whether the hub of an ExpressRoute connection has private-IP tunnels. */
function tunnelsBeside({ gateway }: ExpressRouteConnection, tunnels: Tunnels): Answer {
  const hub = gateway.state === "resolved" ? gateway.to.hub : gateway;
  if (hub.state === "resolved") {
    return anyOf([tunnels.byHub.get(hub.to) ?? "no", tunnels.atUnknownHubs.length > 0 ? tunnels.atUnknownHubs : "no"]);
  }
  return tunnels.anywhere === "no" || hub.state === "absent" ? "no" : [hub.unknown];
}
