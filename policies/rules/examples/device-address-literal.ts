import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  link {
    name = "over-ams"
    fqdn = "vpn.contoso.com"
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
  yaml: {
    cannot: "A link over ExpressRoute takes a deviceAddress only, and no link takes both an address and a name.",
    right: `
sites:
  hq:
    links:
      over-ams: { over: expressRoute, circuit: ams, deviceAddress: 10.0.0.4 }
`,
  },
};
