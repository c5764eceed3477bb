import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_network.app",
  hcl: {
    wrong: `
resource "azurerm_virtual_hub_connection" "app" {
  virtual_hub_id            = azurerm_virtual_hub.westeurope.id
  remote_virtual_network_id = azurerm_virtual_network.app.id
}

resource "azurerm_virtual_hub_connection" "app-northeurope" {
  virtual_hub_id            = azurerm_virtual_hub.northeurope.id
  remote_virtual_network_id = azurerm_virtual_network.app.id
}
`,
    right: `
resource "azurerm_virtual_hub_connection" "app" {
  virtual_hub_id            = azurerm_virtual_hub.westeurope.id
  remote_virtual_network_id = azurerm_virtual_network.app.id
}
`,
  },
  yaml: {
    wrong: `
spokes:
  data:
    hub: westeurope
    existing: { id: /subscriptions/5a1c/resourceGroups/rg-data/providers/Microsoft.Network/virtualNetworks/vnet-data }
  data-northeurope:
    hub: northeurope
    existing: { id: /subscriptions/5a1c/resourceGroups/rg-data/providers/Microsoft.Network/virtualNetworks/vnet-data }
`,
    right: `
spokes:
  data:
    hub: westeurope
    existing: { id: /subscriptions/5a1c/resourceGroups/rg-data/providers/Microsoft.Network/virtualNetworks/vnet-data }
`,
  },
};
