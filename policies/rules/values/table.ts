import type { AcceptedValues } from "./accepted";
import * as expressroute from "./expressroute";
import * as hub from "./hub";
import * as monitoring from "./monitoring";
import * as virtualNetwork from "./virtual-network";
import * as vpn from "./vpn";

/** The enumerations and ranges that the Azure provider, 4.81 and 5.2 alike, demands of each resource type. */
export const ACCEPTED_VALUES: ReadonlyMap<string, AcceptedValues> = new Map([
  ["azurerm_express_route_circuit", expressroute.EXPRESS_ROUTE_CIRCUIT],
  ["azurerm_express_route_circuit_peering", expressroute.EXPRESS_ROUTE_CIRCUIT_PEERING],
  ["azurerm_express_route_connection", expressroute.EXPRESS_ROUTE_CONNECTION],
  ["azurerm_express_route_gateway", expressroute.EXPRESS_ROUTE_GATEWAY],
  ["azurerm_express_route_port", expressroute.EXPRESS_ROUTE_PORT],
  ["azurerm_firewall", hub.FIREWALL],
  ["azurerm_monitor_diagnostic_setting", monitoring.MONITOR_DIAGNOSTIC_SETTING],
  ["azurerm_monitor_metric_alert", monitoring.MONITOR_METRIC_ALERT],
  ["azurerm_network_connection_monitor", monitoring.NETWORK_CONNECTION_MONITOR],
  ["azurerm_route_map", hub.ROUTE_MAP],
  ["azurerm_subnet", virtualNetwork.SUBNET],
  ["azurerm_virtual_hub", hub.VIRTUAL_HUB],
  ["azurerm_virtual_hub_connection", hub.VIRTUAL_HUB_CONNECTION],
  ["azurerm_virtual_hub_route_table", hub.VIRTUAL_HUB_ROUTE_TABLE],
  ["azurerm_virtual_hub_route_table_route", hub.VIRTUAL_HUB_ROUTE_TABLE_ROUTE],
  ["azurerm_virtual_hub_routing_intent", hub.VIRTUAL_HUB_ROUTING_INTENT],
  ["azurerm_virtual_network", virtualNetwork.VIRTUAL_NETWORK],
  ["azurerm_virtual_wan", hub.VIRTUAL_WAN],
  ["azurerm_vpn_gateway", vpn.VPN_GATEWAY],
  ["azurerm_vpn_gateway_connection", vpn.VPN_GATEWAY_CONNECTION],
  ["azurerm_vpn_gateway_nat_rule", vpn.VPN_GATEWAY_NAT_RULE],
  ["azurerm_vpn_site", vpn.VPN_SITE],
]);
