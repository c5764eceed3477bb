import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub.westeurope",
  hcl: always(`
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.0/23"
}

resource "azurerm_virtual_network" "app" {
  address_space = ["10.110.0.0/22"]
}
`),
  intent: {
    wrong: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16] }
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [10.0.1.0/24] }
onTunnelLoss: drop
`,
    right: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/24] }
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [10.0.1.0/24] }
onPremises:
  filtersExpressRoute: [10.110.0.0/22]
onTunnelLoss: drop
`,
  },
  yaml: {
    wrong: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
onTunnelLoss: cleartext
`,
    right: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/24] }
onTunnelLoss: drop
`,
  },
};
