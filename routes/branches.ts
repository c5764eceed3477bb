import { hubOf, isPrivate } from "../network/facts/private-path";
import { targetOf, type Unknown } from "../network/field";
import type { Network, VirtualHub, VirtualWan, VpnConnection, VpnSite } from "../network/network";
import type { HubGroup } from "./hub-groups";

/** A VPN connection of a branch, and why it may end at no hub of the WAN. */
export interface BranchConnection {
  readonly connection: VpnConnection;
  readonly doubts: readonly Unknown[];
}

/** Routers on premises that one site stands for, and how they are connected to a WAN. */
export interface Branch {
  /** Undefined: of the connection can't be told which site it connects. */
  readonly site: VpnSite | undefined;
  readonly connections: readonly BranchConnection[];
}

/** The branches of a WAN: its sites, connected or not, and connections of which can't be told what they connect. */
export function branchesOf(network: Network, group: HubGroup): Branch[] {
  const hubs = new Set(group.hubs);
  const strays = new Map(group.strayTunnels.map(({ part, unknowns }) => [part, unknowns]));
  const connected = (connections: readonly VpnConnection[]) =>
    connections.flatMap((connection): BranchConnection[] => {
      const doubts = endsIn(hubs, connection) ? [] : strays.get(connection);
      return doubts === undefined ? [] : [{ connection, doubts }];
    });
  const places = placesIn(network);
  const sites = network.wans.length < 2 ? network.sites : sitesOf(places, group);
  return [
    ...sites.map((site) => ({ site, connections: connected(site.connections) })),
    ...connected(places.siteless).map((one) => ({ site: undefined, connections: [one] })),
  ];
}

/** Sites by where they belong, by their place in the order of the network. Hundreds of WANs ask for theirs. */
interface Places {
  readonly ofWan: ReadonlyMap<VirtualWan, readonly number[]>;
  readonly ofHub: ReadonlyMap<VirtualHub, readonly number[]>;
  readonly sites: readonly VpnSite[];
  readonly siteless: readonly VpnConnection[];
}

const known = new WeakMap<Network, Places>();

function placesIn(network: Network): Places {
  const places = known.get(network) ?? madePlaces(network);
  known.set(network, places);
  return places;
}

function madePlaces({ sites, vpnConnections }: Network): Places {
  const ofWan = new Map<VirtualWan, number[]>();
  const ofHub = new Map<VirtualHub, number[]>();
  for (const [index, { wan, connections }] of sites.entries()) {
    enter(ofWan, targetOf(wan), index);
    for (const hub of new Set(connections.map((connection) => targetOf(hubOf(connection))))) {
      enter(ofHub, hub, index);
    }
  }
  return { ofWan, ofHub, sites, siteless: vpnConnections.filter(({ site }) => site.state !== "resolved") };
}

function enter<T>(places: Map<T, number[]>, at: T | undefined, index: number): void {
  if (at !== undefined) {
    const own = places.get(at);
    if (own === undefined) {
      places.set(at, [index]);
    } else {
      own.push(index);
    }
  }
}

/** The sites that belong to hubs: by their WAN, or by a connection. */
function sitesOf({ ofWan, ofHub, sites }: Places, { wan, hubs }: HubGroup): readonly VpnSite[] {
  const named = wan === undefined ? [] : (ofWan.get(wan) ?? []);
  const found = new Set([...named, ...hubs.flatMap((hub) => ofHub.get(hub) ?? [])]);
  return [...found].sort((a, b) => a - b).flatMap((index) => sites[index] ?? []);
}

function endsIn(hubs: ReadonlySet<VirtualHub>, connection: VpnConnection): boolean {
  const hub = targetOf(hubOf(connection));
  return hub !== undefined && hubs.has(hub);
}

/** Whether a branch has tunnels on the private path, or may have. */
export function hasPrivateTunnel({ connections }: Branch): boolean {
  return connections.some(({ connection: { links } }) => {
    return links.unknown !== undefined || links.items.some((link) => isPrivate(link) !== "no");
  });
}
