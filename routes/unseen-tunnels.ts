import { phrase } from "../network/facts/called/phrase";
import { unseenAtGateway, unseenGateways } from "../network/facts/existing";
import { isPrivate, whyAt } from "../network/facts/private-path";
import { unreadOfTypes } from "../network/facts/unread";
import { targetOf, type Unknown } from "../network/field";
import type { Network, VirtualHub, VpnConnection, VpnGateway } from "../network/network";
import { ANYWHERE, propagationOf } from "./propagation";
import type { Carriage, Opening } from "./source";

/** What hubs may learn through VPN connections of which can't be told that they are at them. */
export class UnseenTunnels {
  /** Those whose gateway is known; a hundred hubs times a hundred thousand connections is too much to ask each. */
  private readonly gateways: ReadonlySet<VpnGateway>;
  private readonly hasLoose: boolean;

  private static readonly known = new WeakMap<Network, UnseenTunnels>();

  /** Those of a network: every WAN asks for the same. */
  static of(network: Network): UnseenTunnels {
    const unseen = UnseenTunnels.known.get(network) ?? new UnseenTunnels(network);
    UnseenTunnels.known.set(network, unseen);
    return unseen;
  }

  private constructor(private readonly network: Network) {
    const known = network.vpnConnections.map(({ gateway }) => targetOf(gateway));
    this.gateways = new Set(known.filter((gateway) => gateway !== undefined));
    this.hasLoose = network.vpnConnections.some(({ gateway }) => gateway.state === "unknown");
  }

  at(hub: VirtualHub): Opening[] {
    return [...this.strayConnections(hub), ...furtherConnections(this.network, hub)];
  }

  private strayConnections(hub: VirtualHub): Opening[] {
    const doubts = new Map<VpnGateway, readonly Unknown[]>();
    for (const gateway of this.gateways) {
      const unknowns = whyAt(gateway.hub, hub);
      if (unknowns.length > 0) {
        doubts.set(gateway, unknowns);
      }
    }
    return doubts.size === 0 && !this.hasLoose
      ? []
      : this.network.vpnConnections.flatMap((connection) => strayConnection(connection, doubts));
  }
}

function strayConnection(connection: VpnConnection, doubts: ReadonlyMap<VpnGateway, readonly Unknown[]>): Opening[] {
  const { gateway } = connection;
  if (gateway.state === "unknown") {
    return [openingOf(connection, [gateway.unknown])];
  }
  const unknowns = gateway.state === "resolved" ? doubts.get(gateway.to) : undefined;
  return unknowns === undefined ? [] : [openingOf(connection, unknowns)];
}

function openingOf(connection: VpnConnection, unknowns: readonly Unknown[]): Opening {
  const what = phrase`at which hub ${connection} ends`;
  return {
    carriage: carriageOf(connection),
    propagation: propagationOf(connection.routing, "vpn", connection.resource),
    part: connection,
    path: connection.gateway.path,
    what,
    unknowns,
  };
}

function carriageOf({ links }: VpnConnection): Carriage {
  const allPrivate = links.unknown === undefined && links.items.every((link) => isPrivate(link) === "yes");
  return allPrivate ? "private-tunnel" : "unknown";
}

function furtherConnections(network: Network, hub: VirtualHub): Opening[] {
  const { vpnGateways } = hub;
  // A hub has one VPN gateway, so where that is shown, a hub that exists already has no other.
  const unknowns: Unknown[] = [
    ...vpnGateways.flatMap((gateway) => unseenAtGateway(network, gateway)),
    ...(vpnGateways.length > 0 ? [] : unseenGateways(network, hub)),
    ...unreadOfTypes(network, "azurerm_vpn_"),
  ];
  const what = phrase`what ${hub} learns through VPN connections that the inputs may not show`;
  return unknowns.length === 0
    ? []
    : [{ carriage: "unknown", propagation: ANYWHERE, part: hub, path: "", what, unknowns }];
}
