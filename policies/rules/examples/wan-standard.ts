import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_wan.contoso",
  hcl: {
    wrong: `
resource "azurerm_virtual_wan" "contoso" {
  name = "vwan-contoso"
  type = "Basic"
}
`,
    right: `
resource "azurerm_virtual_wan" "contoso" {
  name = "vwan-contoso"
  type = "Standard"
}
`,
  },
  yaml: { cannot: "It has no word for the tier: WANs and hubs that wanproof makes are Standard." },
};
