import { phrase } from "../../network/facts/called/phrase";
import type { Network, VirtualHub } from "../../network/network";
import { expressRouteRoutes } from "../../routes/expressroute-routes";
import { protectsAnything } from "../../routes/protected";
import { towardsOnPremises } from "../../routes/to-onprem";
import { example } from "./examples/default-route-not-learned";
import { at, violation } from "./judgement";
import { azureOf } from "./reasoning/flow-evidence";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** No default route comes over ExpressRoute to a WAN with protected prefixes; an inbound route map may drop it. */
export const defaultRouteNotLearned: Rule = {
  id: "default-route-not-learned",
  level: "warning",
  section: "Routing",
  what: "0.0.0.0/0 is not advertised over ExpressRoute beside protected prefixes.",
  why: "A default route holds every address: whatever a tunnel no longer has goes out over ExpressRoute, unencrypted (inference).",
  page: "https://learn.microsoft.com/azure/expressroute/expressroute-routing",
  example,
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
  for (const { source } of learned.routesOfLength(0)) {
    yield violation(at(source.part), {
      message: phrase`0.0.0.0/0 is advertised over ${source.over} to ${hub}, beside protected prefixes`,
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
