import type { SpokeNetwork, SpokeRouting } from "../lib/spoke/spoke-network";
import { type IVirtualNetwork, VirtualNetwork, type VirtualNetworkProps } from "../lib/spoke/virtual-network";
import { given } from "../lib/terraform/given";
import type { HubParts } from "./hub-parts";
import type { NetworkStack } from "./network-stack";
import type { SpokeRoutingDescription } from "./schema/routing";
import type { SpokeDescription } from "./schema/spoke";

/** Connects a virtual network to a hub: one that it makes, or one that exists. */
export function connectSpoke(stack: NetworkStack, parts: HubParts, key: string, entry: SpokeDescription): SpokeNetwork {
  const { connectionName, internetSecurity, routing } = entry;
  return stack.make(["spokes", key], () =>
    parts.hub.connectSpoke(`spoke-${key}`, {
      name: connectionName ?? key,
      virtualNetwork: networkFrom(stack, parts, key, entry),
      ...given({ internetSecurity, routing: routing && spokeRouting(parts, routing) }),
    }),
  );
}

function networkFrom(
  stack: NetworkStack,
  parts: HubParts,
  key: string,
  entry: SpokeDescription,
): VirtualNetworkProps | IVirtualNetwork {
  if (!("existing" in entry)) {
    const { addressSpace, subnets, dnsServers } = entry;
    return {
      name: entry.name ?? `vnet-${stack.network.name}-${key}`,
      resourceGroupName: entry.resourceGroup ?? stack.resourceGroupName,
      location: entry.location ?? parts.location,
      addressSpace,
      ...given({ dnsServers, subnets: subnets && Object.entries(subnets).map(subnetFrom) }),
      ...stack.tags(entry.tags),
    };
  }
  const { existing } = entry;
  const id = `network-${key}`;
  return stack.make(["spokes", key], () =>
    "id" in existing
      ? VirtualNetwork.fromAttributes(stack, id, { virtualNetworkId: existing.id })
      : VirtualNetwork.fromAttributes(stack, id, {
          name: existing.name,
          resourceGroupName: existing.resourceGroup,
          ...given({ addressSpace: existing.addressSpace }),
        }),
  );
}

type Subnets = NonNullable<Exclude<SpokeDescription, { existing: unknown }>["subnets"]>;

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
