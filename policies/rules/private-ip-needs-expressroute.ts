import { isOpen, openOf } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import {
  expressRouteOf,
  type PrivatePathHub,
  type PrivateUse,
  privatePathHubs,
  privateUses,
  unseenExpressRoute,
} from "../../network/facts/private-path";
import { isManaged } from "../../network/facts/standing";
import { knownValue, targetOf } from "../../network/field";
import type { ExpressRouteConnection, Network, Part } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A hub whose tunnels use private addresses has ExpressRoute to carry them. */
export const privateIpNeedsExpressroute: Rule = {
  id: "private-ip-needs-expressroute",
  level: "error",
  section: "Private path",
  what: "A hub with a private-IP connection has an ExpressRoute gateway and at least one ExpressRoute connection, over private peering.",
  why: "The gateway's private addresses are reached over ExpressRoute only; without it such a tunnel never comes up. Azure takes the connection all the same.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    for (const one of privatePathHubs(network)) {
      if (!expressRouteOf(one.hub).some(mayBePrivate)) {
        yield* judgeHub(network, one);
      }
    }
    yield* judgeHubless(network);
  },
};

/** Microsoft peering reaches none of the hub's private addresses. What is known by id only is taken for private peering. */
function mayBePrivate({ peering }: ExpressRouteConnection): boolean {
  const to = targetOf(peering);
  const type = to === undefined ? undefined : knownValue(to.peeringType);
  return type === undefined || type === PRIVATE;
}

const PRIVATE = "AzurePrivatePeering";

function* judgeHub(network: Network, { hub, first, uses, inUse }: PrivatePathHub): Iterable<Judgement> {
  const [gateway] = hub.expressRouteGateways;
  const lack =
    gateway === undefined
      ? "an ExpressRoute gateway"
      : phrase`a connection ${expressRouteOf(hub).length > 0 ? "over private peering " : ""}at ${gateway}`;
  const unseen = unseenExpressRoute(network, hub);
  const evidence = { privateLinks: uses.length, expressRouteGateways: hub.expressRouteGateways.length };
  if (unseen.length > 0) {
    const message = phrase`${first.name} needs ExpressRoute at ${hub}; whether the hub has ${lack} can't be told`;
    yield cannotTell(isManaged(hub) ? at(hub) : first.place, [...unseen, ...openOf(inUse)], message, { evidence });
  } else if (isOpen(inUse)) {
    const message = phrase`${hub} lacks ${lack}, and whether ${first.name} uses the hub's private addresses can't be told`;
    yield cannotTell(at(hub), inUse, message, { evidence });
  } else {
    yield violation(at(hub), {
      message: phrase`${hub} lacks ${lack}, but ${first.name} uses the hub's private addresses`,
      remedy:
        gateway === undefined
          ? "Give the hub an ExpressRoute gateway and connect a circuit to it."
          : "Connect the private peering of a circuit to the hub's ExpressRoute gateway.",
      evidence,
    });
  }
}

/** Where the hub can't be told: one judgement a gateway. */
function* judgeHubless(network: Network): Iterable<Judgement> {
  const hubless = privateUses(network).filter(({ hub }) => hub.state === "unknown");
  for (const [use] of groupedBy(hubless, gatewayOf)) {
    if (use?.hub.state === "unknown") {
      const message = phrase`the hub of ${use.name} can't be told, nor whether it has ExpressRoute`;
      yield cannotTell(at(use.connection, use.connection.gateway.path), use.hub.unknown, message);
    }
  }
}

function gatewayOf({ connection }: PrivateUse): Part {
  return connection.gateway.state === "resolved" ? connection.gateway.to : connection;
}
