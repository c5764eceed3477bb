import type { Changes } from "../../policies/rules/judging";
import { SECOND_LINK } from "../../policies/rules/sound";
import { CIDR, FIREWALL, GROUP, IP_GROUP, inRule, OPPOSED, POLICY, SECURED } from "./secured";

/** A network in which an attribute matters, and a value that it takes there. */
export interface SituationOf {
  readonly address: string;
  readonly added: Changes;
  readonly value: unknown;
}

const SPOKE = "azurerm_virtual_hub_connection.app";
const VPN = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER_VPN = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
const OVER_CIRCUIT = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;

const MANY = Array.from({ length: 1_001 }, (_, index) => `10.${32 + (index >> 8)}.${index & 255}.0/24`);

/** Spokes are filtered, and nothing but devices comes over ExpressRoute. */
const CLOSED: Changes = {
  [OVER_CIRCUIT]: ["10.31.0.0/24"],
  "network_intent.value.onPremises.filtersExpressRoute": ["10.110.0.0/16"],
  "network_intent.value.onTunnelLoss": "drop",
};

/** An appliance in the spoke takes some of what is protected. */
const TO_APPLIANCE = { name: "away", address_prefixes: ["10.31.17.0/24"], next_hop_ip_address: "10.110.0.4" };
const FORWARDS: Changes = { "network_intent.value.appliances": { "10.110.0.4": "forwardsByHubRoutes" } };
const AWAY: Changes = { [`${SPOKE}.routing`]: [{ static_vnet_route: [TO_APPLIANCE] }] };

const NAT: Changes = {
  "azurerm_vpn_gateway_nat_rule.more": {
    name: "static",
    vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
    type: "Static",
    mode: "IngressSnat",
    external_mapping: [{ address_space: "192.168.16.0/20" }],
    internal_mapping: [{ address_space: "10.31.16.0/20" }],
  },
};
const NAT_RULE = "${azurerm_vpn_gateway_nat_rule.more.id}";
const NAT_OUT: Changes = {
  "azurerm_vpn_gateway_nat_rule.more": {
    name: "static",
    vpn_gateway_id: "${azurerm_vpn_gateway.sdc.id}",
    type: "Static",
    mode: "EgressSnat",
    external_mapping: [{ address_space: "192.168.40.0/22" }],
    internal_mapping: [{ address_space: "10.110.0.0/22" }],
  },
  "azurerm_vpn_gateway.sdc.bgp_route_translation_for_nat_enabled": true,
};

/** A second WAN, whose site has the peering address that the first one's has. */
const TWO_WANS: Changes = {
  "azurerm_virtual_wan.other": { name: "other", location: "swedencentral", resource_group_name: "rg" },
  "azurerm_virtual_hub.other": {
    name: "hub-other",
    resource_group_name: "rg",
    location: "swedencentral",
    virtual_wan_id: "${azurerm_virtual_wan.other.id}",
    address_prefix: "10.103.0.0/23",
  },
  "azurerm_vpn_site.oslo": {
    name: "oslo",
    resource_group_name: "rg",
    location: "swedencentral",
    virtual_wan_id: "${azurerm_virtual_wan.other.id}",
    link: [{ ...SECOND_LINK, bgp: { asn: 65032, peering_address: "10.31.255.1" } }],
  },
};

const PORT: Changes = {
  "azurerm_express_route_port.more": {
    name: "port",
    resource_group_name: "rg",
    location: "swedencentral",
    peering_location: "Stockholm",
    bandwidth_in_gbps: 10,
    encapsulation: "Dot1Q",
  },
  "azurerm_express_route_circuit.stockholm": {
    name: "erc-stockholm",
    resource_group_name: "rg",
    location: "swedencentral",
    bandwidth_in_gbps: 40,
    sku: { tier: "Standard", family: "MeteredData" },
  },
};

/** Four circuits of one location, which is as many as a hub takes, beside the one in Stockholm. */
const FOUR_IN_OSLO: Changes = Object.fromEntries(
  ["a", "b", "c", "d"].flatMap((key, index): [string, object][] => [
    [
      `azurerm_express_route_circuit.${key}`,
      {
        name: `erc-${key}`,
        resource_group_name: "rg",
        location: "swedencentral",
        service_provider_name: "Telia Carrier",
        peering_location: "Oslo",
        bandwidth_in_mbps: 1000,
        sku: { tier: "Standard", family: "MeteredData" },
      },
    ],
    [
      `azurerm_express_route_circuit_peering.${key}`,
      {
        peering_type: "AzurePrivatePeering",
        express_route_circuit_name: `\${azurerm_express_route_circuit.${key}.name}`,
        resource_group_name: "rg",
        vlan_id: 80 + index,
      },
    ],
    [
      `azurerm_express_route_connection.${key}`,
      {
        name: key,
        express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
        express_route_circuit_peering_id: `\${azurerm_express_route_circuit_peering.${key}.id}`,
      },
    ],
  ]),
);

const ALERT = "azurerm_monitor_metric_alert.more";
const UNHEARD_METRIC = {
  metric_namespace: "Microsoft.Network/vpnGateways",
  metric_name: "TunnelsAverageBandwidth",
  aggregation: "Average",
  operator: "LessThan",
};
const alertWith = (criteria: object): Changes => ({
  [ALERT]: {
    name: "tunnels",
    resource_group_name: "rg",
    scopes: ["${azurerm_vpn_gateway.sdc.id}"],
    ...criteria,
  },
});

const situation = (address: string, added: Changes, value: unknown): SituationOf => ({ address, added, value });

/** Of attributes that matter in a network of their own only, by `type.path`. */
export const SITUATIONS: Readonly<Record<string, SituationOf>> = {
  "azurerm_virtual_wan.allow_branch_to_branch_traffic": situation(
    "azurerm_virtual_wan.wan",
    { [OVER_VPN]: MANY },
    false,
  ),
  "azurerm_virtual_hub.location": situation("azurerm_virtual_hub.sdc", {}, "swedencentrall"),
  "azurerm_virtual_hub.route.next_hop_ip_address": situation(
    "azurerm_virtual_hub.sdc",
    { "azurerm_virtual_hub.sdc.route": [{ ...TO_APPLIANCE, name: undefined }], ...FORWARDS },
    "10.110.0.5",
  ),
  "azurerm_virtual_hub_connection.internet_security_enabled": situation(
    SPOKE,
    { [OVER_CIRCUIT]: ["10.31.0.0/16", "0.0.0.0/0"] },
    true,
  ),
  "azurerm_virtual_hub_connection.routing.propagated_route_table.route_table_ids": situation(
    SPOKE,
    {
      [`${SPOKE}.routing`]: [{ propagated_route_table: [{ labels: ["none"] }] }],
      "network_intent.value.onPremises": undefined,
    },
    ["${azurerm_virtual_hub.sdc.default_route_table_id}"],
  ),
  "azurerm_virtual_hub_connection.routing.static_vnet_propagate_static_routes_enabled": situation(SPOKE, AWAY, false),
  "azurerm_virtual_hub_connection.routing.static_vnet_route.next_hop_ip_address": situation(
    SPOKE,
    { ...AWAY, ...FORWARDS },
    "10.110.0.5",
  ),
  "azurerm_vpn_gateway.bgp_route_translation_for_nat_enabled": situation(
    "azurerm_vpn_gateway.sdc",
    { ...NAT, [`${VPN}.vpn_link[0].ingress_nat_rule_ids`]: [NAT_RULE] },
    true,
  ),
  "azurerm_vpn_gateway.ip_configuration": situation(
    "azurerm_vpn_gateway.sdc",
    { "network_intent.value.onPremises.filtersExpressRoute": ["10.100.0.0/25"] },
    [{ private_ip_address: "10.100.0.4" }, { private_ip_address: "10.100.0.5" }],
  ),
  "azurerm_vpn_gateway_connection.vpn_link.egress_nat_rule_ids": situation(VPN, NAT_OUT, [NAT_RULE]),
  "azurerm_vpn_gateway_connection.vpn_link.ingress_nat_rule_ids": situation(
    VPN,
    { ...NAT, "azurerm_vpn_gateway.sdc.bgp_route_translation_for_nat_enabled": true },
    [NAT_RULE],
  ),
  "azurerm_vpn_site.virtual_wan_id": situation("azurerm_vpn_site.bergen", TWO_WANS, "${azurerm_virtual_wan.other.id}"),
  "azurerm_express_route_circuit.express_route_port_id": situation(
    "azurerm_express_route_circuit.stockholm",
    PORT,
    "${azurerm_express_route_port.more.id}",
  ),
  "azurerm_express_route_circuit.peering_location": situation(
    "azurerm_express_route_circuit.stockholm",
    { ...FOUR_IN_OSLO },
    "Oslo",
  ),
  "azurerm_express_route_connection.enable_internet_security": situation(CIRCUIT, CLOSED, true),
  "azurerm_express_route_connection.internet_security_enabled": situation(CIRCUIT, CLOSED, true),
  "azurerm_virtual_network.ip_address_pool.allocated_ip_address_prefixes": situation(
    "azurerm_virtual_network.app",
    {
      "azurerm_virtual_network.app.address_space": undefined,
      "azurerm_virtual_network.app.ip_address_pool": [{ id: "pool", number_of_ip_addresses: "1024" }],
    },
    ["10.110.0.0/22"],
  ),
  "azurerm_subnet.ip_address_pool.allocated_ip_address_prefixes": situation(
    "azurerm_subnet.app",
    {
      "azurerm_subnet.app.address_prefixes": undefined,
      "azurerm_subnet.app.ip_address_pool": [{ id: "pool", number_of_ip_addresses: "256" }],
    },
    ["10.99.0.0/24"],
  ),
  "azurerm_firewall.firewall_policy_id": situation(FIREWALL, OPPOSED, "${azurerm_firewall_policy.base.id}"),
  "azurerm_firewall_policy.base_policy_id": situation(POLICY, OPPOSED, "${azurerm_firewall_policy.base.id}"),
  "azurerm_firewall_policy_rule_collection_group.firewall_policy_id": situation(
    GROUP,
    OPPOSED,
    "${azurerm_firewall_policy.base.id}",
  ),
  "azurerm_firewall_policy_rule_collection_group.priority": situation(GROUP, OPPOSED, 400),
  "azurerm_firewall_policy_rule_collection_group.network_rule_collection.action": situation(GROUP, SECURED, "Deny"),
  "azurerm_firewall_policy_rule_collection_group.network_rule_collection.priority": situation(GROUP, OPPOSED, 200),
  ...Object.fromEntries(
    Object.entries({
      destination_addresses: ["10.31.0.5"],
      destination_fqdns: ["bergen.example.com"],
      destination_ip_groups: ["${var.untold}"],
      destination_ports: ["500"],
      protocols: ["UDP"],
      source_addresses: ["10.102.0.0/23"],
      source_ip_groups: ["${var.untold}"],
    }).map(([name, value]): [string, SituationOf] => [
      `azurerm_firewall_policy_rule_collection_group.network_rule_collection.rule.${name}`,
      situation(GROUP, inRule(name), value),
    ]),
  ),
  "azurerm_ip_group.cidrs": situation("azurerm_ip_group.hubs", IP_GROUP, ["10.102.0.0/23"]),
  "azurerm_ip_group_cidr.cidr": situation("azurerm_ip_group_cidr.hubs", CIDR, "10.102.0.0/23"),
  "azurerm_ip_group_cidr.ip_group_id": situation("azurerm_ip_group_cidr.hubs", CIDR, "${azurerm_ip_group.others.id}"),
  "azurerm_monitor_metric_alert.criteria.skip_metric_validation": situation(
    ALERT,
    alertWith({ criteria: [{ ...UNHEARD_METRIC, threshold: 1 }] }),
    true,
  ),
  "azurerm_monitor_metric_alert.dynamic_criteria.skip_metric_validation": situation(
    ALERT,
    alertWith({ dynamic_criteria: [{ ...UNHEARD_METRIC, alert_sensitivity: "High" }] }),
    true,
  ),
};
