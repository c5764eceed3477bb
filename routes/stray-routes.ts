import { bgpConnectionsAt, doubtfulAt, routeTablesAt, routingIntentsAt } from "../network/facts/at-hub";
import type { Unknown } from "../network/field";
import type { Network, StrayRoute } from "../network/network";
import {
  applianceOpening,
  intentOpenings,
  learnSpokeRoutes,
  learnStaticRoutes,
  learnTableRoutes,
  staticOpenings,
  tableOpenings,
} from "./azure-routes";
import type { HubGroup } from "./hub-groups";
import type { LearnedRoutes } from "./learned-routes";

/**
 * What of Azure's own may be at a hub of a WAN, and can't be told to be there: its routes are there as routes of which
 * nobody can tell where they lead, at each hub that it may belong to.
 */
export function learnStrayRoutes(network: Network, { hubs, straySpokes }: HubGroup, into: LearnedRoutes): void {
  const tables = doubtfulAt(routeTablesAt, network, hubs).filter(({ part }) => part.isDefault);
  for (const hub of hubs) {
    for (const { part, unknowns } of straySpokes) {
      learnSpokeRoutes(part, { hub, unknowns }, into);
    }
    for (const { part, unknowns } of tables) {
      learnTableRoutes(part, { hub, unknowns }, into);
    }
    for (const stray of network.strayRoutes) {
      learnStaticRoutes(stray.route, stray, { hub, unknowns: [whyAnywhere(stray)] }, into);
    }
  }
  into.open(network.strayRoutes.flatMap((stray) => staticOpenings(stray.route, stray, [whyAnywhere(stray)])));
  into.open(tables.flatMap(({ part, unknowns }) => tableOpenings(part, unknowns)));
  const intents = doubtfulAt(routingIntentsAt, network, hubs);
  into.open(intents.flatMap(({ part, unknowns }) => intentOpenings(part, unknowns)));
  const appliances = doubtfulAt(bgpConnectionsAt, network, hubs);
  into.open(appliances.map(({ part, unknowns }) => applianceOpening(part, unknowns)));
}

function whyAnywhere({ table, resource }: StrayRoute): Unknown {
  return table.state === "unknown" ? table.unknown : { decidedBy: [`${resource.address}.${table.path}`] };
}
