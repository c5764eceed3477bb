/** The constructs: everything in Azure that IPsec tunnels over ExpressRoute private peering need. */
export type { Advertisement } from "./advertisement";
export {
  CircuitAuthorization,
  type CircuitAuthorizationOptions,
  type CircuitAuthorizationProps,
} from "./circuit-authorization";
export type { IExpressRouteCircuit } from "./circuit-base";
export { type AddressCheck, Complaints, InvalidConstructError } from "./complaints";
export type { ConnectionRouting, RoutePropagation } from "./connection-routing";
export {
  type ConnectedCircuit,
  type ConnectedSite,
  EncryptedExpressRoute,
  type EncryptedExpressRouteOptions,
  type EncryptedExpressRouteProps,
  type ExistingHubPattern,
  type NewHubPattern,
} from "./encrypted-express-route";
export type {
  CircuitOfPattern,
  ConnectionOfPattern,
  DropOfPattern,
  ExistingCircuitOfPattern,
  NewCircuit,
  NewCircuitOfPattern,
  NewHub,
  NewSite,
  NewVirtualNetwork,
  NewWan,
  PatternPlace,
  PeeringOfPattern,
  Prefilled,
  SiteOfPattern,
  SpokeOfPattern,
} from "./encrypted-parts";
export type { ExpressRouteCircuitById, ExpressRouteCircuitByName } from "./existing-circuit";
export type { VirtualHubById, VirtualHubByName } from "./existing-hub";
export type { VpnGatewayById, VpnGatewayByName } from "./existing-vpn-gateway";
export {
  CIRCUIT_BILLINGS,
  CIRCUIT_TIERS,
  type CircuitBilling,
  type CircuitTier,
  ExpressRouteCircuit,
  type ExpressRouteCircuitAttributes,
  type ExpressRouteCircuitProps,
  PORT_BANDWIDTHS_GBPS,
  type PortBandwidthGbps,
  type PortCircuitProps,
  PROVIDER_BANDWIDTHS_MBPS,
  type ProviderBandwidthMbps,
  type ProviderCircuitProps,
} from "./express-route-circuit";
export {
  ExpressRouteConnection,
  type ExpressRouteConnectionOptions,
  type ExpressRouteConnectionProps,
} from "./express-route-connection";
export {
  ExpressRouteGateway,
  type ExpressRouteGatewayAttributes,
  type ExpressRouteGatewayOptions,
  type ExpressRouteGatewayProps,
  type IExpressRouteGateway,
} from "./express-route-gateway";
export { HubOrder, type HubStage } from "./hub-order";
export {
  DH_GROUPS,
  type DhGroup,
  ESP_ENCRYPTIONS,
  ESP_INTEGRITIES,
  type EspEncryption,
  type EspIntegrity,
  IKE_ENCRYPTIONS,
  IKE_INTEGRITIES,
  type IkeEncryption,
  type IkeIntegrity,
  IpsecPolicy,
  type IpsecPolicyProps,
  PFS_GROUPS,
  type PfsGroup,
} from "./ipsec-policy";
export {
  CONNECTION_MODES,
  type ConnectedLink,
  type ConnectionMode,
  type CustomBgpAddresses,
  type LinkSettings,
} from "./link-connection";
export {
  type DynamicNatRuleOptions,
  type INatRule,
  NAT_MODES,
  type NatMapping,
  type NatMode,
  NatRule,
  type NatRuleAttributes,
  type NatRuleOptions,
  type NatRuleProps,
  type StaticNatRuleOptions,
} from "./nat-rule";
export { NetworkIntent, type OnPremisesRouting, type OnTunnelLoss } from "./network-intent";
export { NextHop } from "./next-hop";
export type { DropOnTunnelLoss } from "./on-tunnel-loss";
export type { OrToken, Tags } from "./or-token";
export { Policies, type Suppression } from "./policies";
export {
  type IPrivatePeering,
  type PeeringSubnets,
  PrivatePeering,
  type PrivatePeeringAttributes,
  type PrivatePeeringByCircuit,
  type PrivatePeeringById,
  type PrivatePeeringOptions,
  type PrivatePeeringProps,
} from "./private-peering";
export {
  type IRouteMap,
  RouteMap,
  type RouteMapAttributes,
  type RouteMapOptions,
  type RouteMapProps,
} from "./route-map";
export {
  MATCH_CONDITIONS,
  type MatchCondition,
  NEXT_STEPS,
  type NextStep,
  RouteAction,
  type RouteMapRule,
  RouteMatch,
} from "./route-map-rule";
export {
  type IRouteTable,
  RouteTable,
  type RouteTableAttributes,
  type RouteTableById,
  type RouteTableByName,
  type RouteTableOptions,
  type RouteTableProps,
} from "./route-table";
export { RoutingIntent, type RoutingIntentOptions, type RoutingIntentProps } from "./routing-intent";
export type { Secret } from "./secret";
export { type KeyVaultSecretProps, SharedKey } from "./shared-key";
export { recordSource, SOURCES_FILE, type SourceLine, withSource } from "./sources";
export {
  LOCAL_ROUTE_OVERRIDES,
  type LocalRouteOverride,
  SpokeNetwork,
  type SpokeNetworkOptions,
  type SpokeNetworkProps,
  type SpokeRouting,
  type SpokeStaticRoute,
} from "./spoke-network";
export { StaticRoute, type StaticRouteOptions, type StaticRouteProps } from "./static-route";
export {
  HUB_ROUTING_PREFERENCES,
  type HubRoutingPreference,
  VirtualHub,
  type VirtualHubAttributes,
  type VirtualHubOptions,
  type VirtualHubProps,
} from "./virtual-hub";
export type { IVirtualHub } from "./virtual-hub-base";
export {
  type IVirtualNetwork,
  type SubnetProps,
  VirtualNetwork,
  type VirtualNetworkAttributes,
  type VirtualNetworkById,
  type VirtualNetworkByName,
  type VirtualNetworkProps,
} from "./virtual-network";
export {
  type IVirtualWan,
  OFFICE365_BREAKOUTS,
  type Office365BreakoutCategory,
  VirtualWan,
  type VirtualWanAttributes,
  type VirtualWanById,
  type VirtualWanByName,
  type VirtualWanProps,
} from "./virtual-wan";
export { VpnConnection, type VpnConnectionOptions, type VpnConnectionProps } from "./vpn-connection";
export {
  GATEWAY_ROUTING_PREFERENCES,
  type GatewayBgpAddresses,
  type GatewayRoutingPreference,
  type IVpnGateway,
  VpnGateway,
  type VpnGatewayAttributes,
  type VpnGatewayOptions,
  type VpnGatewayProps,
} from "./vpn-gateway";
export { GATEWAY_INSTANCES, VpnGatewayInstance, type VpnGatewayInstanceId } from "./vpn-gateway-instance";
export {
  type BgpPeer,
  type ExistingLinkProps,
  type ExpressRouteLinkProps,
  type InternetLinkByAddressProps,
  type InternetLinkByNameProps,
  type InternetLinkProps,
  type IVpnLink,
  VPN_LINK_TRANSPORTS,
  VpnLink,
  type VpnLinkProps,
  type VpnLinkTransport,
} from "./vpn-link";
export {
  ExistingVpnSite,
  type IVpnSite,
  type Office365Breakout,
  VpnSite,
  type VpnSiteAttributes,
  type VpnSiteProps,
} from "./vpn-site";
