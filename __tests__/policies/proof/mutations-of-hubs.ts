import { type Mutation, one, several } from "./mutation";

const PREFIX = "azurerm_virtual_hub.oslo.address_prefix";
const BGP = "azurerm_vpn_gateway.oslo.bgp_settings[0]";
const OSLO_IPS = `${BGP}.instance_0_bgp_peering_address[0].custom_ips`;
const BERGEN_IPS = `${BGP}.instance_1_bgp_peering_address[0].custom_ips`;
const STATIC = "azurerm_vpn_gateway_nat_rule.static";
const DYNAMIC = "azurerm_vpn_gateway_nat_rule.dynamic";
const MAP = "azurerm_route_map.oslo.rule";
const TABLE = "azurerm_virtual_hub_route_table.shared";

function routingIntent(hub: string, ...destinations: string[][]) {
  return {
    name: "intent",
    virtual_hub_id: `\${azurerm_virtual_hub.${hub}.id}`,
    routing_policy: destinations.map((of, index) => ({
      name: `policy-${index}`,
      destinations: of,
      next_hop: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/azureFirewalls/fw",
    })),
  };
}

/** Mistakes in the WAN, its hubs and their VPN gateways. */
export const OF_HUBS: readonly Mutation[] = [
  one("hub-without-mask", "a hub prefix without mask", PREFIX, "10.200.0.0", "prefix-canonical"),
  one("hub-host-bits", "a hub prefix with host bits", PREFIX, "10.200.0.5/23", "prefix-canonical"),
  one("hub-too-small", "a hub of /25", PREFIX, "10.200.0.0/25", "hub-prefix-size"),
  one("hub-without-prefix", "a hub without prefix", PREFIX, undefined, "hub-prefix-size"),
  one("hub-apipa", "a hub in APIPA space", PREFIX, "169.254.0.0/23", "reserved-range"),
  one(
    "hub-name",
    "a hub name with a space and a slash",
    "azurerm_virtual_hub.oslo.name",
    "hub / oslo",
    "value-accepted",
  ),
  one(
    "peer-weight",
    "a peer weight of 101",
    "azurerm_vpn_gateway.oslo.bgp_settings[0].peer_weight",
    101,
    "value-accepted",
  ),
  one(
    "firewall-hubless",
    "a firewall of a hub that names none",
    "azurerm_firewall.lost",
    { name: "fw", resource_group_name: "rg-hav", location: "norwayeast", sku_name: "AZFW_Hub", sku_tier: "Standard" },
    "value-accepted",
    { path: "virtual_hub" },
  ),
  one("hub-in-hub", "one prefix for two hubs", PREFIX, "10.201.0.0/23", "address-overlap"),
  one("hub-units", "51 routing units", "azurerm_virtual_hub.oslo.virtual_router_auto_scale_min_capacity", 51, "limits"),
  one("hub-basic", "a Basic hub with ExpressRoute", "azurerm_virtual_hub.oslo.sku", "Basic", "wan-standard"),
  one("wan-unheard-of", "a WAN type that there is not", "azurerm_virtual_wan.hav.type", "Premium", "wan-standard"),
  one("wan-basic", "a Basic WAN with ExpressRoute", "azurerm_virtual_wan.hav.type", "Basic", "wan-standard"),
  one(
    "wan-in-the-clear",
    "encryption off in the whole WAN",
    "azurerm_virtual_wan.hav.disable_vpn_encryption",
    true,
    "encryption-on",
  ),
  one("gateway-asn-own", "a VPN gateway ASN of one's own", `${BGP}.asn`, 65001, "asn-allowed"),
  one("gateway-asn-zero", "a VPN gateway ASN of 0", `${BGP}.asn`, 0, "asn-allowed"),
  one("gateway-asn-negative", "a negative VPN gateway ASN", `${BGP}.asn`, -5, "asn-allowed"),
  one(
    "gateway-custom-not-apipa",
    "a gateway address that is not APIPA",
    OSLO_IPS,
    ["10.9.9.9"],
    "gateway-custom-address",
    { path: "bgp_settings[0].instance_0_bgp_peering_address[0].custom_ips[0]" },
  ),
  one(
    "gateway-custom-out-of-range",
    "a gateway address outside Azure's range",
    OSLO_IPS,
    ["169.254.20.5"],
    "gateway-custom-address",
    { path: "bgp_settings[0].instance_0_bgp_peering_address[0].custom_ips[0]" },
  ),
  one(
    "gateway-custom-of-peer",
    "a gateway address that the site's peer has",
    "azurerm_vpn_site.bodo.link[1].bgp[0].peering_address",
    "169.254.21.5",
    "gateway-custom-address",
    { address: "azurerm_vpn_gateway.oslo", path: "bgp_settings[0].instance_0_bgp_peering_address[0].custom_ips[0]" },
  ),
  one(
    "gateway-custom-twice",
    "one address for both instances",
    BERGEN_IPS,
    ["169.254.21.5"],
    "gateway-custom-address",
    { path: "bgp_settings[0].instance_1_bgp_peering_address[0].custom_ips[0]" },
  ),
  one("gateway-no-units", "a VPN gateway without scale units", "azurerm_vpn_gateway.oslo.scale_unit", 0, "limits"),
  one("gateway-many-units", "a VPN gateway of 41 scale units", "azurerm_vpn_gateway.oslo.scale_unit", 41, "limits"),
];

/** Mistakes in NAT rules. */
export const OF_NAT: readonly Mutation[] = [
  one(
    "nat-sizes",
    "static NAT between prefixes of two sizes",
    `${STATIC}.external_mapping[0].address_space`,
    "192.168.40.0/27",
    "nat-rule-valid",
    { path: "external_mapping[0]" },
  ),
  one("nat-no-external", "NAT without external mapping", `${STATIC}.external_mapping`, undefined, "nat-rule-valid"),
  one("nat-no-internal", "NAT without internal mapping", `${STATIC}.internal_mapping`, undefined, "nat-rule-valid"),
  one("nat-no-instance", "dynamic NAT without instance", `${DYNAMIC}.ip_configuration_id`, undefined, "nat-rule-valid"),
  one("nat-ports", "a port range that is none", `${DYNAMIC}.external_mapping[0].port_range`, "abc", "nat-rule-valid"),
  one(
    "nat-ports-reversed",
    "a port range that ends before it begins",
    `${DYNAMIC}.external_mapping[0].port_range`,
    "2000-1000",
    "nat-rule-valid",
  ),
  one(
    "nat-no-prefix",
    "an address space that is none",
    `${STATIC}.internal_mapping[0].address_space`,
    "10.221.0.9/26",
    "nat-rule-valid",
  ),
  one("nat-type", "a kind of NAT that there is not", `${STATIC}.type`, "Both", "value-accepted"),
  several(
    "nat-with-selectors",
    "NAT beside policy-based selectors",
    {
      "azurerm_vpn_gateway_connection.vardo.vpn_link[0].egress_nat_rule_ids": [
        "${azurerm_vpn_gateway_nat_rule.static.id}",
      ],
      "azurerm_vpn_gateway_connection.vardo.vpn_link[0].policy_based_traffic_selector_enabled": true,
    },
    "nat-rule-valid",
    "azurerm_vpn_gateway_connection.vardo.vpn_link[0].policy_based_traffic_selector_enabled",
  ),
];

/** Mistakes in route maps, route tables and routing intent. */
export const OF_ROUTES: readonly Mutation[] = [
  one(
    "map-as-word",
    "a word for an AS number",
    `${MAP}[0].action[0].parameter[0].as_path`,
    ["abc"],
    "route-map-valid",
    { path: "rule[0].action[0].parameter[0].as_path[0]" },
  ),
  one(
    "map-as-reserved",
    "Azure's own AS number prepended",
    `${MAP}[0].action[0].parameter[0].as_path`,
    ["65515"],
    "route-map-valid",
    { path: "rule[0].action[0].parameter[0].as_path[0]" },
  ),
  one(
    "map-prefix-word",
    "a word for a prefix",
    `${MAP}[0].match_criterion[0].route_prefix`,
    ["nope"],
    "route-map-valid",
    { path: "rule[0].match_criterion[0].route_prefix[0]" },
  ),
  one(
    "map-drop-parameters",
    "a drop with parameters",
    `${MAP}[1].action[0].parameter`,
    [{ as_path: ["2119"] }],
    "route-map-valid",
    { path: "rule[1].action[0].parameter" },
  ),
  one(
    "map-add-nothing",
    "an action without parameters",
    `${MAP}[0].action[0].parameter`,
    undefined,
    "route-map-valid",
    { path: "rule[0].action[0]" },
  ),
  one("map-next-step", "no next step that Azure takes", `${MAP}[0].next_step_if_matched`, "Unknown", "route-map-valid"),
  one("map-action", "an action that there is not", `${MAP}[1].action[0].type`, "Discard", "value-accepted"),

  one(
    "table-destination",
    "a route to what is no prefix",
    `${TABLE}.route[0].destinations`,
    ["lab"],
    "route-table-valid",
    { path: "route[0].destinations[0]" },
  ),
  one(
    "table-destination-type",
    "a kind of destination that there is not",
    `${TABLE}.route[0].destinations_type`,
    "Prefix",
    "value-accepted",
  ),
  one("table-name", "a reserved name for a route table", `${TABLE}.name`, "noneRouteTable", "route-table-valid"),
  one(
    "table-beside-intent",
    "a route table beside routing intent",
    "azurerm_virtual_hub_routing_intent.bergen",
    routingIntent("bergen", ["Internet"]),
    "route-table-valid",
    { address: TABLE, path: "virtual_hub_id" },
  ),
  one(
    "intent-twice",
    "two routing policies for one destination",
    "azurerm_virtual_hub_routing_intent.oslo",
    routingIntent("oslo", ["Internet"], ["Internet"]),
    "route-table-valid",
    { path: "routing_policy[1].destinations[0]" },
  ),
  one(
    "intent-destination",
    "a routing policy for what there is not",
    "azurerm_virtual_hub_routing_intent.oslo",
    routingIntent("oslo", ["Private"]),
    "value-accepted",
    { path: "routing_policy[0].destinations[0]" },
  ),
];
