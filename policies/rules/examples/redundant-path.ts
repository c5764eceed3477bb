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
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
  link {
    name       = "over-fra"
    ip_address = "10.0.0.5"
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
`,
    right: `
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
      over-fra: { over: expressRoute, circuit: fra, deviceAddress: 10.0.0.5 }
`,
  },
};
