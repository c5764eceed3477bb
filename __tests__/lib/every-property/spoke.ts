import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { ConnectionRouting } from "../../../lib/routing/connection-routing";
import {
  SpokeNetwork,
  type SpokeNetworkOptions,
  type SpokeNetworkProps,
  type SpokeRouting,
  type SpokeStaticRoute,
} from "../../../lib/spoke/spoke-network";
import {
  type SubnetProps,
  VirtualNetwork,
  type VirtualNetworkById,
  type VirtualNetworkByName,
  type VirtualNetworkProps,
} from "../../../lib/spoke/virtual-network";
import { casesOf, type PropertyCase } from "./harness";
import { armId, PLACE, type Surroundings } from "./surroundings";

const NETWORK = { ...PLACE, name: "vnet", addressSpace: ["10.110.0.0/22"] };

function connect({ subject, hub, virtualNetwork }: Surroundings, props: Partial<SpokeNetworkProps>): void {
  new SpokeNetwork(subject, "spoke", { name: "app", hub: hub.one, virtualNetwork: virtualNetwork.one, ...props });
}

const STATIC_ROUTE = { name: "labs", addressPrefixes: ["10.120.0.0/16"], nextHopAddress: "10.110.0.4" };

export const spokeCases: readonly PropertyCase[] = [
  ...casesOf<SpokeNetworkOptions>(
    "SpokeNetworkOptions",
    connect,
    ({ virtualNetwork }) => ({ name: "app", virtualNetwork: virtualNetwork.one }),
    {
      name: () => ({ name: "other" }),
      virtualNetwork: ({ virtualNetwork }) => ({ virtualNetwork: virtualNetwork.other }),
      routing: ({ routeMap }) => ({ routing: { inboundRouteMap: routeMap.one } }),
      internetSecurity: () => ({ internetSecurity: true }),
    },
  ),
  ...casesOf<Pick<SpokeNetworkProps, "hub">>("SpokeNetworkProps", connect, ({ hub }) => ({ hub: hub.one }), {
    hub: ({ hub }) => ({ hub: hub.other }),
  }),
  ...casesOf<Omit<SpokeRouting, keyof ConnectionRouting>>(
    "SpokeRouting",
    (around, routing) => connect(around, { routing }),
    () => ({}),
    {
      staticRoutes: () => ({ staticRoutes: [STATIC_ROUTE] }),
      propagateStaticRoutes: () => ({ propagateStaticRoutes: false }),
      localRouteOverride: () => ({ localRouteOverride: "Equal" }),
    },
  ),
  ...casesOf<SpokeStaticRoute>(
    "SpokeStaticRoute",
    (around, route) => connect(around, { routing: { staticRoutes: [route] } }),
    () => STATIC_ROUTE,
    {
      name: () => ({ name: "other" }),
      addressPrefixes: () => ({ addressPrefixes: ["10.121.0.0/16"] }),
      nextHopAddress: () => ({ nextHopAddress: "10.110.0.5" }),
    },
  ),
  ...casesOf<VirtualNetworkProps>(
    "VirtualNetworkProps",
    ({ subject }, props) => new VirtualNetwork(subject, "network", props),
    () => NETWORK,
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      addressSpace: () => ({ addressSpace: ["10.111.0.0/22"] }),
      subnets: () => ({ subnets: [{ name: "web", addressPrefixes: ["10.110.0.0/24"] }] }),
      dnsServers: () => ({ dnsServers: ["10.0.1.53"] }),
      tags: () => ({ tags: { owner: "app" } }),
    },
  ),
  ...casesOf<SubnetProps>(
    "SubnetProps",
    ({ subject }, subnet) => new VirtualNetwork(subject, "network", { ...NETWORK, subnets: [subnet] }),
    () => ({ name: "web", addressPrefixes: ["10.110.0.0/24"] }),
    {
      name: () => ({ name: "other" }),
      addressPrefixes: () => ({ addressPrefixes: ["10.110.1.0/24"] }),
      defaultOutboundAccess: () => ({ defaultOutboundAccess: false }),
    },
  ),
  ...casesOf<VirtualNetworkById>(
    "VirtualNetworkById",
    (around, attributes) =>
      connect(around, { virtualNetwork: VirtualNetwork.fromAttributes(around.subject, "network", attributes) }),
    () => ({ virtualNetworkId: armId("virtualNetworks/one") }),
    { virtualNetworkId: () => ({ virtualNetworkId: armId("virtualNetworks/other") }) },
  ),
  ...casesOf<VirtualNetworkByName>(
    "VirtualNetworkByName",
    ({ subject }, attributes) => VirtualNetwork.fromAttributes(subject, "network", attributes),
    () => ({ name: "vnet", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      addressSpace: () => ({ addressSpace: ["10.110.0.0/22"] }),
      provider: ({ subject }) => ({
        from: {},
        to: { provider: new AzurermProvider(subject, "spokes", { features: [{}], alias: "spokes" }) },
      }),
    },
  ),
];
