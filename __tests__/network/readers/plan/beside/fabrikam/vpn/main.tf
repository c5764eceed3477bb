terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm" }
  }
}
variable "name" { type = string }
variable "rg" { type = string }
variable "location" { type = string }
variable "hub_id" { type = string }
variable "wan_id" { type = string }
variable "sites" {
  type = map(object({
    links = list(object({ name = string, ip = string, peer = string, asn = number }))
    mbps  = optional(number, 500)
  }))
}
variable "connections" {
  type = map(object({ site = string, links = list(object({ name = string })) }))
}
variable "keys" {
  type      = map(string)
  sensitive = true
}

locals {
  link_ids = { for k, s in azurerm_vpn_site.site : k => { for l in s.link : l.name => l.id } }
}

resource "azurerm_vpn_gateway" "gw" {
  name                = "vpng-${var.name}"
  resource_group_name = var.rg
  location            = var.location
  virtual_hub_id      = var.hub_id
}

resource "azurerm_vpn_site" "site" {
  for_each            = var.sites
  name                = "site-${each.key}"
  resource_group_name = var.rg
  location            = var.location
  virtual_wan_id      = var.wan_id

  dynamic "link" {
    for_each = each.value.links
    content {
      name       = link.value.name
      ip_address = link.value.ip
      bgp {
        asn             = link.value.asn
        peering_address = link.value.peer
      }
    }
  }
}

resource "azurerm_vpn_gateway_connection" "con" {
  for_each           = var.connections
  name               = "conn-${each.value.site}"
  vpn_gateway_id     = azurerm_vpn_gateway.gw.id
  remote_vpn_site_id = azurerm_vpn_site.site[each.value.site].id

  dynamic "vpn_link" {
    for_each = each.value.links
    content {
      name                           = vpn_link.value.name
      vpn_site_link_id               = local.link_ids[each.value.site][vpn_link.value.name]
      bgp_enabled                    = true
      local_azure_ip_address_enabled = true
      bandwidth_mbps                 = var.sites[each.value.site].mbps
      dpd_timeout_seconds            = 45
      shared_key                     = var.keys[each.value.site]
      ipsec_policy {
        ike_encryption_algorithm = "AES256"
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
}
