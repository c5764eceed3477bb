import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub_route_table.spokes",
  hcl: {
    wrong: `
resource "azurerm_virtual_hub_route_table" "spokes" {
  name           = "spokes"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  route {
    name              = "appliances"
    destinations_type = "CIDR"
    destinations      = ["10.200.0.0"]
    next_hop          = azurerm_virtual_hub_connection.app.id
  }
}
`,
    right: `
resource "azurerm_virtual_hub_route_table" "spokes" {
  name           = "spokes"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  route {
    name              = "appliances"
    destinations_type = "CIDR"
    destinations      = ["10.200.0.0/16"]
    next_hop          = azurerm_virtual_hub_connection.app.id
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    routeTables: { spokes: }
    routingIntent:
      privateTraffic: { azureFirewall: /subscriptions/5a1c/resourceGroups/rg-contoso/providers/Microsoft.Network/azureFirewalls/fw }
`,
    right: `
hubs:
  westeurope:
    routingIntent:
      privateTraffic: { azureFirewall: /subscriptions/5a1c/resourceGroups/rg-contoso/providers/Microsoft.Network/azureFirewalls/fw }
`,
  },
};
