import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                                  = "over-ams"
    vpn_site_link_id                      = azurerm_vpn_site.hq.link[0].id
    policy_based_traffic_selector_enabled = true
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
}
`,
  },
  yaml: { cannot: "It has no word for traffic selectors: every tunnel that wanproof makes is route-based." },
};
