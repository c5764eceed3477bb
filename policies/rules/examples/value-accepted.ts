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
    connection_mode  = "Initiator"
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
    connection_mode  = "InitiatorOnly"
  }
}
`,
  },
  yaml: {
    cannot: "wanproof refuses a word or number that the provider wouldn't take, with the line.",
    right: `
sites:
  hq:
    tunnel: { connectionMode: InitiatorOnly }
`,
  },
};
