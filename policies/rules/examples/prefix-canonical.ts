import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub.westeurope",
  hcl: {
    wrong: `
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.5/23"
}
`,
    right: `
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.0/23"
}
`,
  },
  yaml: {
    cannot: "wanproof refuses a network.yaml in which a prefix has no mask or has host bits, with the line.",
    right: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
`,
  },
};
