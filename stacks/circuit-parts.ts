import type { IExpressRouteCircuit } from "../lib/express-route/circuit-base";
import { ExpressRouteCircuit } from "../lib/express-route/express-route-circuit";
import type { ExpressRouteConnectionOptions } from "../lib/express-route/express-route-connection";
import { type IPrivatePeering, PrivatePeering, type PrivatePeeringOptions } from "../lib/express-route/private-peering";
import { given } from "../lib/terraform/given";
import { ownId } from "../lib/terraform/names";
import type { HubParts } from "./hub-parts";
import type { NetworkStack } from "./network-stack";
import type { CircuitConnectionDescription, CircuitDescription } from "./schema/circuit";
import { dropAt } from "./tunnel-loss";

/** A circuit, as a stack sees it. */
export interface CircuitInStack {
  readonly stack: NetworkStack;
  /** What connects to a hub: the circuit, or its private peering. */
  readonly connects: IExpressRouteCircuit | IPrivatePeering;
  /** The circuit; undefined where only its peering is known. */
  readonly circuit: IExpressRouteCircuit | undefined;
}

type Existing = Extract<CircuitDescription, { existing: unknown }>;
type Made = Exclude<CircuitDescription, { existing: unknown }>;
type Peering = Exclude<Made["peering"], string>;

/**
 * A circuit with its private peering, as a stack sees it: what it makes, or what it knows of one that exists.
 * @param location region of a record that says no other one
 */
export function circuitIn(
  stack: NetworkStack,
  key: string,
  circuit: CircuitDescription,
  location: string,
): CircuitInStack {
  return "existing" in circuit ? existingCircuit(stack, key, circuit) : madeCircuit(stack, key, circuit, location);
}

function madeCircuit(stack: NetworkStack, key: string, entry: Made, location: string): CircuitInStack {
  const path = ["circuits", key];
  const id = ownId(stack, `circuit-${key}`, key);
  const common = {
    name: entry.name ?? `erc-${stack.network.name}-${key}`,
    resourceGroupName: entry.resourceGroup ?? stack.resourceGroupName,
    location: entry.location ?? location,
    ...given({ tier: entry.tier, billing: entry.billing }),
    ...stack.tags(entry.tags),
  };
  const circuit = stack.make(path, () => {
    if ("port" in entry) {
      const { port, bandwidthGbps, rateLimiting } = entry;
      const onPort = { expressRoutePortId: port, bandwidthGbps, ...given({ rateLimiting }) };
      return new ExpressRouteCircuit(stack, id, { ...common, ...onPort });
    }
    const { provider, peeringLocation, bandwidthMbps } = entry;
    const ofProvider = { serviceProvider: provider, peeringLocation, bandwidthMbps };
    return new ExpressRouteCircuit(stack, id, { ...common, ...ofProvider });
  });
  for (const name of entry.authorizations ?? []) {
    const authorization = ownId(circuit, `authorization-${name}`, name);
    stack.make([...path, "authorizations"], () => circuit.addAuthorization(authorization, { name }));
  }
  if (entry.peering === "managedByProvider") {
    return { stack, connects: circuit.providerManagedPeering(), circuit };
  }
  addPeering(stack, key, circuit, entry.peering);
  return { stack, connects: circuit, circuit };
}

function existingCircuit(stack: NetworkStack, key: string, entry: Existing): CircuitInStack {
  const { existing } = entry;
  const path = ["circuits", key];
  const id = ownId(stack, `circuit-${key}`, key);
  if ("peeringId" in existing) {
    const peering = { expressRouteCircuitPeeringId: existing.peeringId };
    const connects = stack.make(path, () => PrivatePeering.fromAttributes(stack, id, peering));
    return { stack, connects, circuit: undefined };
  }
  const circuit = stack.make(path, () =>
    ExpressRouteCircuit.fromAttributes(
      stack,
      id,
      "id" in existing
        ? { expressRouteCircuitId: existing.id }
        : {
            name: existing.name,
            resourceGroupName: existing.resourceGroup,
            ...given({ provisioned: existing.provisioned }),
          },
    ),
  );
  const peering = "peering" in entry ? entry.peering : undefined;
  if (peering === undefined) {
    return { stack, connects: circuit, circuit };
  }
  if ("existing" in peering) {
    const circuitName = circuit.expressRouteCircuitName;
    const { resourceGroupName } = circuit;
    const attributes = { circuitName, resourceGroupName, ...given(peering.existing) };
    const connects = stack.make([...path, "peering"], () =>
      PrivatePeering.fromAttributes(stack, ownId(stack, `private-peering-${key}`, key), attributes),
    );
    return { stack, connects, circuit };
  }
  addPeering(stack, key, circuit, peering);
  return { stack, connects: circuit, circuit };
}

function addPeering(stack: NetworkStack, key: string, circuit: IExpressRouteCircuit, peering: Peering): void {
  const { peerAsn, vlanId, subnets, sharedKey } = peering;
  const secret = sharedKey && stack.secret(sharedKey.variable, "MD5 key of the BGP sessions of a private peering.");
  const options: PrivatePeeringOptions = { peerAsn, vlanId, ...given({ subnets, sharedKey: secret }) };
  stack.make(["circuits", key, "peering"], () => circuit.addPrivatePeering("peering", options));
}

/** Connects a circuit to a hub. */
export function connectCircuit(
  stack: NetworkStack,
  parts: HubParts,
  key: string,
  { connects }: CircuitInStack,
  entry: CircuitConnectionDescription,
): void {
  const { name, authorizationKey, routing, onTunnelLoss: _asked, ...options } = entry;
  const secret = authorizationKey && stack.secret(authorizationKey.variable, "Authorization key of a circuit.");
  stack.make(["circuits", key, "connections", parts.key], () => {
    const onTunnelLoss = dropAt(stack.network, parts.key, key);
    const connection: ExpressRouteConnectionOptions = {
      name: name ?? `con-${key}`,
      ...given({ ...options, onTunnelLoss, authorizationKey: secret, routing: routing && parts.routing(routing) }),
    };
    return parts.hub.connectCircuit(ownId(parts.hub, `circuit-${key}`, key), connects, connection);
  });
}
