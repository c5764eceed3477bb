import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_network.app",
  hcl: {
    wrong: `
resource "azurerm_virtual_hub_connection" "app" {
  virtual_hub_id            = azurerm_virtual_hub.westeurope.id
  remote_virtual_network_id = azurerm_virtual_network.app.id
}

resource "azurerm_subnet" "gateway" {
  name                 = "GatewaySubnet"
  virtual_network_name = azurerm_virtual_network.app.name
  address_prefixes     = ["10.110.3.0/27"]
}

resource "azurerm_virtual_network_gateway" "old" {
  type = "Vpn"
  sku  = "VpnGw1AZ"
  ip_configuration {
    subnet_id = azurerm_subnet.gateway.id
  }
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
    cannot:
      "It has no gateways in spokes. What an existing virtual network holds is judged where the Terraform that makes it is checked together with this network.",
  },
};
