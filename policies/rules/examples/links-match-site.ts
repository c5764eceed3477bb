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
  vpn_link {
    name             = "over-fra"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
  }
  vpn_link {
    name             = "over-fra"
    vpn_site_link_id = azurerm_vpn_site.hq.link[1].id
  }
}
`,
  },
  yaml: {
    cannot: "A connection names links of its site, and wanproof refuses a name that the site doesn't have.",
    right: `
sites:
  hq:
    connections:
      westeurope: { links: { over-ams: , over-fra: } }
`,
  },
};
