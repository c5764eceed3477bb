import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.branch",
  hcl: {
    wrong: `
resource "azurerm_vpn_site" "branch" {
  name           = "vst-branch"
  virtual_wan_id = azurerm_virtual_wan.contoso.id
  link {
    name       = "over-ams"
    ip_address = "10.0.0.8"
    bgp {
      asn             = 65011
      peering_address = "192.168.255.5"
    }
  }
}
`,
    right: `
resource "azurerm_vpn_site" "branch" {
  name           = "vst-branch"
  virtual_wan_id = azurerm_virtual_wan.contoso.id
  link {
    name       = "over-ams"
    ip_address = "10.0.0.8"
    bgp {
      asn             = 65011
      peering_address = "192.168.255.5"
    }
  }
}

resource "azurerm_vpn_gateway_connection" "branch" {
  name               = "vcn-branch"
  vpn_gateway_id     = azurerm_vpn_gateway.westeurope.id
  remote_vpn_site_id = azurerm_vpn_site.branch.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.branch.link[0].id
    bgp_enabled                    = true
    local_azure_ip_address_enabled = true
  }
}
`,
  },
  yaml: {
    wrong: `
sites:
  branch:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.8
        bgp: { asn: 65011, peeringAddress: 192.168.255.5 }
        advertises: [10.0.2.0/24]
`,
    right: `
sites:
  branch:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.8
        bgp: { asn: 65011, peeringAddress: 192.168.255.5 }
        advertises: [10.0.2.0/24]
    connections:
      westeurope:
`,
  },
};
