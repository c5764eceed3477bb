import { hubOf, isPrivate } from "../network/facts/private-path";
import { targetOf, type Unknown } from "../network/field";
import type { Network, VpnConnection, VpnSite } from "../network/network";
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
  const strays = new Map(group.strayTunnels.map(({ part, unknowns }) => [part, unknowns]));
  const connected = (connections: readonly VpnConnection[]) =>
    connections.flatMap((connection) => connectionIn(group, connection, strays.get(connection)));
  const siteless = network.vpnConnections.filter(({ site }) => site.state !== "resolved");
  return [
    ...sitesOf(network, group).map((site) => ({ site, connections: connected(site.connections) })),
    ...connected(siteless).map((one) => ({ site: undefined, connections: [one] })),
  ];
}

/** The sites that belong to the hubs: by their WAN, or by a connection. */
function sitesOf(network: Network, { wan, hubs }: HubGroup): VpnSite[] {
  return network.sites.filter((site) => {
    const own = targetOf(site.wan);
    const ends = site.connections.flatMap((connection) => targetOf(hubOf(connection)) ?? []);
    return (own !== undefined && own === wan) || ends.some((hub) => hubs.includes(hub)) || network.wans.length < 2;
  });
}

function connectionIn(
  { hubs }: HubGroup,
  connection: VpnConnection,
  doubts: readonly Unknown[] | undefined,
): BranchConnection[] {
  const hub = targetOf(hubOf(connection));
  if (hub !== undefined && hubs.includes(hub)) {
    return [{ connection, doubts: [] }];
  }
  return doubts === undefined ? [] : [{ connection, doubts }];
}

/** Whether a branch has tunnels on the private path, or may have. */
export function hasPrivateTunnel({ connections }: Branch): boolean {
  return connections.some(({ connection: { links } }) => {
    return links.unknown !== undefined || links.items.some((link) => isPrivate(link) !== "no");
  });
}
