import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  routing {
    associated_route_table = azurerm_virtual_hub_route_table.branches.id
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  routing {
    associated_route_table = azurerm_virtual_hub.westeurope.default_route_table_id
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    routeTables: { branches: }
sites:
  hq:
    connections:
      westeurope:
        routing: { associatedRouteTable: branches }
`,
    right: `
hubs:
  westeurope:
    routeTables: { branches: }
sites:
  hq:
    connections:
      westeurope:
        routing: { associatedRouteTable: default }
`,
  },
};
