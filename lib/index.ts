/** The constructs: everything in Azure that IPsec tunnels over ExpressRoute private peering need. */

import "./terraform/peers-at-hand";

export {
  CircuitAuthorization,
  type CircuitAuthorizationOptions,
  type CircuitAuthorizationProps,
} from "./express-route/circuit-authorization";
export type { IExpressRouteCircuit } from "./express-route/circuit-base";
export type { ExpressRouteCircuitById, ExpressRouteCircuitByName } from "./express-route/existing-circuit";
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
} from "./express-route/express-route-circuit";
export {
  ExpressRouteConnection,
  type ExpressRouteConnectionOptions,
  type ExpressRouteConnectionProps,
} from "./express-route/express-route-connection";
export {
  ExpressRouteGateway,
  type ExpressRouteGatewayAttributes,
  type ExpressRouteGatewayOptions,
  type ExpressRouteGatewayProps,
} from "./express-route/express-route-gateway";
export {
  type IPrivatePeering,
  type PeeringSubnets,
  PrivatePeering,
  type PrivatePeeringAttributes,
  type PrivatePeeringByCircuit,
  type PrivatePeeringById,
  type PrivatePeeringOptions,
  type PrivatePeeringProps,
} from "./express-route/private-peering";
export type { VirtualHubById, VirtualHubByName } from "./hub/existing-hub";
export { HubOrder, type HubStage } from "./hub/hub-order";
export type { IExpressRouteGateway } from "./hub/hub-reference";
export {
  HUB_ROUTING_PREFERENCES,
  type HubRoutingPreference,
  VirtualHub,
  type VirtualHubAttributes,
  type VirtualHubOptions,
  type VirtualHubProps,
} from "./hub/virtual-hub";
export type { IVirtualHub } from "./hub/virtual-hub-base";
export {
  type IVirtualWan,
  OFFICE365_BREAKOUTS,
  type Office365BreakoutCategory,
  VirtualWan,
  type VirtualWanAttributes,
  type VirtualWanById,
  type VirtualWanByName,
  type VirtualWanProps,
} from "./hub/virtual-wan";
export type { Advertisement } from "./intent/advertisement";
export { NetworkIntent, type OnPremisesRouting, type OnTunnelLoss } from "./intent/network-intent";
export type { DropOnTunnelLoss } from "./intent/on-tunnel-loss";
export { Policies, type Suppression } from "./intent/policies";
export {
  ActionGroup,
  type ActionGroupAttributes,
  type ActionGroupProps,
  type EmailReceiver,
  type IActionGroup,
  type SmsReceiver,
  type WebhookReceiver,
} from "./monitoring/action-group";
export type { AlertSetOptions, Threshold } from "./monitoring/alert-set";
export { CircuitAlerts, type CircuitAlertsProps, type CircuitThresholds } from "./monitoring/circuit-alerts";
export { CircuitMonitoring, type CircuitMonitoringProps } from "./monitoring/circuit-monitoring";
export {
  ConnectionMonitor,
  type ConnectionMonitorProps,
  type FailedTestAlert,
  type TestedAddress,
} from "./monitoring/connection-monitor";
export { DiagnosticSetting, type DiagnosticSettingProps } from "./monitoring/diagnostic-setting";
export {
  EncryptionBypassAlert,
  type EncryptionBypassAlertProps,
  type EncryptionBypassThresholds,
  type GatewayName,
} from "./monitoring/encryption-bypass-alert";
export {
  ExpressRouteGatewayAlerts,
  type ExpressRouteGatewayAlertsProps,
  type ExpressRouteGatewayThresholds,
} from "./monitoring/express-route-gateway-alerts";
export { HubMonitoring, type HubMonitoringProps, type HubThresholds } from "./monitoring/hub-monitoring";
export { LogAlert, type LogAlertProps, QUERY_DURATIONS, type QueryDuration } from "./monitoring/log-alert";
export {
  DIMENSION_OPERATORS,
  type DimensionOperator,
  METRIC_AGGREGATIONS,
  METRIC_DURATIONS,
  METRIC_OPERATORS,
  type MetricAggregation,
  MetricAlert,
  type MetricAlertProps,
  type MetricDimension,
  type MetricDuration,
  type MetricOperator,
} from "./monitoring/metric-alert";
export type { MonitoringOptions } from "./monitoring/monitoring-options";
export {
  VpnGatewayAlerts,
  type VpnGatewayAlertsProps,
  type VpnGatewayThresholds,
} from "./monitoring/vpn-gateway-alerts";
export { VpnGatewayLogAlerts, type VpnGatewayLogAlertsProps } from "./monitoring/vpn-gateway-log-alerts";
export type { Watched } from "./monitoring/watched";
export { Workbook, type WorkbookProps } from "./monitoring/workbook";
export {
  type ILogAnalyticsWorkspace,
  LogAnalyticsWorkspace,
  type LogAnalyticsWorkspaceAttributes,
  type LogAnalyticsWorkspaceById,
  type LogAnalyticsWorkspaceByName,
  type LogAnalyticsWorkspaceProps,
} from "./monitoring/workspace";
export {
  type ConnectedCircuit,
  type ConnectedSite,
  EncryptedExpressRoute,
} from "./pattern/encrypted-express-route";
export type {
  EncryptedExpressRouteOptions,
  EncryptedExpressRouteProps,
  ExistingHubPattern,
  NewHubPattern,
} from "./pattern/encrypted-options";
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
} from "./pattern/encrypted-parts";
export type { ConnectionRouting, RoutePropagation } from "./routing/connection-routing";
export { NextHop } from "./routing/next-hop";
export {
  type IRouteMap,
  RouteMap,
  type RouteMapAttributes,
  type RouteMapOptions,
  type RouteMapProps,
} from "./routing/route-map";
export {
  MATCH_CONDITIONS,
  type MatchCondition,
  NEXT_STEPS,
  type NextStep,
  RouteAction,
  type RouteMapRule,
  RouteMatch,
} from "./routing/route-map-rule";
export {
  type IRouteTable,
  RouteTable,
  type RouteTableAttributes,
  type RouteTableById,
  type RouteTableByName,
  type RouteTableOptions,
  type RouteTableProps,
} from "./routing/route-table";
export { RoutingIntent, type RoutingIntentOptions, type RoutingIntentProps } from "./routing/routing-intent";
export { StaticRoute, type StaticRouteOptions, type StaticRouteProps } from "./routing/static-route";
export {
  LOCAL_ROUTE_OVERRIDES,
  type LocalRouteOverride,
  SpokeNetwork,
  type SpokeNetworkOptions,
  type SpokeNetworkProps,
  type SpokeRouting,
  type SpokeStaticRoute,
} from "./spoke/spoke-network";
export {
  type IVirtualNetwork,
  type SubnetProps,
  VirtualNetwork,
  type VirtualNetworkAttributes,
  type VirtualNetworkById,
  type VirtualNetworkByName,
  type VirtualNetworkProps,
} from "./spoke/virtual-network";
export { type AddressCheck, Complaints, InvalidConstructError } from "./terraform/complaints";
export type { OrToken, Tags } from "./terraform/or-token";
export type { Secret } from "./terraform/secret";
export { recordSource, SOURCES_FILE, type SourceLine, withSource } from "./terraform/sources";
export type { VpnGatewayById, VpnGatewayByName } from "./vpn/existing-vpn-gateway";
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
} from "./vpn/ipsec-policy";
export {
  CONNECTION_MODES,
  type ConnectedLink,
  type ConnectionMode,
  type CustomBgpAddresses,
  type LinkSettings,
} from "./vpn/link-connection";
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
} from "./vpn/nat-rule";
export { type KeyVaultSecretProps, SharedKey } from "./vpn/shared-key";
export { VpnConnection, type VpnConnectionOptions, type VpnConnectionProps } from "./vpn/vpn-connection";
export {
  GATEWAY_ROUTING_PREFERENCES,
  type GatewayBgpAddresses,
  type GatewayRoutingPreference,
  VpnGateway,
  type VpnGatewayAttributes,
  type VpnGatewayOptions,
  type VpnGatewayProps,
} from "./vpn/vpn-gateway";
export type { IVpnGateway } from "./vpn/vpn-gateway-base";
export { GATEWAY_INSTANCES, VpnGatewayInstance, type VpnGatewayInstanceId } from "./vpn/vpn-gateway-instance";
export {
  type BgpPeer,
  type ExistingLinkProps,
  type ExpressRouteLinkProps,
  type InternetLinkByAddressProps,
  type InternetLinkByNameProps,
  type InternetLinkProps,
  VpnLink,
  type VpnLinkProps,
} from "./vpn/vpn-link";
export {
  ExistingVpnSite,
  type Office365Breakout,
  VpnSite,
  type VpnSiteAttributes,
  type VpnSiteProps,
} from "./vpn/vpn-site";
export { type IVpnLink, type IVpnSite, VPN_LINK_TRANSPORTS, type VpnLinkTransport } from "./vpn/vpn-site-reference";
