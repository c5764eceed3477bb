import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
  }
  vpn_link {
    name             = "over-internet"
    vpn_site_link_id = azurerm_vpn_site.hq.link[1].id
  }
}
`,
    right: `
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
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
      over-internet: { over: internet, provider: KPN, speedMbps: 500, fqdn: vpn.contoso.com }
    connections:
      westeurope:
`,
    right: `
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
      over-internet: { over: internet, provider: KPN, speedMbps: 500, fqdn: vpn.contoso.com }
    connections:
      westeurope: { links: { over-ams: } }
`,
  },
};
