import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
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

resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
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

resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
    bgp_enabled                    = true
  }
}
`,
  },
  yaml: {
    cannot: "BGP is declared once, at the link of the site; wanproof turns it on at both ends.",
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
