/** The path of an id behind the resource group, by Terraform type; the last name is the resource's own. */
const PATHS: Readonly<Record<string, string>> = {
  azurerm_application_insights_workbook: "Microsoft.Insights/workbooks",
  azurerm_express_route_circuit: "Microsoft.Network/expressRouteCircuits",
  azurerm_express_route_circuit_authorization: "Microsoft.Network/expressRouteCircuits/mock/authorizations",
  azurerm_express_route_circuit_peering: "Microsoft.Network/expressRouteCircuits/mock/peerings",
  azurerm_express_route_connection: "Microsoft.Network/expressRouteGateways/mock/expressRouteConnections",
  azurerm_express_route_gateway: "Microsoft.Network/expressRouteGateways",
  azurerm_express_route_port: "Microsoft.Network/expressRoutePorts",
  azurerm_firewall: "Microsoft.Network/azureFirewalls",
  azurerm_firewall_policy: "Microsoft.Network/firewallPolicies",
  azurerm_key_vault: "Microsoft.KeyVault/vaults",
  azurerm_log_analytics_workspace: "Microsoft.OperationalInsights/workspaces",
  azurerm_monitor_action_group: "Microsoft.Insights/actionGroups",
  azurerm_network_watcher: "Microsoft.Network/networkWatchers",
  azurerm_public_ip: "Microsoft.Network/publicIPAddresses",
  azurerm_route_map: "Microsoft.Network/virtualHubs/mock/routeMaps",
  azurerm_route_table: "Microsoft.Network/routeTables",
  azurerm_subnet: "Microsoft.Network/virtualNetworks/mock/subnets",
  azurerm_virtual_hub: "Microsoft.Network/virtualHubs",
  azurerm_virtual_hub_bgp_connection: "Microsoft.Network/virtualHubs/mock/bgpConnections",
  azurerm_virtual_hub_connection: "Microsoft.Network/virtualHubs/mock/hubVirtualNetworkConnections",
  azurerm_virtual_hub_route_table: "Microsoft.Network/virtualHubs/mock/hubRouteTables",
  azurerm_virtual_hub_routing_intent: "Microsoft.Network/virtualHubs/mock/routingIntent",
  azurerm_virtual_machine: "Microsoft.Compute/virtualMachines",
  azurerm_virtual_network: "Microsoft.Network/virtualNetworks",
  azurerm_virtual_wan: "Microsoft.Network/virtualWans",
  azurerm_vpn_gateway: "Microsoft.Network/vpnGateways",
  azurerm_vpn_gateway_connection: "Microsoft.Network/vpnGateways/mock/vpnConnections",
  azurerm_vpn_gateway_nat_rule: "Microsoft.Network/vpnGateways/mock/natRules",
  azurerm_vpn_site: "Microsoft.Network/vpnSites",
};

const GROUPS = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups";

/** The types whose ids are made up here. */
export const MOCKED_TYPES: readonly string[] = [...Object.keys(PATHS), "azurerm_resource_group"].sort();

/**
 * An id in the form that Azure gives to a resource of a type, which the provider asks for where one resource names another.
 * @returns undefined for types whose ids have no form here
 */
export function mockedId(type: string, name: string): string | undefined {
  if (type === "azurerm_resource_group") {
    return `${GROUPS}/${name}`;
  }
  const path = PATHS[type];
  return path === undefined ? undefined : `${GROUPS}/mock/providers/${path}/${name}`;
}

/** The id of a resource at an address, be it made or read. */
export function mockedIdAt(address: string): string | undefined {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  return mockedId(type, name);
}

/** The id of one link of a site. */
export function mockedLinkId(site: string, link: string): string {
  return `${site}/vpnSiteLinks/${link}`;
}
