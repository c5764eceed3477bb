import type { Prefix } from "../address/prefix";
import { phrase } from "../network/facts/called/phrase";
import { unseenHubs } from "../network/facts/existing";
import { mayBeOne } from "../network/facts/identity";
import { isManaged } from "../network/facts/standing";
import { targetOf } from "../network/field";
import type { Network, VirtualHub, VirtualWan } from "../network/network";
import { learnAzureRoutes } from "./azure-routes";
import { learnExpressRouteRoutes } from "./expressroute-routes";
import type { HubGroup } from "./hub-groups";
import { inspectionOf } from "./inspection";
import { LearnedRoutes } from "./learned-routes";
import type { MarkedRoutes } from "./marked-chains";
import { ANYWHERE } from "./propagation";
import { Rib } from "./rib";
import type { Opening, Route } from "./source";
import { SpokeViews } from "./spoke-views";
import { learnCustomTable } from "./static-routes";
import { learnStrayRoutes } from "./stray-routes";
import { learnTunnelRoutes } from "./tunnel-routes";
import { UnseenTunnels } from "./unseen-tunnels";
import { learnStrayPools, learnUserPools } from "./user-pools";
import { WanViews } from "./view";

/** What the hubs of a WAN follow. */
export function viewsOf(network: Network, { hubs }: HubGroup): WanViews {
  const inspections = new Map(hubs.map((hub) => [hub, inspectionOf(network, hub)]));
  return new WanViews(hubs, { tables: network.routeTables, inspections });
}

/** The routes of all hubs of a WAN, and what may be there beside them. */
export function routesOf(network: Network, group: HubGroup): LearnedRoutes {
  const learned = new LearnedRoutes();
  const unseen = UnseenTunnels.of(network);
  const views = viewsOf(network, group);
  for (const hub of group.hubs) {
    learnTunnelRoutes(hub, group.wan, learned);
    learnExpressRouteRoutes(network, hub, learned);
    learnAzureRoutes(network, views.of(hub), learned);
    learnUserPools(network, hub, learned);
    learned.open(unseen.at(hub));
  }
  for (const table of new SpokeViews(views).customTables) {
    learnCustomTable(network, table, learned);
  }
  learnStrayRoutes(network, group, views, learned);
  learnStrayPools(network, group, learned);
  learned.open(otherHubs(network, group));
  return learned;
}

/** Hubs that may be in the WAN unseen, and a hub of which can't be told in which WAN it is. */
function otherHubs(network: Network, { wan, hubs }: HubGroup): Opening[] {
  const [hub] = hubs;
  if (wan === undefined && network.wans.length > 1 && hub?.wan.state === "unknown") {
    const what = phrase`in which WAN ${hub} is`;
    return [
      {
        carriage: "unknown",
        propagation: ANYWHERE,
        part: hub,
        path: hub.wan.path,
        what,
        unknowns: [hub.wan.unknown],
      },
    ];
  }
  const doubtful = network.hubs.find((other) => !hubs.includes(other) && wan !== undefined && mayBeIn(other, wan));
  if (doubtful !== undefined && hub !== undefined && wan !== undefined) {
    const place = isManaged(wan) ? doubtful : hub;
    const what = phrase`whether ${doubtful} is in ${wan}`;
    const unknown = doubtful.wan.state === "unknown" ? doubtful.wan.unknown : { decidedBy: [decider(doubtful, wan)] };
    return [
      { carriage: "unknown", propagation: ANYWHERE, part: place, path: place.wan.path, what, unknowns: [unknown] },
    ];
  }
  const unknowns = wan === undefined ? [] : unseenHubs(network, wan);
  if (wan === undefined || hub === undefined || unknowns.length === 0 || listsNoMore(wan, hubs.length)) {
    return [];
  }
  const what = phrase`what other hubs of ${wan} learn`;
  return [{ carriage: "clear", propagation: ANYWHERE, part: hub, path: hub.wan.path, what, unknowns }];
}

/** A WAN that no input describes may be one that another does. */
function mayBeIn({ wan }: VirtualHub, one: VirtualWan): boolean {
  return wan.state === "unknown" || (wan.state === "resolved" && mayBeOne(wan.to, one));
}

function decider(hub: VirtualHub, one: VirtualWan): string {
  const unseen = [targetOf(hub.wan), one].find((wan) => wan !== undefined && !isManaged(wan));
  return (unseen ?? hub).resource.address;
}

// A data source lists the hubs of its WAN.
function listsNoMore({ resource }: VirtualWan, seen: number): boolean {
  const ids = resource.attributes.virtual_hub_ids;
  return Array.isArray(ids) && ids.length <= seen;
}

/** Sorts routes, with marks among them. */
export function marked(routes: readonly Route[], marks: readonly Prefix[]): MarkedRoutes {
  const learned = new LearnedRoutes();
  for (const { first, length, source } of routes) {
    learned.add(first, length, source);
  }
  for (const mark of marks) {
    if (mark.family === 4) {
      learned.mark(Number(mark.first), mark.length);
    }
  }
  return sorted(learned);
}

/** Sorts what was learned, and the marks among it: `learned` has no routes any more. */
export function sorted({ columns, sources }: LearnedRoutes): MarkedRoutes {
  return { rib: Rib.of(columns), sources };
}
