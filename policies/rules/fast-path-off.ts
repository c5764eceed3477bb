import { type Answer, allOf, anyOf, isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { type PrivateUse, privateUses, whyAt } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import type { Ref } from "../../network/field";
import type { ExpressRouteConnection, VirtualHub } from "../../network/network";
import { at, violation } from "./judgement";
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
    const uses = privateUses(network);
    for (const connection of network.expressRouteConnections.filter(isDescribed)) {
      yield* judgeConnection(connection, tunnelsBeside(connection, uses));
    }
  },
};

function* judgeConnection(connection: ExpressRouteConnection, tunnels: Answer): Iterable<Judgement> {
  const bypassed = allOf([isOn(connection.gatewayBypass), tunnels]);
  const place = at(connection, connection.gatewayBypass.path);
  if (isOpen(bypassed)) {
    yield cannotTell(
      place,
      bypassed,
      phrase`whether ${connection} bypasses a hub with private-IP tunnels can't be told`,
    );
  } else if (bypassed === "yes") {
    yield violation(place, {
      message: phrase`${connection} bypasses the gateway of a hub with private-IP tunnels`,
      remedy: "Take express_route_gateway_bypass_enabled out.",
      evidence: { gatewayBypass: true },
    });
  }
}

/** Whether the hub of an ExpressRoute connection has private-IP tunnels. */
function tunnelsBeside({ gateway }: ExpressRouteConnection, uses: readonly PrivateUse[]): Answer {
  const hub = gateway.state === "resolved" ? gateway.to.hub : gateway;
  if (hub.state !== "resolved") {
    const anywhere = anyOf(uses.map(({ answer }) => answer));
    return anywhere === "no" || hub.state === "absent" ? "no" : [hub.unknown];
  }
  return anyOf(uses.map((use) => allOf([use.answer, isAt(use.hub, hub.to)])));
}

function isAt(ref: Ref<VirtualHub>, hub: VirtualHub): Answer {
  if (ref.state === "resolved" && ref.to === hub) {
    return "yes";
  }
  const open = whyAt(ref, hub);
  return open.length > 0 ? open : "no";
}
