import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_subnet.web",
  hcl: {
    wrong: `
resource "azurerm_virtual_network" "app" {
  address_space = ["10.110.0.0/22"]
}

resource "azurerm_subnet" "web" {
  virtual_network_name = azurerm_virtual_network.app.name
  address_prefixes     = ["10.110.4.0/24"]
}
`,
    right: `
resource "azurerm_virtual_network" "app" {
  address_space = ["10.110.0.0/22"]
}

resource "azurerm_subnet" "web" {
  virtual_network_name = azurerm_virtual_network.app.name
  address_prefixes     = ["10.110.0.0/24"]
}
`,
  },
  yaml: {
    wrong: `
spokes:
  app:
    addressSpace: [10.110.0.0/22]
    subnets: { web: 10.110.4.0/24 }
`,
    right: `
spokes:
  app:
    addressSpace: [10.110.0.0/22]
    subnets: { web: 10.110.0.0/24 }
`,
  },
};
