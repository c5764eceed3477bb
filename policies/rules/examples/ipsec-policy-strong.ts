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
    ipsec_policy {
      ike_encryption_algorithm = "AES256"
      ike_integrity_algorithm  = "SHA256"
      dh_group                 = "DHGroup14"
      encryption_algorithm     = "GCMAES256"
      integrity_algorithm      = "SHA256"
      pfs_group                = "PFS14"
      sa_lifetime_sec          = 3600
      sa_data_size_kb          = 102400000
    }
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
      ike_encryption_algorithm = "AES256"
      ike_integrity_algorithm  = "SHA256"
      dh_group                 = "DHGroup14"
      encryption_algorithm     = "GCMAES256"
      integrity_algorithm      = "GCMAES256"
      pfs_group                = "PFS14"
      sa_lifetime_sec          = 3600
      sa_data_size_kb          = 102400000
    }
  }
}
`,
  },
  yaml: {
    wrong: `
sites:
  hq:
    tunnel:
      ipsecPolicy:
        ikeEncryption: AES256
        ikeIntegrity: SHA256
        dhGroup: DHGroup14
        espEncryption: GCMAES256
        espIntegrity: SHA256
        pfsGroup: PFS14
`,
    right: `
sites:
  hq:
    tunnel:
      ipsecPolicy:
        ikeEncryption: AES256
        ikeIntegrity: SHA256
        dhGroup: DHGroup14
        espEncryption: GCMAES256
        espIntegrity: GCMAES256
        pfsGroup: PFS14
`,
  },
};
