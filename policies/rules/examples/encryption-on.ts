import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_wan.contoso",
  hcl: {
    wrong: `
resource "azurerm_virtual_wan" "contoso" {
  name                   = "vwan-contoso"
  disable_vpn_encryption = true
}
`,
    right: `
resource "azurerm_virtual_wan" "contoso" {
  name                   = "vwan-contoso"
  disable_vpn_encryption = false
}
`,
  },
  yaml: { cannot: "It has no word that turns encryption off, neither for the WAN nor in an ipsecPolicy." },
};
