import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: always(`
resource "azurerm_express_route_connection" "ams" {
  express_route_gateway_id         = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.ams.id
}

resource "azurerm_vpn_gateway_connection" "hq" {
  vpn_gateway_id     = azurerm_vpn_gateway.westeurope.id
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
    bgp_enabled                    = true
  }
}
`),
  intent: {
    wrong: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16, 10.0.1.0/24] }
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [10.0.1.0/24] }
protected: [10.0.1.0/24]
`,
    right: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16] }
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [10.0.1.0/24] }
protected: [10.0.1.0/24]
`,
  },
  yaml: {
    wrong: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16, 10.0.1.0/24] }
sites:
  hq:
    links:
      over-ams:
        advertises: [10.0.1.0/24]
protectedPrefixes: [10.0.1.0/24]
`,
    right: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
sites:
  hq:
    links:
      over-ams:
        advertises: [10.0.1.0/24]
protectedPrefixes: [10.0.1.0/24]
`,
  },
};
