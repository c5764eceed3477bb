import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_network.app",
  hcl: {
    wrong: `
resource "azurerm_virtual_network" "app" {
  address_space = ["169.254.8.0/22"]
}
`,
    right: `
resource "azurerm_virtual_network" "app" {
  address_space = ["10.110.0.0/22"]
}
`,
  },
  yaml: {
    wrong: `
spokes:
  app:
    addressSpace: [169.254.8.0/22]
`,
    right: `
spokes:
  app:
    addressSpace: [10.110.0.0/22]
`,
  },
};
