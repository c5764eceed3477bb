import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import {
  VirtualHubConnection,
  type VirtualHubConnectionRouting,
  type VirtualHubConnectionRoutingStaticVnetRoute,
} from "@cdktf/provider-azurerm/lib/virtual-hub-connection";
import { type IResolvable, TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IHubReference } from "../hub/hub-reference";
import { type ConnectionRouting, checkRouting, routingIds } from "../routing/connection-routing";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, ownId } from "../terraform/names";
import type { OrToken } from "../terraform/or-token";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import { type IVirtualNetwork, VirtualNetwork, type VirtualNetworkProps } from "./virtual-network";

/** Which static routes of a spoke go before the spoke's own prefixes. */
export const LOCAL_ROUTE_OVERRIDES = ["Contains", "Equal"] as const;
/**
 * `Contains`: those that hold a prefix of the spoke, so that traffic to the spoke passes the appliance. `Equal`: only
 * those that are a prefix of the spoke, so that other traffic to the spoke bypasses the appliance (inference: Azure's
 * pages say no more than that the setting decides whether an appliance is bypassed).
 */
export type LocalRouteOverride = (typeof LOCAL_ROUTE_OVERRIDES)[number];

/** How a virtual network becomes a spoke. */
export interface SpokeNetworkOptions {
  /**
   * Name of the connection, 1 to 80 letters, digits, `_`, `.` and `-`. It can't be changed later without replacing the
   * connection.
   */
  readonly name: string;
  /** The virtual network: what to make, or one that exists. It holds no gateway and is connected to no other hub. */
  readonly virtualNetwork: VirtualNetworkProps | IVirtualNetwork;
  /**
   * Route tables, route maps and static routes.
   * @default the hub's default route table, no route maps, no static routes
   */
  readonly routing?: SpokeRouting;
  /**
   * Whether the spoke learns the hub's default route, 0.0.0.0/0.
   * @default false
   */
  readonly internetSecurity?: boolean | IResolvable;
}

export interface SpokeNetworkProps extends SpokeNetworkOptions {
  /** The hub to connect to. */
  readonly hub: IHubReference;
}

/** The routing of a spoke: as of every connection, and static routes to an appliance in it. */
export interface SpokeRouting extends ConnectionRouting {
  /**
   * Prefixes that the hub reaches through an appliance in the spoke.
   * https://learn.microsoft.com/azure/virtual-wan/scenario-route-through-nvas-custom
   * @default none
   */
  readonly staticRoutes?: readonly SpokeStaticRoute[];
  /**
   * Whether those routes go to the route tables that the spoke propagates to.
   * @default true
   */
  readonly propagateStaticRoutes?: boolean | IResolvable;
  /**
   * Which of those routes go before the spoke's own prefixes. It can't be changed later without replacing the
   * connection.
   * @default "Contains"
   */
  readonly localRouteOverride?: OrToken<LocalRouteOverride>;
}

/** Prefixes behind an appliance in a spoke. */
export interface SpokeStaticRoute {
  /** Name of the route, unique in its spoke. */
  readonly name: string;
  /** Prefixes that the appliance reaches. */
  readonly addressPrefixes: readonly string[];
  /** Address of the appliance. */
  readonly nextHopAddress: string;
}

/**
 * A virtual network, made here or there already, connected to a hub.
 *
 * Connecting a virtual network may reconnect every tunnel of the hub.
 * https://learn.microsoft.com/azure/virtual-wan/howto-connect-vnet-hub
 */
export class SpokeNetwork extends Construct {
  /** The Terraform resource of the connection. */
  readonly resource: VirtualHubConnection;
  readonly hub: IHubReference;
  readonly virtualNetwork: IVirtualNetwork;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: SpokeNetworkProps) {
    super(scope, id);
    const { hub, name, routing, internetSecurity } = props;
    checkSpoke(props).throwFor(this.node.path);
    this.hub = hub;
    this.virtualNetwork = isNetwork(props.virtualNetwork)
      ? props.virtualNetwork
      : new VirtualNetwork(this, ownId(this, "network"), props.virtualNetwork);
    this.resource = new VirtualHubConnection(this, "Default", {
      name,
      virtualHubId: hub.virtualHubId,
      remoteVirtualNetworkId: this.virtualNetwork.virtualNetworkId,
      timeouts: CONNECTION_TIMEOUTS,
      dependsOn: this.ownSubnets(),
      ...given({
        internetSecurityEnabled: internetSecurity,
        routing: routing && routingBlock(routing, hub),
      }),
    });
    named(this.resource);
    HubOrder.of(hub).add("spokeConnection", this.resource);
  }

  /** Subnets are made before: a change to a virtual network that is connected may reconnect every tunnel too. */
  private ownSubnets(): Subnet[] {
    const stack = TerraformStack.of(this);
    return [...this.virtualNetwork.subnets.values()].filter((subnet) => TerraformStack.of(subnet) === stack);
  }

  /** Resource id of the connection, which static routes of a route table may lead to. */
  get connectionId(): string {
    return this.resource.id;
  }
}

function isNetwork(network: VirtualNetworkProps | IVirtualNetwork): network is IVirtualNetwork {
  return "virtualNetworkId" in network;
}

function checkSpoke({ hub, name, routing }: SpokeNetworkProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", name);
  checkRouting(complaints, routing, hub.defaultRouteTableId);
  complaints.oneOf("routing.localRouteOverride", routing?.localRouteOverride, LOCAL_ROUTE_OVERRIDES);
  for (const [index, route] of (routing?.staticRoutes ?? []).entries()) {
    const at = `routing.staticRoutes[${index}]`;
    complaints.notEmpty(`${at}.name`, route.name);
    complaints.prefixes(`${at}.addressPrefixes`, route.addressPrefixes);
    complaints.address(`${at}.nextHopAddress`, route.nextHopAddress);
  }
  return complaints;
}

function routingBlock(routing: SpokeRouting, hub: IHubReference): VirtualHubConnectionRouting {
  const { staticRoutes, propagateStaticRoutes, localRouteOverride } = routing;
  return {
    ...routingIds(routing, hub.defaultRouteTableId),
    ...given({
      staticVnetRoute: staticRoutes?.map(staticRouteBlock),
      staticVnetPropagateStaticRoutesEnabled: propagateStaticRoutes,
      staticVnetLocalRouteOverrideCriteria: localRouteOverride && Token.asString(localRouteOverride),
    }),
  };
}

function staticRouteBlock(route: SpokeStaticRoute): VirtualHubConnectionRoutingStaticVnetRoute {
  return { name: route.name, addressPrefixes: [...route.addressPrefixes], nextHopIpAddress: route.nextHopAddress };
}
