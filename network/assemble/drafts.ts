import type { Items, Unknown } from "../field";
import type {
  Advertisement,
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  HubBgpConnection,
  LinkConnection,
  RouteTable,
  SiteLink,
  SpokeConnection,
  StaticRoute,
  Subnet,
  SubnetTable,
  UserRoute,
  UserRouteTable,
  VirtualHub,
  VirtualNetwork,
  VirtualWan,
  VpnConnection,
  VpnGateway,
  VpnSite,
} from "../network";

// Parts while they are being joined: the lists that others enter themselves into are still open.

export interface WanDraft extends VirtualWan {
  readonly hubs: VirtualHub[];
}

export interface HubDraft extends VirtualHub {
  readonly vpnGateways: VpnGateway[];
  readonly expressRouteGateways: ExpressRouteGateway[];
  readonly spokeConnections: SpokeConnection[];
}

export interface VpnGatewayDraft extends VpnGateway {
  readonly connections: VpnConnection[];
}

export interface ExpressRouteGatewayDraft extends ExpressRouteGateway {
  readonly connections: ExpressRouteConnection[];
}

export interface CircuitDraft extends ExpressRouteCircuit {
  readonly peerings: CircuitPeering[];
}

export interface ExpressRouteConnectionDraft extends ExpressRouteConnection {
  advertised: Advertisement | undefined;
}

export interface HubBgpConnectionDraft extends HubBgpConnection {
  advertised: Advertisement | undefined;
}

export interface SiteDraft extends VpnSite {
  readonly links: OpenItems<SiteLinkDraft>;
  readonly connections: VpnConnection[];
}

export interface SiteLinkDraft extends SiteLink {
  readonly site: SiteDraft;
  advertised: Advertisement | undefined;
}

export interface VpnConnectionDraft extends VpnConnection {
  readonly links: OpenItems<LinkConnection>;
}

export interface VirtualNetworkDraft extends VirtualNetwork {
  readonly subnets: OpenItems<SubnetDraft>;
  readonly connections: SpokeConnection[];
}

export interface SubnetDraft extends Subnet {
  readonly routeTables: SubnetTable[];
}

export interface UserRouteTableDraft extends UserRouteTable {
  readonly routes: OpenItems<UserRoute>;
}

export interface RouteTableDraft extends RouteTable {
  readonly routes: OpenItems<StaticRoute>;
}

/** A list that is still being filled. */
export interface OpenItems<T> extends Items<T> {
  readonly items: T[];
  unknown?: Unknown;
}
