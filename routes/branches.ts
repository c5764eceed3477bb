import { hubOf, isPrivate } from "../network/facts/private-path";
import { targetOf, type Unknown } from "../network/field";
import type { Network, VirtualHub, VpnConnection, VpnSite } from "../network/network";
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
  const siteless = network.vpnConnections.filter(({ site }) => site.state !== "resolved");
  return [
    ...network.sites
      .filter((site) => network.wans.length < 2 || isOf(group, hubs, site))
      .map((site) => ({ site, connections: connected(site.connections) })),
    ...connected(siteless).map((one) => ({ site: undefined, connections: [one] })),
  ];
}

/** Whether a site belongs to the hubs: by its WAN, or by a connection. */
function isOf({ wan }: HubGroup, hubs: ReadonlySet<VirtualHub>, site: VpnSite): boolean {
  return (wan !== undefined && targetOf(site.wan) === wan) || site.connections.some((one) => endsIn(hubs, one));
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
