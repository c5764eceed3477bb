import { type Answer, allOf, anyOf } from "../network/facts/answer";
import { type Doubtful, doubtfulAt, spokesAt, vpnConnectionsAt } from "../network/facts/at-hub";
import { isPrivate } from "../network/facts/private-path";
import type { Network, SpokeConnection, VirtualHub, VirtualWan, VpnConnection } from "../network/network";

/** Hubs that tell each other their routes: those of one WAN. */
export interface HubGroup {
  readonly wan: VirtualWan | undefined;
  readonly hubs: readonly VirtualHub[];
  /** VPN connections that may end at one of the hubs. */
  readonly strayTunnels: readonly Doubtful<VpnConnection>[];
  /** Virtual networks that may be connected to one of the hubs. */
  readonly straySpokes: readonly Doubtful<SpokeConnection>[];
}

const known = new WeakMap<Network, readonly HubGroup[]>();

/** The hubs, WAN by WAN. Where the inputs show no more than one WAN, every hub is taken to be in it. */
export function hubGroups(network: Network): readonly HubGroup[] {
  const groups = known.get(network) ?? groupsIn(network);
  known.set(network, groups);
  return groups;
}

function groupsIn(network: Network): HubGroup[] {
  if (network.wans.length < 2) {
    return network.hubs.length === 0 ? [] : [groupOf(network, network.wans[0], network.hubs)];
  }
  const byWan = network.wans.filter(({ hubs }) => hubs.length > 0).map((wan) => groupOf(network, wan, wan.hubs));
  const strays = network.hubs.filter(({ wan }) => wan.state !== "resolved");
  return [...byWan, ...strays.map((hub) => groupOf(network, undefined, [hub]))];
}

function groupOf(network: Network, wan: HubGroup["wan"], hubs: HubGroup["hubs"]): HubGroup {
  return {
    wan,
    hubs,
    strayTunnels: doubtfulAt(vpnConnectionsAt, network, hubs),
    straySpokes: doubtfulAt(spokesAt, network, hubs),
  };
}

/** Whether any link of a WAN uses, or may use, the gateway's private addresses. */
export function hasPrivatePath(group: HubGroup): boolean {
  return isPrivateIn(group) !== "no";
}

/** Whether any link of a WAN uses the private addresses of its gateway. */
export function isPrivateIn(group: HubGroup): Answer {
  const answer = answers.get(group) ?? privateIn(group);
  answers.set(group, answer);
  return answer;
}

const answers = new WeakMap<HubGroup, Answer>();

function privateIn({ hubs, strayTunnels }: HubGroup): Answer {
  const connections = hubs.flatMap(({ vpnGateways }) => vpnGateways.flatMap((gateway) => gateway.connections));
  return anyOf([
    ...connections.map(isPrivateThrough),
    ...strayTunnels.map(({ part, unknowns }) => allOf([isPrivateThrough(part), unknowns])),
  ]);
}

function isPrivateThrough({ links }: VpnConnection): Answer {
  return anyOf([...links.items.map(isPrivate), links.unknown === undefined ? "no" : [links.unknown]]);
}
