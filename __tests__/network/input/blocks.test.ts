import { type Blocks, blocksOf } from "../../../network/input/blocks";
import { JUDGED_TYPES } from "../../../network/ledger/kept";

/**
 * The nested blocks that the schema of the Azure provider 4.81 has, whether they are a list or a set, and `computed` where the
 * provider fills in what nobody writes. `subnet` of a virtual network and `route` of a route table are attributes that people
 * write as blocks.
 */
const SCHEMA: Readonly<Record<string, readonly string[]>> = {
  azurerm_express_route_circuit: ["sku list"],
  azurerm_express_route_circuit_authorization: [],
  azurerm_express_route_circuit_peering: ["ipv6 list", "ipv6.microsoft_peering list", "microsoft_peering_config list"],
  azurerm_express_route_connection: ["routing list computed", "routing.propagated_route_table list computed"],
  azurerm_express_route_gateway: [],
  azurerm_express_route_port: ["identity list", "link1 list computed", "link2 list computed"],
  azurerm_firewall: ["ip_configuration list", "management_ip_configuration list", "virtual_hub list"],
  azurerm_firewall_policy: [
    "dns list",
    "explicit_proxy list",
    "identity list",
    "insights list",
    "insights.log_analytics_workspace list",
    "intrusion_detection list",
    "intrusion_detection.signature_overrides list",
    "intrusion_detection.traffic_bypass list",
    "threat_intelligence_allowlist list",
    "tls_certificate list",
  ],
  azurerm_firewall_policy_rule_collection_group: [
    "application_rule_collection list",
    "application_rule_collection.rule list",
    "application_rule_collection.rule.http_headers list",
    "application_rule_collection.rule.protocols list",
    "nat_rule_collection list",
    "nat_rule_collection.rule list",
    "network_rule_collection list",
    "network_rule_collection.rule list",
  ],
  azurerm_ip_group: [],
  azurerm_ip_group_cidr: [],
  azurerm_monitor_diagnostic_setting: [
    "enabled_log set",
    "enabled_log.retention_policy list",
    "enabled_metric set computed",
    "metric set computed",
    "metric.retention_policy list",
  ],
  azurerm_monitor_metric_alert: [
    "action set",
    "application_insights_web_test_location_availability_criteria list",
    "criteria list",
    "criteria.dimension list",
    "dynamic_criteria list",
    "dynamic_criteria.dimension list",
  ],
  azurerm_network_connection_monitor: [
    "endpoint set",
    "endpoint.filter list",
    "endpoint.filter.item set",
    "test_configuration set",
    "test_configuration.http_configuration list",
    "test_configuration.http_configuration.request_header set",
    "test_configuration.icmp_configuration list",
    "test_configuration.success_threshold list",
    "test_configuration.tcp_configuration list",
    "test_group set",
  ],
  azurerm_point_to_site_vpn_gateway: [
    "connection_configuration list",
    "connection_configuration.route list computed",
    "connection_configuration.route.propagated_route_table list",
    "connection_configuration.vpn_client_address_pool list",
  ],
  azurerm_route: [],
  azurerm_route_table: ["route set computed"],
  azurerm_subnet_route_table_association: [],
  azurerm_route_map: ["rule list", "rule.action list", "rule.action.parameter list", "rule.match_criterion list"],
  azurerm_route_server: [],
  azurerm_subnet: ["delegation list", "delegation.service_delegation list", "ip_address_pool list"],
  azurerm_virtual_hub: ["route set"],
  azurerm_virtual_hub_bgp_connection: [],
  azurerm_virtual_hub_connection: [
    "routing list computed",
    "routing.propagated_route_table list computed",
    "routing.static_vnet_route list",
  ],
  azurerm_virtual_hub_route_table: ["route set computed"],
  azurerm_virtual_hub_route_table_route: [],
  azurerm_virtual_hub_routing_intent: ["routing_policy list"],
  azurerm_virtual_network: [
    "subnet set computed",
    "ddos_protection_plan list",
    "encryption list",
    "ip_address_pool list",
  ],
  azurerm_virtual_network_gateway: [
    "bgp_settings list computed",
    "bgp_settings.peering_addresses list computed",
    "custom_route list",
    "ip_configuration list",
    "policy_group list",
    "policy_group.policy_member list",
    "vpn_client_configuration list",
    "vpn_client_configuration.ipsec_policy list",
    "vpn_client_configuration.radius_server list",
    "vpn_client_configuration.revoked_certificate set",
    "vpn_client_configuration.root_certificate set",
    "vpn_client_configuration.virtual_network_gateway_client_connection list",
  ],
  azurerm_virtual_wan: [],
  azurerm_vpn_gateway: [
    "bgp_settings list computed",
    "bgp_settings.instance_0_bgp_peering_address list computed",
    "bgp_settings.instance_1_bgp_peering_address list computed",
  ],
  azurerm_vpn_gateway_connection: [
    "routing list computed",
    "routing.propagated_route_table list computed",
    "traffic_selector_policy set",
    "vpn_link list",
    "vpn_link.custom_bgp_address set",
    "vpn_link.ipsec_policy list",
  ],
  azurerm_vpn_gateway_nat_rule: ["external_mapping list", "internal_mapping list"],
  azurerm_vpn_site: [
    "link list",
    "link.bgp list",
    "o365_policy list computed",
    "o365_policy.traffic_category list computed",
  ],
};

/** The same of the blocks that the readers know. */
function known(blocks: Blocks, above = ""): readonly string[] {
  return Object.entries(blocks).flatMap(([name, { unordered, filledIn, blocks: inside }]) => [
    `${above}${name} ${unordered ? "set" : "list"}${filledIn ? " computed" : ""}`,
    ...known(inside, `${above}${name}.`),
  ]);
}

describe("the nested blocks that readers know", () => {
  it("are those of the provider's schema, for every type of this field", () => {
    expect(Object.fromEntries(JUDGED_TYPES.map((type) => [type, [...known(blocksOf(type))].sort()]))).toEqual(
      Object.fromEntries(Object.entries(SCHEMA).map(([type, blocks]) => [type, [...blocks].sort()])),
    );
  });
});
