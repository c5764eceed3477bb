terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm" }
  }
}

provider "azurerm" {
  features {}
}

variable "site_keys" {
  type      = map(string)
  sensitive = true
  default   = { hq = "xY7rT2pQ9sLm4VbN6wKd", lab = "pQ9sLm4VbN6wKdxY7rT2", port = "Nw6KdxY7rT2pQ9sLm4Vb" }
}

locals {
  rg = "rg-fabrikam-wan"
  hubs = {
    weu = { location = "westeurope", prefix = "10.80.0.0/23", circuit = "ams", vlan = 310, peer = 0 }
    neu = { location = "northeurope", prefix = "10.81.0.0/23", circuit = "dub", vlan = 320, peer = 1 }
  }
  inventory = yamldecode(file("${path.module}/sites.yaml"))
  sites     = { for name, s in local.inventory.sites : name => merge(s, { hub = s.region == "west" ? "weu" : "neu" }) }
  # A connection a site and hub, by a key made of both.
  connections = { for name, s in local.sites : "${s.hub}/${name}" => { site = name, hub = s.hub, links = s.links } }
}

resource "azurerm_virtual_wan" "wan" {
  name                = "vwan-fabrikam"
  resource_group_name = local.rg
  location            = "westeurope"
}

resource "azurerm_virtual_hub" "hub" {
  for_each            = local.hubs
  name                = "vhub-${each.key}"
  resource_group_name = local.rg
  location            = each.value.location
  virtual_wan_id      = azurerm_virtual_wan.wan.id
  address_prefix      = each.value.prefix
}

resource "azurerm_express_route_gateway" "er" {
  for_each            = local.hubs
  name                = "erg-${each.key}"
  resource_group_name = local.rg
  location            = each.value.location
  virtual_hub_id      = azurerm_virtual_hub.hub[each.key].id
  scale_units         = 1
}

resource "azurerm_express_route_circuit" "circuit" {
  for_each              = { for k, h in local.hubs : h.circuit => h }
  name                  = "erc-${each.key}"
  resource_group_name   = local.rg
  location              = each.value.location
  service_provider_name = "Northwind"
  peering_location      = "Amsterdam"
  bandwidth_in_mbps     = 1000
  sku {
    tier   = "Standard"
    family = "MeteredData"
  }
}

resource "azurerm_express_route_circuit_peering" "private" {
  for_each                      = { for k, h in local.hubs : h.circuit => h }
  peering_type                  = "AzurePrivatePeering"
  express_route_circuit_name    = azurerm_express_route_circuit.circuit[each.key].name
  resource_group_name           = local.rg
  peer_asn                      = 65020
  primary_peer_address_prefix   = cidrsubnet("172.20.1.0/24", 6, each.value.peer * 2)
  secondary_peer_address_prefix = cidrsubnet("172.20.1.0/24", 6, each.value.peer * 2 + 1)
  vlan_id                       = each.value.vlan
}

resource "azurerm_express_route_connection" "er" {
  for_each                         = local.hubs
  name                             = "con-${each.value.circuit}"
  express_route_gateway_id         = azurerm_express_route_gateway.er[each.key].id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.private[each.value.circuit].id
}

module "vpn" {
  source      = "./vpn"
  for_each    = local.hubs
  name        = each.key
  rg          = local.rg
  location    = each.value.location
  hub_id      = azurerm_virtual_hub.hub[each.key].id
  wan_id      = azurerm_virtual_wan.wan.id
  sites       = { for name, s in local.sites : name => s if s.hub == each.key }
  connections = { for key, c in local.connections : key => c if c.hub == each.key }
  keys        = var.site_keys
}

resource "azurerm_virtual_network" "app" {
  for_each            = { weu = "10.110.0.0/22", neu = "10.111.0.0/22" }
  name                = "vnet-app-${each.key}"
  resource_group_name = local.rg
  location            = local.hubs[each.key].location
  address_space       = [each.value]
}

resource "azurerm_virtual_hub_connection" "app" {
  for_each                  = azurerm_virtual_network.app
  name                      = "app-${each.key}"
  virtual_hub_id            = azurerm_virtual_hub.hub[each.key].id
  remote_virtual_network_id = each.value.id
}
