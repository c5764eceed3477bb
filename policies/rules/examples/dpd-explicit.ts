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
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                = "over-ams"
    vpn_site_link_id    = azurerm_vpn_site.hq.link[0].id
    dpd_timeout_seconds = 45
  }
}
`,
  },
  yaml: {
    cannot: "Every link gets a value: 45 where the file says nothing.",
    right: `
sites:
  hq:
    tunnel: { dpdTimeoutSeconds: 45 }
`,
  },
};
