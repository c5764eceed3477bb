import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_connection" "hq" {
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name             = "over-ams"
    vpn_site_link_id = azurerm_vpn_site.hq.link[0].id
    ipsec_policy {
      ike_encryption_algorithm = "GCMAES256"
      ike_integrity_algorithm  = "SHA384"
      dh_group                 = "ECP384"
      encryption_algorithm     = "GCMAES256"
      integrity_algorithm      = "GCMAES256"
      pfs_group                = "ECP384"
      sa_lifetime_sec          = 3600
      sa_data_size_kb          = 102400000
    }
  }
}
`,
  },
  yaml: {
    cannot: "Every link gets a policy: GCMAES256_ECP384 where the file says nothing.",
    right: `
sites:
  hq:
    tunnel: { ipsecPolicy: GCMAES256_ECP384 }
`,
  },
};
