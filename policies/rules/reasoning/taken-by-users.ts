import { isOn } from "../../../network/facts/answer";
import { prefixOfField } from "../../../network/facts/prefixes";
import { targetOf, type Unknown } from "../../../network/field";
import type { Network, Part, SpokeConnection, UserRoute, UserRouteTable } from "../../../network/network";
import { type Range, rangesOf, withoutAll } from "../../../routes/covering";
import type { HubGroup } from "../../../routes/hub-groups";
import { UserRouted } from "../../../routes/user-routes";
import { type FollowedTable, UserTables } from "./user-tables";

/** A user-defined route that takes protected addresses out of a spoke, or may. */
export interface TakingRoute {
  readonly route: UserRoute;
  /** Undefined: a network manager writes it. */
  readonly table: UserRouteTable | undefined;
  readonly spoke: SpokeConnection;
  /** Where it is said that a subnet follows its table; undefined where that isn't told. */
  readonly by: Part | undefined;
  readonly surely: readonly Range[];
  readonly perhaps: readonly Range[];
  /** What would tell. */
  readonly unknowns: readonly Unknown[];
  /** Whether its destination can't be told: it may take anything. */
  readonly isAnywhere: boolean;
}

/** A place where routes may be that can't be told. */
export interface HiddenRoutes {
  readonly part: Part;
  readonly path: string;
  /** Undefined: it can't be told which table it is. */
  readonly table: UserRouteTable | undefined;
  readonly spoke: SpokeConnection;
  readonly unknowns: readonly Unknown[];
}

/** What user-defined routes do to the spokes of a WAN. */
export interface TakenByUsers {
  readonly routes: readonly TakingRoute[];
  readonly hidden: readonly HiddenRoutes[];
}

export function takenByUsers(network: Network, group: HubGroup): TakenByUsers {
  const routed = new UserRouted(network, group);
  if (!routed.isAnythingProtected) {
    return { routes: [], hidden: [] };
  }
  const tables = new UserTables(network);
  const all = spokesOf(group).flatMap(({ spoke, doubts }) => [
    ...followedBy(spoke, tables).map((followed) => inTable(routed, spoke, followed, doubts)),
    managed(network, routed, spoke, doubts),
  ]);
  return { routes: all.flatMap(({ routes }) => routes), hidden: all.flatMap(({ hidden }) => hidden) };
}

function followedBy({ virtualNetwork }: SpokeConnection, tables: UserTables): FollowedTable[] {
  return virtualNetwork.state === "resolved" ? tables.of(virtualNetwork.to) : [];
}

function inTable(
  routed: UserRouted,
  spoke: SpokeConnection,
  { by, table: ref, doubts: more }: FollowedTable,
  doubts: readonly Unknown[],
): TakenByUsers {
  const table = targetOf(ref);
  const unknown = ref.state === "unknown" ? ref.unknown : table?.routes.unknown;
  const place = table === undefined ? { part: by, path: ref.path } : { part: table, path: table.routes.path };
  const why = [...doubts, ...more];
  return {
    routes: (table?.routes.items ?? []).flatMap((route) => takingRoute(routed, { route, table, spoke, by }, why)),
    hidden: unknown === undefined ? [] : [{ ...place, table, spoke, unknowns: [...why, unknown] }],
  };
}

/** What a network manager writes, into some of the spokes that its groups hold: into which, no input tells. */
function managed(
  { managedRoutes }: Network,
  routed: UserRouted,
  spoke: SpokeConnection,
  doubts: readonly Unknown[],
): TakenByUsers {
  const routes = managedRoutes.flatMap((route) => {
    const where = { decidedBy: [route.resource.address] };
    return takingRoute(routed, { route, table: undefined, spoke, by: undefined }, [...doubts, where]);
  });
  return { routes, hidden: [] };
}

function spokesOf({ hubs, straySpokes }: HubGroup) {
  return [
    ...hubs.flatMap(({ spokeConnections }) => spokeConnections.map((spoke) => ({ spoke, doubts: [] }))),
    ...straySpokes.map(({ part, unknowns }) => ({ spoke: part, doubts: unknowns })),
  ];
}

function takingRoute(
  routed: UserRouted,
  here: Pick<TakingRoute, "route" | "table" | "spoke" | "by">,
  doubts: readonly Unknown[],
): TakingRoute[] {
  const { route, table, spoke } = here;
  if (route.destination.state === "unknown") {
    return [{ ...here, surely: [], perhaps: [], unknowns: [...doubts, route.destination.unknown], isAnywhere: true }];
  }
  // A service tag stands for addresses of Azure's own services, on the internet.
  const destination = prefixOfField(route.destination)?.prefix;
  if (destination === undefined) {
    return [];
  }
  const taken = routed.from(spoke, destination, table === undefined ? "yes" : isOn(table.propagatesHubRoutes));
  const longer = (table?.routes.items ?? [])
    .flatMap((other) => prefixOfField(other.destination)?.prefix ?? [])
    .filter(({ length }) => length > destination.length)
    .flatMap(rangesOf);
  const surely = withoutAll(taken.surely, longer);
  const perhaps = withoutAll(taken.perhaps, longer);
  if (surely.length + perhaps.length === 0) {
    return [];
  }
  return doubts.length === 0
    ? [{ ...here, surely, perhaps, unknowns: taken.unknowns, isAnywhere: false }]
    : [
        {
          ...here,
          surely: [],
          perhaps: [...surely, ...perhaps],
          unknowns: [...doubts, ...taken.unknowns],
          isAnywhere: false,
        },
      ];
}
