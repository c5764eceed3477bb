import type { IConstruct } from "constructs";

// How the parts of a network refer to a WAN, to a hub and to what is in it. No construct is imported here, so that what
// is connected to a hub needn't know the hub's own file, which makes it all.

/** A virtual WAN, as its hubs and sites see it. */
export interface IWanReference extends IConstruct {
  /** Resource id of the WAN. */
  readonly virtualWanId: string;
  /** Its resource group, which its hubs go to by default. */
  readonly resourceGroupName: string;
}

/** A virtual hub, as gateways, route tables and connections see it. */
export interface IHubReference extends IConstruct {
  /** Resource id of the hub. */
  readonly virtualHubId: string;
  /** Its resource group, which its gateways go to by default. */
  readonly resourceGroupName: string;
  /** Its Azure region; undefined for a hub that is known by id only. */
  readonly location: string | undefined;
  /** Its address prefix; undefined for a hub that is known by id only. */
  readonly addressPrefix: string | undefined;
  /** Resource id of the route table that connections use by default. */
  readonly defaultRouteTableId: string;
  /** The route table that connections use by default. */
  readonly defaultRouteTable: IRouteTableReference;
  /** The route table to propagate to in order to propagate nowhere. */
  readonly noneRouteTable: IRouteTableReference;
  /** Its VPN gateway: made here, or stated with `VpnGateway.fromAttributes`. */
  readonly vpnGateway: IVpnGatewayReference | undefined;
  /** Its ExpressRoute gateway: made here, or stated with `ExpressRouteGateway.fromAttributes`. */
  readonly expressRouteGateway: IExpressRouteGateway | undefined;
}

/** A route table of a hub, as connections and static routes see it. */
export interface IRouteTableReference {
  /** Resource id of the route table. */
  readonly routeTableId: string;
  /** Its hub; undefined where it wasn't told. */
  readonly hub: IHubReference | undefined;
}

/** The site-to-site VPN gateway of a hub, as connections and NAT rules see it. */
export interface IVpnGatewayReference extends IConstruct {
  /** Resource id of the gateway. */
  readonly vpnGatewayId: string;
  /** Its hub; undefined for a gateway that is known by id only. */
  readonly hub: IHubReference | undefined;
}

/** The ExpressRoute gateway of a hub: made here, or there already. */
export interface IExpressRouteGateway extends IConstruct {
  /** Resource id of the gateway. */
  readonly expressRouteGatewayId: string;
  /** Its hub; undefined where it wasn't told. */
  readonly hub: IHubReference | undefined;
  /** Its scale units; undefined where only its id is known. */
  readonly scaleUnits: number | undefined;
}
