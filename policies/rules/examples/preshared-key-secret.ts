import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
    shared_key       = "a.key.that.everybody.can.read"
  }
}
`,
    right: `
variable "hq_over_ams_key" {
  type      = string
  sensitive = true
}

resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
    shared_key       = var.hq_over_ams_key
  }
}
`,
  },
  yaml: {
    cannot: "A key never stands in the file: it is a sensitive variable, a secret of a Key Vault, or left to Azure.",
    right: `
sites:
  hq:
    links:
      over-ams:
        tunnel: { preSharedKey: { variable: hq_over_ams_key } }
`,
  },
};
