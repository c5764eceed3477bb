import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.1.0.4"
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
`,
  },
  intent: always(`
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16] }
`),
  yaml: {
    wrong: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.1.0.4 }
`,
    right: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
`,
  },
};
