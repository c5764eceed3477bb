const OF_ALL: ReadonlySet<string> = new Set(["id"]);

/** Azure provider 4.81, the types that are read: attributes that are computed, nested ones too. */
const FILLED_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    azurerm_express_route_circuit: ["service_key", "service_provider_provisioning_state"],
    azurerm_express_route_circuit_authorization: ["authorization_key", "authorization_use_status"],
    azurerm_express_route_circuit_peering: [
      "azure_asn",
      "gateway_manager_etag",
      "peer_asn",
      "primary_azure_port",
      "secondary_azure_port",
    ],
    azurerm_express_route_connection: [
      "associated_route_table_id",
      "enable_internet_security",
      "internet_security_enabled",
      "labels",
      "route_table_ids",
    ],
    azurerm_express_route_port: [
      "connector_type",
      "ethertype",
      "guid",
      "interface_name",
      "mtu",
      "patch_panel_id",
      "principal_id",
      "rack_id",
      "router_name",
      "tenant_id",
    ],
    azurerm_firewall: ["dns_proxy_enabled", "private_ip_address", "public_ip_addresses", "threat_intel_mode"],
    azurerm_monitor_diagnostic_setting: ["log_analytics_destination_type"],
    azurerm_monitor_metric_alert: ["target_resource_location", "target_resource_type"],
    azurerm_route_server: ["routing_state", "virtual_router_asn", "virtual_router_ips"],
    azurerm_subnet: ["allocated_ip_address_prefixes"],
    azurerm_virtual_hub: ["default_route_table_id", "virtual_router_asn", "virtual_router_ips"],
    azurerm_virtual_hub_connection: ["associated_route_table_id", "labels", "route_table_ids"],
    azurerm_virtual_network: ["allocated_ip_address_prefixes", "dns_servers", "guid"],
    azurerm_virtual_network_gateway: [
      "active_active",
      "bgp_enabled",
      "default_addresses",
      "enable_bgp",
      "generation",
      "ip_configuration_name",
      "maximum_scale_unit",
      "minimum_scale_unit",
      "tunnel_ip_addresses",
      "vpn_auth_types",
      "vpn_client_protocols",
    ],
    azurerm_vpn_gateway: [
      "bgp_peering_address",
      "default_ips",
      "ip_configuration",
      "ip_configuration_id",
      "tunnel_ips",
    ],
    azurerm_vpn_gateway_connection: ["shared_key"],
  }).map(([type, names]) => [type, new Set(names)]),
);

/**
 * Whether the provider fills an attribute in where nobody writes it. Of any other attribute a null stays a null, so one
 * that is known after apply has a value that the plan doesn't tell.
 */
export function isFilledIn(type: string, name: string): boolean {
  return OF_ALL.has(name) || (FILLED_IN.get(type)?.has(name) ?? false);
}
