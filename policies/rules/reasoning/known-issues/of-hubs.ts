import { phrase } from "../../../../network/facts/called/phrase";
import { expressRouteOf, hubOf } from "../../../../network/facts/private-path";
import { knownValue, targetOf } from "../../../../network/field";
import type { ExpressRouteConnection, Network, Part, VirtualHub } from "../../../../network/network";
import { at } from "../../judgement";
import { type KnownIssue, type Meeting, PAGE } from "./issue";

/** Two circuits of one peering location at several hubs: a hub without a virtual network gets no routes. */
export const SHARED_LOCATION: KnownIssue = {
  number: 3,
  since: PAGE,
  remedy: "Connect a virtual network to the hub, an empty one will do.",
  *met(network) {
    const groups = [...circuitsByLocation(network)].filter(
      ([, hubs]) => hubs.filter(({ circuits }) => circuits.size > 1).length > 1,
    );
    for (const [location, hubs] of groups) {
      for (const { hub } of hubs.filter(
        ({ circuits, hub: one }) => circuits.size > 1 && one.spokeConnections.length === 0,
      )) {
        yield {
          place: at(hub),
          message: phrase`two circuits of ${location} are connected to ${hub} and to another hub, and ${hub} has no virtual network: it may not learn their routes`,
          level: "warning",
          evidence: { peeringLocation: location },
        };
      }
    }
  },
};

interface HubCircuits {
  readonly hub: VirtualHub;
  readonly circuits: Set<Part>;
}

function circuitsByLocation({ hubs }: Network): ReadonlyMap<string, readonly HubCircuits[]> {
  const found = new Map<string, Map<VirtualHub, HubCircuits>>();
  for (const hub of hubs) {
    for (const circuit of expressRouteOf(hub).flatMap((connection) => circuitOf(connection) ?? [])) {
      const location = knownValue(circuit.peeringLocation)?.toLowerCase();
      if (location !== undefined) {
        const atHubs = found.get(location) ?? new Map<VirtualHub, HubCircuits>();
        const own = atHubs.get(hub) ?? { hub, circuits: new Set<Part>() };
        own.circuits.add(circuit);
        found.set(location, atHubs.set(hub, own));
      }
    }
  }
  return new Map([...found].map(([location, atHubs]) => [location, [...atHubs.values()]]));
}

function circuitOf({ peering }: ExpressRouteConnection) {
  const to = targetOf(peering);
  return to === undefined ? undefined : targetOf(to.circuit);
}

/** A hub's own prefix isn't told to other hubs, and so not to the routers behind their circuits. */
export const PREFIX_STAYS: KnownIssue = {
  number: 5,
  since: PAGE,
  remedy:
    "Connect a circuit to this hub too, or don't rely on reaching the hub's own addresses, its gateways among them, from there.",
  *met({ hubs, vpnConnections }) {
    for (const hub of hubs) {
      const others = targetOf(hub.wan)?.hubs.filter((one) => one !== hub && expressRouteOf(one).length > 0) ?? [];
      const [other] = others;
      const isUsed = vpnConnections.some((connection) => targetOf(hubOf(connection)) === hub);
      if (other !== undefined && isUsed && expressRouteOf(hub).length === 0) {
        yield {
          place: at(hub, hub.addressPrefix.path),
          message: phrase`the prefix of ${hub} isn't told to ${other}: routers behind the circuits there can't reach the VPN gateway of ${hub}`,
          level: "note",
        };
      }
    }
  },
};

/** The portal can't change the routing of branches whose gateway is in another resource group than the hub. */
export const GATEWAY_IN_OTHER_GROUP: KnownIssue = {
  number: 10,
  since: PAGE,
  remedy: "Change their routing by Terraform, or put gateway and hub into one resource group.",
  *met({ hubs }) {
    for (const hub of hubs) {
      for (const gateway of [...hub.vpnGateways, ...hub.expressRouteGateways]) {
        yield* groupsApart(gateway, hub);
      }
    }
  },
};

function* groupsApart(gateway: Part, hub: VirtualHub): Iterable<Meeting> {
  const [own, ofHub] = [groupOf(gateway), groupOf(hub)];
  if (own !== undefined && ofHub !== undefined && own.toLowerCase() !== ofHub.toLowerCase()) {
    yield {
      place: at(gateway, "resource_group_name"),
      message: phrase`${gateway} is in resource group ${own}, and ${hub} in ${ofHub}: Azure's portal can't change the routing of its connections`,
      level: "note",
      evidence: { gateway: own, hub: ofHub },
    };
  }
}

function groupOf({ resource }: Part): string | undefined {
  const { resource_group_name: name } = resource.attributes;
  return typeof name === "string" ? name : undefined;
}
