import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  address_cidrs = ["10.0.1.0/24"]
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
    bgp {
      asn             = 65010
      peering_address = "10.0.1.1"
    }
  }
}
`,
    right: `
resource "azurerm_vpn_site" "hq" {
  address_cidrs = ["10.0.1.0/24"]
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
    addressCidrs: [10.0.1.0/24]
    links:
      over-ams:
        bgp: { asn: 65010, peeringAddress: 10.0.1.1 }
`,
    right: `
sites:
  hq:
    addressCidrs: [10.0.1.0/24]
    links:
      over-ams:
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
`,
  },
};
