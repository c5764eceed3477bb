import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  address_cidrs = ["10.0.0.0/24"]
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
}
`,
    right: `
resource "azurerm_vpn_site" "hq" {
  address_cidrs = ["10.0.1.0/24"]
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
      over-ams:
        deviceAddress: 10.0.0.4
        advertises: [10.0.0.0/24, 10.0.1.0/24]
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
        deviceAddress: 10.0.0.4
        advertises: [10.0.1.0/24]
`,
  },
};
