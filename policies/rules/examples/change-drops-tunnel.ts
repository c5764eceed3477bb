import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  before: {
    hcl: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-ams"
    ip_address = "10.0.0.4"
  }
}
`,
    yaml: `
sites:
  hq:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
        advertises: [10.0.1.0/24]
`,
  },
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "hq" {
  link {
    name       = "over-amsterdam"
    ip_address = "10.0.0.4"
  }
}
`,
    right: `
resource "azurerm_vpn_site" "hq" {
  link {
    name          = "over-ams"
    ip_address    = "10.0.0.4"
    speed_in_mbps = 1000
  }
}
`,
  },
  yaml: {
    wrong: `
sites:
  hq:
    links:
      over-amsterdam:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
        advertises: [10.0.1.0/24]
`,
    right: `
sites:
  hq:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
        advertises: [10.0.1.0/24]
        speedMbps: 500
`,
  },
};
