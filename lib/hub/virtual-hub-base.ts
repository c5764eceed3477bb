import { Construct } from "constructs";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import { ExpressRouteConnection, type ExpressRouteConnectionOptions } from "../express-route/express-route-connection";
import { ExpressRouteGateway, type ExpressRouteGatewayOptions } from "../express-route/express-route-gateway";
import type { IPrivatePeering } from "../express-route/private-peering";
import { RouteMap, type RouteMapOptions } from "../routing/route-map";
import { BuiltInRouteTable, type IRouteTable, RouteTable, type RouteTableOptions } from "../routing/route-table";
import { RoutingIntent, type RoutingIntentOptions } from "../routing/routing-intent";
import { SpokeNetwork, type SpokeNetworkOptions } from "../spoke/spoke-network";
import { InvalidConstructError } from "../terraform/complaints";
import { VpnConnection, type VpnConnectionOptions } from "../vpn/vpn-connection";
import { VpnGateway, type VpnGatewayOptions } from "../vpn/vpn-gateway";
import type { IVpnGateway } from "../vpn/vpn-gateway-base";
import type { IVpnSite } from "../vpn/vpn-site-reference";
import { expressRouteGatewayOf, vpnGatewayOf } from "./hub-gateways";
import type { IExpressRouteGateway, IHubReference } from "./hub-reference";

/** A virtual hub: made here, or there already. */
export interface IVirtualHub extends IHubReference {
  /** The route table that connections use by default. */
  readonly defaultRouteTable: IRouteTable;
  /** The route table to propagate to in order to propagate nowhere. */
  readonly noneRouteTable: IRouteTable;
  /** Its VPN gateway: made here, or stated with `VpnGateway.fromAttributes`. */
  readonly vpnGateway: IVpnGateway | undefined;

  /** Makes the hub's VPN gateway. */
  addVpnGateway(id: string, options: VpnGatewayOptions): VpnGateway;
  /** Makes the hub's ExpressRoute gateway. */
  addExpressRouteGateway(id: string, options: ExpressRouteGatewayOptions): ExpressRouteGateway;
  /** Makes a route table in the hub. */
  addRouteTable(id: string, options: RouteTableOptions): RouteTable;
  /** Makes a route map in the hub. */
  addRouteMap(id: string, options: RouteMapOptions): RouteMap;
  /** Makes the hub's routing intent. */
  addRoutingIntent(id: string, options: RoutingIntentOptions): RoutingIntent;
  /**
   * Connects an ExpressRoute circuit to the hub's ExpressRoute gateway.
   * @throws InvalidConstructError where the hub has no ExpressRoute gateway
   */
  connectCircuit(
    id: string,
    circuit: IExpressRouteCircuit | IPrivatePeering,
    options: ExpressRouteConnectionOptions,
  ): ExpressRouteConnection;
  /**
   * Connects a site to the hub's VPN gateway.
   * @throws InvalidConstructError where the hub has no VPN gateway
   */
  connectSite(id: string, site: IVpnSite, options: VpnConnectionOptions): VpnConnection;
  /** Connects a virtual network to the hub: one that it makes, or one that exists. */
  connectSpoke(id: string, options: SpokeNetworkOptions): SpokeNetwork;
}

/** What made and existing hubs have in common. */
export abstract class VirtualHubBase extends Construct implements IVirtualHub {
  abstract readonly virtualHubId: string;
  abstract readonly resourceGroupName: string;
  abstract readonly location: string | undefined;
  abstract readonly addressPrefix: string | undefined;
  abstract readonly defaultRouteTableId: string;

  /** The route table that connections use by default. */
  readonly defaultRouteTable: IRouteTable = new BuiltInRouteTable(this, () => this.defaultRouteTableId);
  /** The route table to propagate to in order to propagate nowhere. */
  readonly noneRouteTable: IRouteTable = new BuiltInRouteTable(
    this,
    () => `${this.virtualHubId}/hubRouteTables/noneRouteTable`,
  );

  get vpnGateway(): IVpnGateway | undefined {
    return vpnGatewayOf(this);
  }

  get expressRouteGateway(): IExpressRouteGateway | undefined {
    return expressRouteGatewayOf(this);
  }

  addVpnGateway(id: string, options: VpnGatewayOptions): VpnGateway {
    return new VpnGateway(this, id, { ...options, hub: this });
  }

  addExpressRouteGateway(id: string, options: ExpressRouteGatewayOptions): ExpressRouteGateway {
    return new ExpressRouteGateway(this, id, { ...options, hub: this });
  }

  addRouteTable(id: string, options: RouteTableOptions): RouteTable {
    return new RouteTable(this, id, { ...options, hub: this });
  }

  addRouteMap(id: string, options: RouteMapOptions): RouteMap {
    return new RouteMap(this, id, { ...options, hub: this });
  }

  addRoutingIntent(id: string, options: RoutingIntentOptions): RoutingIntent {
    return new RoutingIntent(this, id, { ...options, hub: this });
  }

  connectCircuit(
    id: string,
    circuit: IExpressRouteCircuit | IPrivatePeering,
    options: ExpressRouteConnectionOptions,
  ): ExpressRouteConnection {
    const gateway = this.expressRouteGateway;
    if (gateway === undefined) {
      throw this.without(id, "ExpressRoute gateway", "addExpressRouteGateway");
    }
    return new ExpressRouteConnection(this, id, { ...options, gateway, circuit });
  }

  connectSite(id: string, site: IVpnSite, options: VpnConnectionOptions): VpnConnection {
    const gateway = this.vpnGateway;
    if (gateway === undefined) {
      throw this.without(id, "VPN gateway", "addVpnGateway");
    }
    return new VpnConnection(this, id, { ...options, gateway, site });
  }

  connectSpoke(id: string, options: SpokeNetworkOptions): SpokeNetwork {
    return new SpokeNetwork(this, id, { ...options, hub: this });
  }

  private without(id: string, gateway: string, method: string): InvalidConstructError {
    return new InvalidConstructError(`${this.node.path}/${id}`, [
      `the hub has no ${gateway} to connect to: call ${method} before`,
    ]);
  }
}
