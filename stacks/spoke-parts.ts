import type { SpokeNetwork, SpokeRouting } from "../lib/spoke/spoke-network";
import { type IVirtualNetwork, VirtualNetwork } from "../lib/spoke/virtual-network";
import { given } from "../lib/terraform/given";
import { ownId } from "../lib/terraform/names";
import type { HubParts } from "./hub-parts";
import type { NetworkStack } from "./network-stack";
import type { SpokeRoutingDescription } from "./schema/routing";
import type { SpokeDescription } from "./schema/spoke";

/** Connects a virtual network to a hub: one that it makes, or one that exists. */
export function connectSpoke(stack: NetworkStack, parts: HubParts, key: string, entry: SpokeDescription): SpokeNetwork {
  const { connectionName, internetSecurity, routing } = entry;
  return stack.make(["spokes", key], () =>
    parts.hub.connectSpoke(ownId(parts.hub, `spoke-${key}`, key), {
      name: connectionName ?? key,
      virtualNetwork: networkFrom(stack, parts, key, entry),
      ...given({ internetSecurity, routing: routing && spokeRouting(parts, routing) }),
    }),
  );
}

// It is no part of the hub's: a spoke may move to another one.
function networkFrom(stack: NetworkStack, parts: HubParts, key: string, entry: SpokeDescription): IVirtualNetwork {
  const id = ownId(stack, `network-${key}`, key);
  return stack.make(["spokes", key], () =>
    "existing" in entry ? existingNetwork(stack, id, entry) : madeNetwork(stack, parts, id, key, entry),
  );
}

type Made = Exclude<SpokeDescription, { existing: unknown }>;
type Existing = Extract<SpokeDescription, { existing: unknown }>;

function madeNetwork(stack: NetworkStack, parts: HubParts, id: string, key: string, entry: Made): VirtualNetwork {
  const { addressSpace, subnets, dnsServers } = entry;
  return new VirtualNetwork(stack, id, {
    name: entry.name ?? `vnet-${stack.network.name}-${key}`,
    resourceGroupName: entry.resourceGroup ?? stack.resourceGroupName,
    location: entry.location ?? parts.location,
    addressSpace,
    ...given({ dnsServers, subnets: subnets && Object.entries(subnets).map(subnetFrom) }),
    ...stack.tags(entry.tags),
  });
}

function existingNetwork(stack: NetworkStack, id: string, { existing }: Existing): IVirtualNetwork {
  if ("id" in existing) {
    return VirtualNetwork.fromAttributes(stack, id, { virtualNetworkId: existing.id });
  }
  const { name, resourceGroup, addressSpace } = existing;
  return VirtualNetwork.fromAttributes(stack, id, {
    name,
    resourceGroupName: resourceGroup,
    ...given({ addressSpace }),
  });
}

type Subnets = NonNullable<Made["subnets"]>;

function subnetFrom([name, subnet]: [string, Subnets[string]]) {
  if (typeof subnet === "string") {
    return { name, addressPrefixes: [subnet] };
  }
  const { addressPrefixes, defaultOutboundAccess } = subnet;
  return { name, addressPrefixes, ...given({ defaultOutboundAccess }) };
}

function spokeRouting(parts: HubParts, routing: SpokeRoutingDescription): SpokeRouting {
  const { staticRoutes, propagateStaticRoutes, localRouteOverride, ...common } = routing;
  return {
    ...parts.routing(common),
    ...given({
      staticRoutes: staticRoutes && Object.entries(staticRoutes).map(([name, route]) => ({ name, ...route })),
      propagateStaticRoutes,
      localRouteOverride,
    }),
  };
}
