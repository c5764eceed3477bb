import type { Changes } from "../../policies/rules/judging";
import { SECOND_NETWORK, SECOND_SPOKE } from "../../policies/rules/sound";

/** A resource of a type in the sound network, and what is added to that for it. */
export interface Held {
  readonly address: string;
  readonly added: Changes;
}

const GROUP = { resource_group_name: "rg", location: "swedencentral" };
const HUB = "${azurerm_virtual_hub.sdc.id}";
const GATEWAY = "${azurerm_vpn_gateway.sdc.id}";
const APPLIANCE = "${azurerm_virtual_hub_connection.app.id}";
const VPN = "azurerm_vpn_gateway_connection.bergen";

const SOUND: Readonly<Record<string, string>> = {
  azurerm_express_route_circuit: "azurerm_express_route_circuit.stockholm",
  azurerm_express_route_circuit_peering: "azurerm_express_route_circuit_peering.stockholm",
  azurerm_express_route_connection: "azurerm_express_route_connection.stockholm",
  azurerm_express_route_gateway: "azurerm_express_route_gateway.sdc",
  azurerm_subnet: "azurerm_subnet.app",
  azurerm_virtual_hub: "azurerm_virtual_hub.sdc",
  azurerm_virtual_hub_connection: "azurerm_virtual_hub_connection.app",
  azurerm_virtual_network: "azurerm_virtual_network.app",
  azurerm_virtual_wan: "azurerm_virtual_wan.wan",
  azurerm_vpn_gateway: "azurerm_vpn_gateway.sdc",
  azurerm_vpn_gateway_connection: VPN,
  azurerm_vpn_site: "azurerm_vpn_site.bergen",
};

const ADDED: Readonly<Record<string, Changes>> = {
  azurerm_express_route_circuit_authorization: {
    "azurerm_express_route_circuit_authorization.more": {
      name: "more",
      express_route_circuit_name: "erc-stockholm",
      resource_group_name: "rg",
    },
  },
  azurerm_express_route_port: {
    "azurerm_express_route_port.more": {
      name: "port",
      ...GROUP,
      peering_location: "Stockholm",
      bandwidth_in_gbps: 10,
      encapsulation: "Dot1Q",
    },
    "azurerm_express_route_circuit.stockholm": {
      name: "erc-stockholm",
      ...GROUP,
      express_route_port_id: "${azurerm_express_route_port.more.id}",
      bandwidth_in_gbps: 10,
      sku: { tier: "Standard", family: "MeteredData" },
    },
  },
  azurerm_firewall: {
    "azurerm_firewall.more": {
      name: "fw",
      ...GROUP,
      sku_name: "AZFW_Hub",
      sku_tier: "Standard",
      virtual_hub: { virtual_hub_id: HUB },
    },
  },
  azurerm_monitor_diagnostic_setting: {
    "azurerm_monitor_diagnostic_setting.more": {
      name: "logs",
      target_resource_id: GATEWAY,
      enabled_log: [{ category: "TunnelDiagnosticLog" }, { category: "IKEDiagnosticLog" }],
    },
  },
  azurerm_monitor_metric_alert: {
    "azurerm_monitor_metric_alert.more": {
      name: "tunnels",
      resource_group_name: "rg",
      scopes: [GATEWAY],
      criteria: [
        {
          metric_namespace: "Microsoft.Network/vpnGateways",
          metric_name: "TunnelAverageBandwidth",
          aggregation: "Average",
          operator: "LessThan",
          threshold: 1,
        },
      ],
    },
  },
  azurerm_network_connection_monitor: {
    "azurerm_network_connection_monitor.more": {
      name: "devices",
      location: "swedencentral",
      endpoint: [
        { name: "bergen", target_resource_type: "ExternalAddress", address: "10.31.16.4" },
        { name: "app", target_resource_type: "AzureVNet", target_resource_id: "${azurerm_virtual_network.app.id}" },
      ],
      test_configuration: [
        { name: "ssh", protocol: "Tcp", test_frequency_in_seconds: 60, tcp_configuration: { port: 22 } },
      ],
      test_group: [
        {
          name: "app-to-bergen",
          source_endpoints: ["app"],
          destination_endpoints: ["bergen"],
          test_configuration_names: ["ssh"],
        },
      ],
    },
  },
  azurerm_network_manager_connectivity_configuration: {
    "azurerm_network_manager_connectivity_configuration.more": {
      name: "spokes",
      hub: { resource_id: HUB, resource_type: "Microsoft.Network/virtualHubs" },
    },
  },
  azurerm_network_manager_routing_rule: {
    "azurerm_network_manager_routing_rule.more": {
      name: "out",
      destination: { type: "AddressPrefix", address: "10.31.16.0/20" },
      next_hop: { type: "VirtualAppliance", address: "10.110.0.4" },
    },
  },
  azurerm_point_to_site_vpn_gateway: {
    "azurerm_point_to_site_vpn_gateway.more": {
      name: "users",
      ...GROUP,
      virtual_hub_id: HUB,
      connection_configuration: [{ name: "staff", vpn_client_address_pool: { address_prefixes: ["10.31.17.0/24"] } }],
    },
  },
  azurerm_route: {
    "azurerm_route_table.of": { name: "spokes", ...GROUP },
    "azurerm_subnet_route_table_association.of": {
      subnet_id: "${azurerm_subnet.app.id}",
      route_table_id: "${azurerm_route_table.of.id}",
    },
    "azurerm_route.more": {
      name: "out",
      resource_group_name: "rg",
      route_table_name: "spokes",
      address_prefix: "10.31.16.0/20",
      next_hop_type: "VirtualAppliance",
      next_hop_in_ip_address: "10.110.0.4",
    },
  },
  azurerm_route_map: {
    "azurerm_route_map.more": {
      name: "devices",
      virtual_hub_id: HUB,
      rule: [
        {
          name: "protected",
          next_step_if_matched: "Continue",
          match_criterion: [{ match_condition: "Equals", route_prefix: ["10.31.0.0/16"] }],
          action: [{ type: "Replace", parameter: [{ route_prefix: ["10.31.16.0/20"] }] }],
        },
      ],
    },
    "azurerm_express_route_connection.stockholm.routing": [{ inbound_route_map_id: "${azurerm_route_map.more.id}" }],
  },
  azurerm_route_server: {
    "azurerm_route_server.more": { name: "rs", ...GROUP, subnet_id: "${azurerm_subnet.app.id}" },
  },
  azurerm_route_table: {
    "azurerm_route_table.more": {
      name: "spokes",
      ...GROUP,
      route: [
        {
          name: "out",
          address_prefix: "10.31.16.0/20",
          next_hop_type: "VirtualAppliance",
          next_hop_in_ip_address: "10.110.0.4",
        },
      ],
    },
    "azurerm_subnet_route_table_association.of": {
      subnet_id: "${azurerm_subnet.app.id}",
      route_table_id: "${azurerm_route_table.more.id}",
    },
  },
  azurerm_subnet_route_table_association: {
    "azurerm_route_table.of": {
      name: "spokes",
      ...GROUP,
      route: [{ name: "out", address_prefix: "10.31.16.0/20", next_hop_type: "Internet" }],
    },
    "azurerm_subnet_route_table_association.more": {
      subnet_id: "${azurerm_subnet.app.id}",
      route_table_id: "${azurerm_route_table.of.id}",
    },
  },
  azurerm_virtual_hub_bgp_connection: {
    "azurerm_virtual_hub_bgp_connection.more": {
      name: "nva",
      virtual_hub_id: HUB,
      peer_asn: 65200,
      peer_ip: "10.110.0.4",
    },
  },
  azurerm_virtual_hub_route_table: {
    "azurerm_virtual_hub_route_table.more": {
      name: "shared",
      virtual_hub_id: HUB,
      labels: ["shared"],
      route: [
        {
          name: "away",
          destinations_type: "CIDR",
          destinations: ["10.31.17.0/24"],
          next_hop_type: "ResourceId",
          next_hop: APPLIANCE,
        },
      ],
    },
    "azurerm_virtual_network.data": SECOND_NETWORK,
    "azurerm_virtual_hub_connection.data": {
      ...SECOND_SPOKE,
      routing: { associated_route_table_id: "${azurerm_virtual_hub_route_table.more.id}" },
    },
    [`${VPN}.routing`]: [
      {
        associated_route_table: "${azurerm_virtual_hub.sdc.default_route_table_id}",
        propagated_route_table: [{ route_table_ids: [], labels: ["shared", "default"] }],
      },
    ],
  },
  azurerm_virtual_hub_route_table_route: {
    "azurerm_virtual_hub_route_table_route.more": {
      route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
      name: "away",
      destinations_type: "CIDR",
      destinations: ["10.31.17.0/24"],
      next_hop_type: "ResourceId",
      next_hop: APPLIANCE,
    },
  },
  azurerm_virtual_hub_routing_intent: {
    "azurerm_virtual_hub_routing_intent.more": {
      name: "intent",
      virtual_hub_id: HUB,
      routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: APPLIANCE }],
    },
  },
  azurerm_virtual_network_gateway: {
    "azurerm_virtual_network_gateway.more": {
      name: "old",
      ...GROUP,
      type: "Vpn",
      sku: "VpnGw1",
      ip_configuration: [{ subnet_id: "${azurerm_subnet.app.id}" }],
    },
  },
  azurerm_vpn_gateway_nat_rule: {
    "azurerm_vpn_gateway_nat_rule.more": {
      name: "static",
      vpn_gateway_id: GATEWAY,
      type: "Static",
      mode: "EgressSnat",
      external_mapping: [{ address_space: "192.168.40.0/26" }],
      internal_mapping: [{ address_space: "10.110.0.0/26" }],
    },
    [`${VPN}.vpn_link[0].egress_nat_rule_ids`]: ["${azurerm_vpn_gateway_nat_rule.more.id}"],
  },
};

/** A resource of a type in a network of which more or less is right. */
export function heldOf(type: string): Held | undefined {
  const sound = SOUND[type];
  return sound !== undefined
    ? { address: sound, added: {} }
    : ADDED[type] === undefined
      ? undefined
      : { address: `${type}.more`, added: ADDED[type] };
}
