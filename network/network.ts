import type { Firewall, HubBgpConnection, RoutingIntent, StrayRoute } from "./hub-router";
import type { Input } from "./inputs";
import type { Intent } from "./intent";
import type {
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  NatRule,
  RouteMap,
  RouteTable,
  SpokeConnection,
  VirtualHub,
  VirtualNetwork,
  VirtualWan,
  VpnConnection,
  VpnGateway,
  VpnSite,
} from "./parts";
import type { PointToSiteGateway } from "./point-to-site";
import type { Resource } from "./resource";
import type { UserRoute, UserRouteTable } from "./user-routes";

export type * from "./hub-router";
export type * from "./inputs";
export type * from "./part";
export type * from "./parts";
export type * from "./point-to-site";
export type * from "./route-map";
export type * from "./tunnel";
export type * from "./user-routes";

/**
 * What will exist after apply, as far as the inputs tell: the one value that rules, pictures, device files and the lab
 * read. Immutable once read. Parts point at each other both ways (`hub.vpnGateways`, `gateway.hub`).
 */
export interface Network {
  readonly inputs: readonly Input[];
  /** Every resource of this field, as read, with those that are known by id only. */
  readonly resources: readonly Resource[];
  readonly wans: readonly VirtualWan[];
  readonly hubs: readonly VirtualHub[];
  readonly vpnGateways: readonly VpnGateway[];
  readonly expressRouteGateways: readonly ExpressRouteGateway[];
  readonly circuits: readonly ExpressRouteCircuit[];
  readonly peerings: readonly CircuitPeering[];
  readonly expressRouteConnections: readonly ExpressRouteConnection[];
  readonly sites: readonly VpnSite[];
  readonly vpnConnections: readonly VpnConnection[];
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly spokeConnections: readonly SpokeConnection[];
  readonly routeTables: readonly RouteTable[];
  readonly strayRoutes: readonly StrayRoute[];
  readonly routeMaps: readonly RouteMap[];
  readonly natRules: readonly NatRule[];
  readonly routingIntents: readonly RoutingIntent[];
  readonly hubBgpConnections: readonly HubBgpConnection[];
  readonly firewalls: readonly Firewall[];
  readonly pointToSiteGateways: readonly PointToSiteGateway[];
  readonly userRouteTables: readonly UserRouteTable[];
  /** User-defined routes that a network manager writes into spokes; into which, no input tells. */
  readonly managedRoutes: readonly UserRoute[];
  readonly intent: Intent;
  /** The network as it was before the change, as far as inputs tell it; undefined where none does. */
  readonly before?: Network;
}
