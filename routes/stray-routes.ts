import { bgpConnectionsAt, doubtfulAt, routeTablesAt, routingIntentsAt } from "../network/facts/at-hub";
import type { Unknown } from "../network/field";
import type { Network, StrayRoute } from "../network/network";
import { learnSpokeRoutes, strayPeer } from "./azure-routes";
import type { HubGroup } from "./hub-groups";
import { inspectionOpenings } from "./inspection";
import type { LearnedRoutes } from "./learned-routes";
import { ANYWHERE, atHub } from "./propagation";
import { learnSpokeStatics, learnTableRoute, learnTableRoutes, staticOpenings, tableOpenings } from "./static-routes";
import type { WanViews } from "./view";

/**
 * What of Azure's own may be at a hub of a WAN, and can't be told to be there: its routes are there as routes of which
 * nobody can tell where they lead, at each hub that it may belong to.
 */
export function learnStrayRoutes(network: Network, group: HubGroup, views: WanViews, into: LearnedRoutes): void {
  const { hubs, straySpokes } = group;
  const tables = doubtfulAt(routeTablesAt, network, hubs).filter(({ part }) => part.isDefault);
  const intents = doubtfulAt(routingIntentsAt, network, hubs);
  for (const hub of hubs) {
    const own = views.of(hub).table;
    for (const { part, unknowns } of straySpokes) {
      learnSpokeRoutes(part, { hub, unknowns }, into);
      learnSpokeStatics(network, part, { hub, unknowns }, into);
    }
    for (const { part, unknowns } of tables) {
      learnTableRoutes(network, part, own, { hub, unknowns }, into);
    }
    for (const stray of network.strayRoutes) {
      // It may be in any table of the hub.
      learnTableRoute(network, stray.route, stray, atHub(hub), { hub, unknowns: [whyAnywhere(stray)] }, into);
    }
  }
  into.open(tables.flatMap(({ part, unknowns }) => tableOpenings(part, ANYWHERE, unknowns)));
  into.open(network.strayRoutes.flatMap((one) => staticOpenings(one.route, one, ANYWHERE, [whyAnywhere(one)])));
  into.open(intents.flatMap(({ part, unknowns }) => inspectionOpenings(network, part, ANYWHERE, unknowns)));
  into.open(doubtfulAt(bgpConnectionsAt, network, hubs).map(({ part, unknowns }) => strayPeer(part, unknowns)));
}

function whyAnywhere({ table, resource }: StrayRoute): Unknown {
  return table.state === "unknown" ? table.unknown : { decidedBy: [`${resource.address}.${table.path}`] };
}
