/** The Terraform types that make up such a network, or are judged with it. Data sources of these types count too. */
export const RESOURCE_TYPES: ReadonlySet<string> = new Set([
  "azurerm_express_route_circuit",
  "azurerm_express_route_circuit_authorization",
  "azurerm_express_route_circuit_peering",
  "azurerm_express_route_connection",
  "azurerm_express_route_gateway",
  "azurerm_express_route_port",
  "azurerm_firewall",
  "azurerm_monitor_diagnostic_setting",
  "azurerm_monitor_metric_alert",
  "azurerm_network_connection_monitor",
  "azurerm_route_map",
  "azurerm_route_server",
  "azurerm_subnet",
  "azurerm_virtual_hub",
  "azurerm_virtual_hub_bgp_connection",
  "azurerm_virtual_hub_connection",
  "azurerm_virtual_hub_route_table",
  "azurerm_virtual_hub_route_table_route",
  "azurerm_virtual_hub_routing_intent",
  "azurerm_virtual_network",
  "azurerm_virtual_network_gateway",
  "azurerm_virtual_wan",
  "azurerm_vpn_gateway",
  "azurerm_vpn_gateway_connection",
  "azurerm_vpn_gateway_nat_rule",
  "azurerm_vpn_site",
]);

/** Does a resource or data source of this Terraform type belong to such a network? */
export function isOurType(type: string): boolean {
  return RESOURCE_TYPES.has(type);
}
