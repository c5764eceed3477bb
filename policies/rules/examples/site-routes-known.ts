import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
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
  yaml: {
    wrong: `
sites:
  hq:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
`,
    right: `
sites:
  hq:
    addressCidrs: [10.0.1.0/24]
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
`,
  },
};
