import { ExpressRouteConnection as ExpressRouteConnectionResource } from "@cdktf/provider-azurerm/lib/express-route-connection";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import type { IExpressRouteGateway } from "../hub/hub-reference";
import { registerDrop } from "../hub/hub-routing";
import { type Advertisement, checkAdvertisement } from "../intent/advertisement";
import { NetworkIntent } from "../intent/network-intent";
import { checkDrop, type DropOnTunnelLoss, dropMaps } from "../intent/on-tunnel-loss";
import { type ConnectionRouting, checkRouting, routingIds } from "../routing/connection-routing";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { checkSecret, type Secret, secretText } from "../terraform/secret";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import type { IExpressRouteCircuit } from "./circuit-base";
import type { IPrivatePeering } from "./private-peering";

/** How a circuit is connected. What on-premises routers advertise over it goes into the output `network_intent`. */
export interface ExpressRouteConnectionOptions extends Advertisement {
  /** Name of the connection. It can't be changed later without replacing it. */
  readonly name: string;
  /**
   * Key of an authorization, for a circuit in another subscription: a sensitive Terraform variable, or the key of an
   * authorization that is made here.
   * @default none: the circuit is in the gateway's subscription
   */
  readonly authorizationKey?: Secret;
  /**
   * Weight among connections to the same prefix, 0 to 32000; the higher one wins.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
   * @default 0
   */
  readonly routingWeight?: number;
  /**
   * Route tables and route maps.
   * @default the hub's default route table, no route maps
   */
  readonly routing?: ConnectionRouting;
  /**
   * Lets Azure drop what belongs into tunnels when they are lost, instead of carrying it over ExpressRoute in the clear.
   * https://learn.microsoft.com/azure/virtual-wan/route-maps-about
   * @default the connection carries whatever is advertised over it
   */
  readonly onTunnelLoss?: DropOnTunnelLoss;
}

export interface ExpressRouteConnectionProps extends ExpressRouteConnectionOptions {
  /** The gateway to connect to. */
  readonly gateway: IExpressRouteGateway;
  /** The circuit, by its private peering; or the peering itself. */
  readonly circuit: IExpressRouteCircuit | IPrivatePeering;
}

/**
 * An ExpressRoute circuit, connected to the gateway of a hub. Traffic never bypasses the gateway (FastPath), since it
 * would bypass the tunnels too.
 *
 * On-premises routers don't learn the hub's default route, 0.0.0.0/0: azurerm 4.55 and 5 have no common name for that
 * setting. Where it is needed, `connection.resource.addOverride("internet_security_enabled", true)` writes that of 5.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
 */
export class ExpressRouteConnection extends Construct {
  /** The Terraform resource. */
  readonly resource: ExpressRouteConnectionResource;
  readonly gateway: IExpressRouteGateway;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: ExpressRouteConnectionProps) {
    super(scope, id);
    const defaultRouteTableId = props.gateway.hub?.defaultRouteTableId;
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    checkSecret(complaints, this, "authorizationKey", props.authorizationKey);
    complaints.integer("routingWeight", props.routingWeight, 0, 32000);
    checkRouting(complaints, props.routing, defaultRouteTableId);
    checkDrop(complaints, props, props.gateway.hub);
    checkAdvertisement(complaints, props);
    complaints.throwFor(this.node.path);
    this.gateway = props.gateway;
    const peering = "privatePeering" in props.circuit ? props.circuit.privatePeering : props.circuit;
    const routing = this.routingWith(props);
    this.resource = new ExpressRouteConnectionResource(this, "Default", {
      name: props.name,
      expressRouteGatewayId: props.gateway.expressRouteGatewayId,
      expressRouteCircuitPeeringId: peering.expressRouteCircuitPeeringId,
      timeouts: CONNECTION_TIMEOUTS,
      ...given({
        authorizationKey: props.authorizationKey && secretText(props.authorizationKey),
        routingWeight: props.routingWeight,
        routing: routing && routingIds(routing, defaultRouteTableId),
      }),
    });
    named(this.resource);
    HubOrder.of(props.gateway).add("expressRouteConnection", this.resource);
    NetworkIntent.of(this).expressRoute(this.resource, props);
  }
  /** What is wanted of routing, and the route maps that drop. */
  private routingWith({
    gateway,
    name,
    routing,
    onTunnelLoss,
  }: ExpressRouteConnectionProps): ConnectionRouting | undefined {
    const { hub } = gateway;
    if (onTunnelLoss === undefined || hub === undefined) {
      return routing;
    }
    registerDrop(hub, this);
    return { ...routing, ...dropMaps(this, hub, name, onTunnelLoss) };
  }
}
