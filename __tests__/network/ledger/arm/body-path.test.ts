import { bodyPathOf, propertyOf } from "../../../../network/ledger/arm/body-path";

test.each([
  [
    "azurerm_vpn_gateway_connection",
    "vpn_link[1].bgp_enabled",
    "body.properties.vpnLinkConnections[1].properties.enableBgp",
  ],
  [
    "azurerm_vpn_gateway_connection",
    "vpn_link[0].ipsec_policy[0].dh_group",
    "body.properties.vpnLinkConnections[0].properties.ipsecPolicies[0].dhGroup",
  ],
  [
    "azurerm_vpn_gateway_connection",
    "vpn_link[0].egress_nat_rule_ids[1]",
    "body.properties.vpnLinkConnections[0].properties.egressNatRules[1].id",
  ],
  [
    "azurerm_vpn_site",
    "link[0].bgp[0].peering_address",
    "body.properties.vpnSiteLinks[0].properties.bgpProperties.bgpPeeringAddress",
  ],
  ["azurerm_vpn_site", "address_cidrs[2]", "body.properties.addressSpace.addressPrefixes[2]"],
  ["azurerm_vpn_site", "link", "body.properties.vpnSiteLinks"],
  [
    "azurerm_express_route_connection",
    "routing[0].propagated_route_table[0].labels[0]",
    "body.properties.routingConfiguration.propagatedRouteTables.labels[0]",
  ],
  ["azurerm_express_route_connection", "routing", "body.properties.routingConfiguration"],
  ["azurerm_express_route_connection", "express_route_gateway_id", "parent_id"],
  ["azurerm_express_route_circuit", "sku[0].tier", "body.sku.tier"],
  ["azurerm_virtual_hub", "virtual_wan_id", "body.properties.virtualWan.id"],
  ["azurerm_virtual_hub", "name", "name"],
  ["azurerm_virtual_hub", "resource_group_name", "parent_id"],
  ["azurerm_virtual_hub", "body.properties.connections", "body.properties.connections"],
  ["azurerm_virtual_hub", "virtual_router_asn", "virtual_router_asn"],
  [
    "azurerm_virtual_network",
    "subnet[0].address_prefixes[0]",
    "body.properties.subnets[0].properties.addressPrefixes[0]",
  ],
  ["azurerm_route_table", "bgp_route_propagation_enabled", "body.properties.disableBgpRoutePropagation"],
  ["azurerm_firewall", "virtual_hub[0].virtual_hub_id", "virtual_hub[0].virtual_hub_id"],
])("of %s, %s is %s", (type, path, expected) => {
  expect(bodyPathOf(type, path)).toBe(expected);
});

test("an attribute has ARM's name wherever it stands", () => {
  expect(propertyOf("azurerm_vpn_gateway_connection", "local_azure_ip_address_enabled")).toBe("useLocalAzureIpAddress");
  expect(propertyOf("azurerm_vpn_site", "address_cidrs")).toBe("addressSpace.addressPrefixes");
  expect(propertyOf("azurerm_vpn_site", "vpn_link")).toBeUndefined();
});
