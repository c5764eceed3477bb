import { phrase } from "../../network/facts/called/phrase";
import { mayBeOne } from "../../network/facts/identity";
import { isManaged } from "../../network/facts/standing";
import type { Unknown } from "../../network/field";
import type { Network, VirtualNetwork } from "../../network/network";
import { at, violation } from "./judgement";
import { type NetworkGateway, networkGateways } from "./reasoning/network-gateways";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A virtual network that is connected to a hub uses the hub's gateways. */
export const spokeWithoutGateway: Rule = {
  id: "spoke-without-gateway",
  level: "error",
  section: "Topology and limits",
  what: "A connected virtual network holds no virtual network gateway and no route server.",
  why: "Azure refuses to connect a virtual network that has a gateway or route server of its own to a hub.",
  page: "https://learn.microsoft.com/azure/virtual-wan/howto-connect-vnet-hub",
  *judge(network) {
    const spokes = network.virtualNetworks.filter(isConnected);
    for (const gateway of networkGateways(network)) {
      const { where } = gateway;
      if (where.state === "in" && isConnected(where.network)) {
        yield atSpoke(gateway, where.network);
      } else {
        yield* judgeDoubt(gateway, [...doubtsAbout(gateway, spokes), ...strays(network)]);
      }
    }
  },
};

function isConnected({ connections }: VirtualNetwork): boolean {
  return connections.length > 0;
}

function atSpoke(gateway: NetworkGateway, spoke: VirtualNetwork): Judgement {
  const [connection] = spoke.connections;
  const place = isManaged(spoke) || connection === undefined ? at(spoke) : at(connection);
  return violation(place, {
    message: phrase`${spoke} is connected to a hub, but holds ${gateway}`,
    remedy: phrase`Remove ${gateway}, or take the virtual network off the hub.`,
    evidence: { gateway: gateway.resource.address, connections: spoke.connections.map((one) => one.resource.address) },
  });
}

function* judgeDoubt(gateway: NetworkGateway, unknowns: readonly Unknown[]): Iterable<Judgement> {
  if (unknowns.length > 0) {
    const message = phrase`whether the virtual network of ${gateway} is connected to a hub can't be told`;
    yield cannotTell(gateway.place, unknowns, message);
  }
}

/** Why the network of a gateway may be a connected one after all. */
function doubtsAbout({ where }: NetworkGateway, spokes: readonly VirtualNetwork[]): readonly Unknown[] {
  switch (where.state) {
    case "in":
      return spokes.filter((spoke) => mayBeOne(spoke, where.network)).map(toldBy);
    case "maybe":
      return (where.networks ?? spokes).some(isConnected) ? where.unknowns : [];
    case "elsewhere":
      return [];
  }
}

function toldBy({ resource }: VirtualNetwork): Unknown {
  return { decidedBy: [resource.address] };
}

/** Connections of which can't be told what they connect. */
function strays({ spokeConnections }: Network): Unknown[] {
  return spokeConnections.flatMap(({ virtualNetwork }) =>
    virtualNetwork.state === "unknown" ? [virtualNetwork.unknown] : [],
  );
}
