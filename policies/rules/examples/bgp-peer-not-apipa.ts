import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
    bgp {
      asn             = 65010
      peering_address = "169.254.21.5"
    }
  }
}
`,
    right: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
    bgp {
      asn             = 65010
      peering_address = "192.168.255.1"
    }
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
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 169.254.21.5 }
`,
    right: `
sites:
  hq:
    links:
      over-ams:
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
`,
  },
};
