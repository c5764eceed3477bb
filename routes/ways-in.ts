import type { Thing } from "../network/facts/called/thing";
import { groupedBy } from "../network/facts/groups";
import { expressRouteOf, hubOf, isPrivate, unseenExpressRoute } from "../network/facts/private-path";
import { type Ref, targetOf, type Unknown } from "../network/field";
import type { LinkConnection, Network, RouteMap, RouteTable, VirtualHub, VirtualWan } from "../network/network";
import { Announcements, type Refusing } from "./announcements";
import type { AzureSide } from "./azure-sides";
import type { BranchConnection } from "./branches";
import { needsOf as needsOfCircuit } from "./expressroute-routes";
import type { HubGroup } from "./hub-groups";
import { defaultTableOf } from "./hub-table";
import { type HiddenAddresses, hiddenOut } from "./nat";
import type { Need } from "./source";
import { reachesAll } from "./spoke-reach";
import { connectedLinks, isPlain, linkNameOf, needsOf } from "./tunnel-routes";

/** A connection over which on-premises routers reach Azure: a tunnel, or one over ExpressRoute. */
export interface WayIn {
  /** The Terraform address, of a tunnel with `#` and the link's name. */
  readonly via: string;
  /** The link or connection itself. */
  readonly over: Thing;
  readonly needs: readonly Need[];
  /** Whether it is a tunnel that runs, or may run, on the private path. */
  readonly isPrivate: boolean;
}

/** Ways once each, in an order that inputs don't change. */
export function eachOnce(ways: readonly WayIn[]): WayIn[] {
  return [...new Map(ways.map((way) => [way.via, way])).values()].sort((a, b) => (a.via < b.via ? -1 : 1));
}

/** Ways over which the same is heard. */
export interface AlikeWays {
  readonly ways: readonly WayIn[];
  readonly isPrivate: boolean;
  /** Whether they are tunnels that encrypt nothing. */
  readonly isPlain: boolean;
  /** The hub at the Azure end; undefined where that can't be told. */
  readonly hub: VirtualHub | undefined;
  /** What is announced of spokes; undefined where nothing is: without BGP, routers know the prefixes by themselves. */
  readonly announcements: Announcements | undefined;
  /** Whether what is announced goes through a route map. */
  readonly hasMap: boolean;
  /** Addresses that egress NAT rules may keep from being announced as they are. */
  readonly hidden: HiddenAddresses | undefined;
  /** Why it may be that nothing is announced, and routers know the prefixes by themselves. */
  readonly mayBeStatic: readonly Unknown[];
  /** Why they may not be there. Empty where they surely are. */
  readonly doubts: readonly Unknown[];
}

/** Ways put together for a question: of a hub's own prefix it matters at which hub they end, of a spoke's it doesn't. */
export interface GroupedWays {
  readonly toSpokes: readonly AlikeWays[];
  readonly toHubs: readonly AlikeWays[];
}

/** All ways into the hubs of a WAN, with what is announced over each. */
export class WaysIn {
  readonly circuits: GroupedWays;
  /** What would tell whether there are more circuits. */
  readonly unseenCircuits: readonly Unknown[];
  private readonly tables: AnnouncementTables[] = [];
  private readonly wan: VirtualWan | undefined;
  private readonly edgesOfNat: number[] = [];
  private readonly ofTunnels: AnnouncementTables;

  /** @param routers what those on premises refuse over ExpressRoute */
  constructor(
    private readonly network: Network,
    { hubs, wan }: HubGroup,
    private readonly spokes: readonly AzureSide[],
    routers: Refusing,
  ) {
    this.ofTunnels = this.tablesFor(undefined);
    const ofCircuits = this.tablesFor(routers);
    this.wan = wan;
    this.unseenCircuits = hubs.flatMap((hub) => unseenExpressRoute(network, hub));
    this.circuits = together(hubs.flatMap((hub) => circuitsOf(hub, ofCircuits)));
  }

  /** The tunnels of connected links. */
  tunnelsOf(connections: readonly BranchConnection[]): GroupedWays {
    const tunnels = connections.flatMap(({ connection, doubts }) =>
      connectedLinks(connection).map(({ link }) => this.tunnelOf(link, doubts)),
    );
    return together(tunnels);
  }

  /** Where the longest prefix that somebody hears may change, in order. */
  get edges(): readonly number[] {
    const edges = this.tables.flatMap((one) => one.all.flatMap((table) => table.edges));
    return [...new Set([...edges, ...this.edgesOfNat])].sort((a, b) => a - b);
  }

  private tunnelOf(link: LinkConnection, unsure: readonly Unknown[]): AlikeWays {
    const { connection, bgpEnabled } = link;
    const isOnPath = isPrivate(link) !== "no";
    const hidden = hiddenOut(link);
    this.edgesOfNat.push(...(hidden?.ranges ?? []).flatMap(({ first, last }) => [first, last + 1]));
    const { outboundRouteMap: map } = connection.routing;
    const hasMap = map.state !== "absent";
    const hub = targetOf(hubOf(connection));
    const hasBgp = bgpEnabled.state === "unknown" || (bgpEnabled.state === "known" && bgpEnabled.value);
    return {
      ways: [{ via: linkNameOf(link), over: link, needs: needsOf(link), isPrivate: isOnPath }],
      isPrivate: isOnPath,
      isPlain: isPlain(link, (hub && targetOf(hub.wan)) ?? this.wan),
      hub,
      announcements: hasBgp && hub !== undefined ? this.ofTunnels.of(hub, map) : undefined,
      hasMap,
      mayBeStatic: bgpEnabled.state === "unknown" ? [bgpEnabled.unknown] : [],
      hidden: hasBgp ? hidden : undefined,
      doubts: unsure,
    };
  }

  private tablesFor(neighbour: Refusing): AnnouncementTables {
    const tables = new AnnouncementTables(this.spokes, this.network.routeTables, neighbour);
    this.tables.push(tables);
    return tables;
  }
}

function circuitsOf(hub: VirtualHub, tables: AnnouncementTables): AlikeWays[] {
  return expressRouteOf(hub).map((connection) => {
    const via = connection.resource.address;
    const ways = [{ via, over: connection, needs: needsOfCircuit(connection), isPrivate: false }];
    const { outboundRouteMap: map } = connection.routing;
    const announcements = tables.of(hub, map);
    return {
      ways,
      isPrivate: false,
      isPlain: false,
      hub,
      announcements,
      hasMap: map.state !== "absent",
      mayBeStatic: [],
      hidden: undefined,
      doubts: [],
    };
  });
}

function together(all: readonly AlikeWays[]): GroupedWays {
  if (all.length < 2) {
    return { toSpokes: all, toHubs: all };
  }
  const alike = groupedBy(all, (one) => one.hub).flatMap(mergedBy);
  return { toSpokes: mergedBy(all), toHubs: alike };
}

// Ways in doubt are so each for a reason of its own.
function mergedBy(all: readonly AlikeWays[]): AlikeWays[] {
  const certain = all.filter((one) => !isInDoubt(one));
  const groups = groupedBy(certain, ({ announcements }) => announcements).flatMap((group) =>
    groupedBy(group, (one) => `${one.isPrivate} ${one.isPlain}`),
  );
  const merged = groups.flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, ways: group.flatMap(({ ways }) => ways) })),
  );
  return [...merged, ...all.filter(isInDoubt)];
}

function isInDoubt({ doubts, mayBeStatic, hidden }: AlikeWays): boolean {
  return doubts.length + mayBeStatic.length > 0 || hidden !== undefined;
}

/** What hubs announce to one kind of neighbours: once for each outbound route map, and hub where hubs differ. */
class AnnouncementTables {
  private readonly known = new Map<unknown, Map<unknown, Announcements>>();
  private readonly alike: boolean;

  constructor(
    private readonly spokes: readonly AzureSide[],
    private readonly routeTables: readonly RouteTable[],
    private readonly neighbour: Refusing,
  ) {
    this.alike = spokes.every(({ spoke }) => spoke === undefined || reachesAll(spoke));
  }

  get all(): Announcements[] {
    return [...this.known.values()].flatMap((byMap) => [...byMap.values()]);
  }

  of(hub: VirtualHub, map: Ref<RouteMap>): Announcements {
    const place = this.alike ? undefined : hub;
    const byMap = this.known.get(place) ?? new Map<unknown, Announcements>();
    this.known.set(place, byMap);
    const key = map.state === "resolved" ? map.to : map.state === "absent" ? undefined : map;
    const found =
      byMap.get(key) ?? new Announcements(defaultTableOf(hub, this.routeTables), this.spokes, map, this.neighbour);
    byMap.set(key, found);
    return found;
  }
}
