import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub.westeurope",
  hcl: {
    wrong: `
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.0/25"
}
`,
    right: `
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.0/23"
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/25
`,
    right: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
`,
  },
};
