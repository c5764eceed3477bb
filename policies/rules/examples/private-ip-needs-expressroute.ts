import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub.westeurope",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  vpn_gateway_id     = azurerm_vpn_gateway.westeurope.id
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  vpn_gateway_id     = azurerm_vpn_gateway.westeurope.id
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
  }
}

resource "azurerm_express_route_gateway" "westeurope" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  scale_units    = 1
}

resource "azurerm_express_route_connection" "ams" {
  express_route_gateway_id         = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.ams.id
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
    vpnGateway: { scaleUnits: 2 }
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
    connections:
      westeurope:
`,
    right: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
    vpnGateway: { scaleUnits: 2 }
    expressRouteGateway: { scaleUnits: 1 }
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
    connections:
      westeurope:
`,
  },
};
