import { vpnConnectionsAt } from "../../../network/facts/at-hub";
import { hubOf, isPrivate } from "../../../network/facts/private-path";
import { targetOf } from "../../../network/field";
import type {
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  LinkConnection,
  Network,
  Part,
  VirtualHub,
  VpnConnection,
  VpnGateway,
} from "../../../network/network";

/** Something that tunnels depend on, with what goes down when it is made anew. */
export interface Carrier {
  readonly part: Part;
  /** What it is made anew with: where that is replaced, this needn't be said. */
  readonly within: readonly Part[];
  readonly tunnels: readonly LinkConnection[];
  readonly howLong: string;
}

// https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal and hub-settings tell the times.
const GATEWAY = "for about 30 minutes, until the gateway is there again";
const CONNECTION = "until it is connected again, which takes up to 30 minutes";
const CIRCUIT = "until the provider has provisioned the new circuit";

/** All that tunnels depend on, from the outside in. */
export function* carriers(network: Network): Iterable<Carrier> {
  for (const hub of network.hubs) {
    yield { part: hub, within: wanOf(hub), tunnels: tunnelsAt(network, hub), howLong: GATEWAY };
  }
  for (const gateway of network.vpnGateways) {
    yield { part: gateway, within: around(gateway), tunnels: gateway.connections.flatMap(tunnelsOf), howLong: GATEWAY };
  }
  for (const gateway of network.expressRouteGateways) {
    const tunnels = privateTunnels(network, targetOf(gateway.hub));
    yield { part: gateway, within: around(gateway), tunnels, howLong: GATEWAY };
  }
  for (const site of network.sites) {
    yield { part: site, within: [], tunnels: site.connections.flatMap(tunnelsOf), howLong: CONNECTION };
  }
  for (const connection of network.vpnConnections) {
    yield { part: connection, within: endsOf(connection), tunnels: tunnelsOf(connection), howLong: CONNECTION };
  }
  yield* underlay(network);
}

function* underlay(network: Network): Iterable<Carrier> {
  const connections = network.expressRouteConnections;
  const over = (users: readonly ExpressRouteConnection[]) =>
    [...new Set(users.flatMap(({ gateway }) => hubOfGateway(targetOf(gateway)) ?? []))].flatMap((hub) =>
      privateTunnels(network, hub),
    );
  for (const circuit of network.circuits) {
    const users = connections.filter((connection) => circuitOf(connection) === circuit);
    yield { part: circuit, within: [], tunnels: over(users), howLong: CIRCUIT };
  }
  for (const peering of network.peerings) {
    const users = connections.filter((connection) => targetOf(connection.peering) === peering);
    yield { part: peering, within: circuitAround(peering), tunnels: over(users), howLong: CONNECTION };
  }
  for (const connection of connections) {
    const gateway = targetOf(connection.gateway);
    const peering = targetOf(connection.peering);
    const within = [
      ...(gateway === undefined ? [] : [gateway, ...around(gateway)]),
      ...(peering === undefined ? [] : [peering, ...circuitAround(peering)]),
    ];
    yield { part: connection, within, tunnels: over([connection]), howLong: CONNECTION };
  }
}

/** The tunnels that end at a hub. */
export function tunnelsAt(network: Network, hub: VirtualHub): LinkConnection[] {
  return vpnConnectionsAt(network, hub).certain.flatMap(tunnelsOf);
}

/** The tunnels of a connection, where it was there before the change. */
export function tunnelsOf({ resource, links }: VpnConnection): readonly LinkConnection[] {
  return resource.change?.action === "created" ? [] : links.items;
}

function privateTunnels(network: Network, hub: VirtualHub | undefined): LinkConnection[] {
  return hub === undefined ? [] : tunnelsAt(network, hub).filter((link) => isPrivate(link) !== "no");
}

function wanOf({ wan }: VirtualHub): readonly Part[] {
  const to = targetOf(wan);
  return to === undefined ? [] : [to];
}

function around(gateway: VpnGateway | ExpressRouteGateway): readonly Part[] {
  const hub = hubOfGateway(gateway);
  return hub === undefined ? [] : [hub, ...wanOf(hub)];
}

function hubOfGateway(gateway: VpnGateway | ExpressRouteGateway | undefined): VirtualHub | undefined {
  return gateway === undefined ? undefined : targetOf(gateway.hub);
}

function endsOf(connection: VpnConnection): readonly Part[] {
  const ends = [targetOf(connection.gateway), targetOf(connection.site), targetOf(hubOf(connection))];
  return ends.filter((end) => end !== undefined);
}

function circuitOf({ peering }: ExpressRouteConnection): ExpressRouteCircuit | undefined {
  const to = targetOf(peering);
  return to === undefined ? undefined : targetOf(to.circuit);
}

function circuitAround({ circuit }: CircuitPeering): readonly Part[] {
  const to = targetOf(circuit);
  return to === undefined ? [] : [to];
}
