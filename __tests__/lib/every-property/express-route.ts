import { CircuitAuthorization, type CircuitAuthorizationProps } from "../../../lib/express-route/circuit-authorization";
import type { ExpressRouteCircuitById, ExpressRouteCircuitByName } from "../../../lib/express-route/existing-circuit";
import {
  ExpressRouteCircuit,
  type PortCircuitProps,
  type ProviderCircuitProps,
} from "../../../lib/express-route/express-route-circuit";
import {
  ExpressRouteConnection,
  type ExpressRouteConnectionOptions,
  type ExpressRouteConnectionProps,
} from "../../../lib/express-route/express-route-connection";
import {
  ExpressRouteGateway,
  type ExpressRouteGatewayAttributes,
  type ExpressRouteGatewayOptions,
  type ExpressRouteGatewayProps,
} from "../../../lib/express-route/express-route-gateway";
import {
  type PeeringSubnets,
  PrivatePeering,
  type PrivatePeeringByCircuit,
  type PrivatePeeringById,
  type PrivatePeeringOptions,
  type PrivatePeeringProps,
} from "../../../lib/express-route/private-peering";
import type { Advertisement } from "../../../lib/intent/advertisement";
import type { DropOnTunnelLoss } from "../../../lib/intent/on-tunnel-loss";
import { casesOf, type PropertyCase } from "./harness";
import { armId, PLACE, type Surroundings } from "./surroundings";

type AnyCircuitProps = Pick<
  ProviderCircuitProps,
  "name" | "resourceGroupName" | "location" | "tier" | "billing" | "tags"
>;
type ProviderProps = Pick<ProviderCircuitProps, "serviceProvider" | "peeringLocation" | "bandwidthMbps">;
type PortProps = Pick<PortCircuitProps, "expressRoutePortId" | "bandwidthGbps" | "rateLimiting">;

const CIRCUIT = { ...PLACE, name: "erc" };
const PROVIDER: ProviderProps = { serviceProvider: "Equinix", peeringLocation: "Amsterdam", bandwidthMbps: 1000 };
const DROP: DropOnTunnelLoss = { action: "drop", keepInbound: ["10.0.0.0/24"] };
const SUBNETS = { primary: "172.20.1.0/30", secondary: "172.20.1.4/30" };

function connect(
  { subject, expressRouteGateway, circuit }: Surroundings,
  props: Partial<ExpressRouteConnectionProps>,
): void {
  const base = { name: "con", gateway: expressRouteGateway.one, circuit: circuit.one };
  new ExpressRouteConnection(subject, "connection", { ...base, ...props });
}

function peer({ subject, circuit }: Surroundings, props: Partial<PrivatePeeringProps>): void {
  new PrivatePeering(subject, "peering", { circuit: circuit.one, peerAsn: 65020, vlanId: 301, ...props });
}

export const expressRouteCases: readonly PropertyCase[] = [
  ...casesOf<AnyCircuitProps>(
    "AnyCircuitProps",
    ({ subject }, props) => new ExpressRouteCircuit(subject, "erc", { ...PROVIDER, ...props }),
    () => CIRCUIT,
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      tier: () => ({ tier: "Premium" }),
      billing: () => ({ billing: "UnlimitedData" }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<ProviderProps>(
    "ProviderCircuitProps",
    ({ subject }, props) => new ExpressRouteCircuit(subject, "erc", { ...CIRCUIT, ...props }),
    () => PROVIDER,
    {
      serviceProvider: () => ({ serviceProvider: "Colt" }),
      peeringLocation: () => ({ peeringLocation: "Frankfurt" }),
      bandwidthMbps: () => ({ bandwidthMbps: 2000 }),
    },
  ),
  ...casesOf<PortProps>(
    "PortCircuitProps",
    ({ subject }, props) => new ExpressRouteCircuit(subject, "erc", { ...CIRCUIT, ...props }),
    () => ({ expressRoutePortId: armId("expressRoutePorts/one"), bandwidthGbps: 10 }),
    {
      expressRoutePortId: () => ({ expressRoutePortId: armId("expressRoutePorts/other") }),
      bandwidthGbps: () => ({ bandwidthGbps: 5 }),
      rateLimiting: () => ({ rateLimiting: true }),
    },
  ),
  ...casesOf<ExpressRouteCircuitById>(
    "ExpressRouteCircuitById",
    (around, attributes) =>
      connect(around, { circuit: ExpressRouteCircuit.fromAttributes(around.subject, "erc", attributes) }),
    () => ({ expressRouteCircuitId: armId("expressRouteCircuits/one") }),
    { expressRouteCircuitId: () => ({ expressRouteCircuitId: armId("expressRouteCircuits/other") }) },
  ),
  ...casesOf<ExpressRouteCircuitByName>(
    "ExpressRouteCircuitByName",
    ({ subject }, attributes) => ExpressRouteCircuit.fromAttributes(subject, "erc", attributes),
    () => ({ name: "erc", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      provisioned: () => ({ provisioned: true }),
    },
  ),
  ...casesOf<Pick<CircuitAuthorizationProps, "name">>(
    "CircuitAuthorizationOptions",
    ({ subject, circuit }, { name }) => new CircuitAuthorization(subject, "key", { circuit: circuit.one, name }),
    () => ({ name: "key" }),
    { name: () => ({ name: "other" }) },
  ),
  ...casesOf<Pick<CircuitAuthorizationProps, "circuit">>(
    "CircuitAuthorizationProps",
    ({ subject }, { circuit }) => new CircuitAuthorization(subject, "key", { circuit, name: "key" }),
    ({ circuit }) => ({ circuit: circuit.one }),
    { circuit: ({ circuit }) => ({ circuit: circuit.other }) },
  ),
  ...casesOf<PrivatePeeringOptions>("PrivatePeeringOptions", peer, () => ({ peerAsn: 65020, vlanId: 301 }), {
    peerAsn: () => ({ peerAsn: 65021 }),
    vlanId: () => ({ vlanId: 302 }),
    subnets: () => ({ subnets: SUBNETS }),
    sharedKey: ({ sensitive }) => ({ sharedKey: sensitive.one }),
  }),
  ...casesOf<PeeringSubnets>(
    "PeeringSubnets",
    (around, subnets) => peer(around, { subnets }),
    () => SUBNETS,
    {
      primary: () => ({ primary: "172.20.2.0/30" }),
      secondary: () => ({ secondary: "172.20.2.4/30" }),
    },
  ),
  ...casesOf<Pick<PrivatePeeringProps, "circuit">>(
    "PrivatePeeringProps",
    peer,
    ({ circuit }) => ({ circuit: circuit.one }),
    { circuit: ({ circuit }) => ({ circuit: circuit.other }) },
  ),
  ...casesOf<PrivatePeeringById>(
    "PrivatePeeringById",
    (around, attributes) =>
      connect(around, { circuit: PrivatePeering.fromAttributes(around.subject, "p", attributes) }),
    () => ({ expressRouteCircuitPeeringId: armId("expressRouteCircuits/one/peerings/AzurePrivatePeering") }),
    {
      expressRouteCircuitPeeringId: () => ({
        expressRouteCircuitPeeringId: armId("expressRouteCircuits/other/peerings/AzurePrivatePeering"),
      }),
    },
  ),
  ...casesOf<PrivatePeeringByCircuit>(
    "PrivatePeeringByCircuit",
    ({ subject }, attributes) => PrivatePeering.fromAttributes(subject, "peering", attributes),
    () => ({ circuitName: "erc", resourceGroupName: "rg" }),
    {
      circuitName: () => ({ circuitName: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      peerAsn: () => ({ peerAsn: 65020 }),
      vlanId: () => ({ vlanId: 301 }),
      subnets: () => ({ subnets: SUBNETS }),
    },
  ),
  ...casesOf<ExpressRouteGatewayOptions>(
    "ExpressRouteGatewayOptions",
    ({ subject, bareHub }, options) => new ExpressRouteGateway(subject, "er", { ...options, hub: bareHub.one }),
    () => ({ name: "er" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      scaleUnits: () => ({ scaleUnits: 2 }),
      allowNonVirtualWanTraffic: () => ({ allowNonVirtualWanTraffic: true }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<Pick<ExpressRouteGatewayProps, "hub">>(
    "ExpressRouteGatewayProps",
    ({ subject }, { hub }) => new ExpressRouteGateway(subject, "er", { name: "er", hub }),
    ({ bareHub }) => ({ hub: bareHub.one }),
    { hub: ({ bareHub }) => ({ hub: bareHub.other }) },
  ),
  ...casesOf<ExpressRouteGatewayAttributes>(
    "ExpressRouteGatewayAttributes",
    (around, attributes) => {
      const gateway = ExpressRouteGateway.fromAttributes(around.subject, "er", attributes);
      // A hub tells its connections what its default route table is.
      const routing = attributes.hub === undefined ? {} : { routing: { inboundRouteMap: around.routeMap.one } };
      connect(around, { gateway, ...routing });
    },
    () => ({ expressRouteGatewayId: armId("expressRouteGateways/one") }),
    {
      expressRouteGatewayId: () => ({ expressRouteGatewayId: armId("expressRouteGateways/other") }),
      hub: ({ bareHub }) => ({ from: { hub: bareHub.one }, to: { hub: bareHub.other } }),
      complete: () => ({ complete: true }),
    },
  ),
  ...casesOf<Omit<ExpressRouteConnectionOptions, keyof Advertisement>>(
    "ExpressRouteConnectionOptions",
    connect,
    () => ({ name: "con" }),
    {
      name: () => ({ name: "other" }),
      authorizationKey: ({ sensitive }) => ({ authorizationKey: sensitive.one }),
      routingWeight: () => ({ routingWeight: 10 }),
      routing: ({ routeMap }) => ({ routing: { inboundRouteMap: routeMap.one } }),
      onTunnelLoss: () => ({ onTunnelLoss: DROP }),
    },
  ),
  ...casesOf<Omit<DropOnTunnelLoss, "action">>(
    "DropOnTunnelLoss",
    (around, kept) => connect(around, { onTunnelLoss: { action: "drop", ...kept } }),
    () => DROP,
    {
      keepInbound: () => ({ keepInbound: ["10.0.2.0/24"] }),
      keepOutbound: () => ({ keepOutbound: ["10.110.0.0/22"] }),
    },
  ),
  ...casesOf<Pick<ExpressRouteConnectionProps, "gateway" | "circuit">>(
    "ExpressRouteConnectionProps",
    connect,
    ({ expressRouteGateway, circuit }) => ({ gateway: expressRouteGateway.one, circuit: circuit.one }),
    {
      gateway: ({ expressRouteGateway }) => ({ gateway: expressRouteGateway.other }),
      circuit: ({ circuit }) => ({ circuit: circuit.other }),
    },
  ),
];
