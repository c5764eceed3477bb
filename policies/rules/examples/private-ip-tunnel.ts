import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
}

resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
  }
}
`,
    right: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
}

resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
  }
}
`,
  },
  yaml: {
    wrong: `
sites:
  hq:
    links:
      over-ams:
        over: internet
        provider: Equinix
        speedMbps: 1000
        deviceAddress: 10.0.0.4
`,
    right: `
sites:
  hq:
    links:
      over-ams:
        over: expressRoute
        provider: Equinix
        speedMbps: 1000
        deviceAddress: 10.0.0.4
`,
  },
};
