import { phrase } from "../../network/facts/called/phrase";
import { policiesFor } from "../../network/facts/routing-policies";
import type { Network, VirtualHub } from "../../network/network";
import { expressRouteRoutes } from "../../routes/expressroute-routes";
import { protectsAnything } from "../../routes/protected";
import { towardsOnPremises } from "../../routes/to-onprem";
import { at, violation } from "./judgement";
import { azureOf } from "./reasoning/flow-evidence";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * No default route comes over ExpressRoute to a WAN with protected prefixes; an inbound route map may drop it. A hub with a
 * private routing policy may take it for forced tunnelling, on purpose: then it is a note that says what the fall-back is.
 */
export const defaultRouteNotLearned: Rule = {
  id: "default-route-not-learned",
  level: "warning",
  section: "Routing",
  what: "0.0.0.0/0 is not advertised over ExpressRoute beside protected prefixes; under forced tunnelling, with a private routing policy, it is a note that says what the fall-back is.",
  why: "A default route holds every address: whatever a tunnel no longer has goes out over ExpressRoute, unencrypted (inference).",
  page: "https://learn.microsoft.com/azure/expressroute/expressroute-routing",
  *judge(network) {
    for (const towards of towardsOnPremises(network)) {
      if (protectsAnything(towards.protected)) {
        yield* towards.group.hubs.flatMap((hub) => [...judgeHub(network, hub)]);
      }
    }
  },
};

function* judgeHub(network: Network, hub: VirtualHub): Iterable<Judgement> {
  const learned = expressRouteRoutes(network, hub);
  const isForced = policiesFor(network, hub, "PrivateTraffic").length > 0;
  const fallback = isForced
    ? ", as forced tunnelling wants it: what a tunnel no longer has goes out there, unencrypted"
    : "";
  for (const { source } of learned.routesOfLength(0)) {
    yield violation(at(source.part), {
      ...(isForced ? { level: "note" } : {}),
      message: phrase`0.0.0.0/0 is advertised over ${source.over} to ${hub}, beside protected prefixes${fallback}`,
      remedy: "Take the default route off ExpressRoute, or drop it there by an inbound route map.",
      evidence: {
        prefix: "0.0.0.0/0",
        hub: hub.resource.address,
        flow: `${azureOf(hub)} -> 0.0.0.0/0`,
        trace: [
          `0.0.0.0/0 is routed over ${source.via}, in the clear`,
          "every address that no longer prefix holds follows it",
        ],
      },
    });
  }
  for (const { part, path, what, unknowns } of learned.openings) {
    const message = phrase`whether 0.0.0.0/0 is among it can't be told: ${what} can't`;
    yield cannotTell(at(part, path), unknowns, message);
  }
}
