/** A sound network, which the examples of the rules change: Terraform, intent, and a `network.yaml` of the same. */
export const HCL = `
variable "hq_over_ams_key" {
  type      = string
  sensitive = true
}

resource "azurerm_virtual_wan" "contoso" {
  name = "vwan-contoso"
}

resource "azurerm_virtual_hub" "westeurope" {
  name           = "vhub-westeurope"
  virtual_wan_id = azurerm_virtual_wan.contoso.id
  address_prefix = "10.100.0.0/23"
}

resource "azurerm_vpn_gateway" "westeurope" {
  name           = "vpng-westeurope"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}

resource "azurerm_express_route_gateway" "westeurope" {
  name           = "ergw-westeurope"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  scale_units    = 1
}

resource "azurerm_express_route_circuit" "ams" {
  name                  = "erc-ams"
  service_provider_name = "Equinix"
  peering_location      = "Amsterdam"
  bandwidth_in_mbps     = 1000
  sku {
    tier   = "Standard"
    family = "MeteredData"
  }
}

resource "azurerm_express_route_circuit" "fra" {
  name                  = "erc-fra"
  service_provider_name = "Colt"
  peering_location      = "Frankfurt"
  bandwidth_in_mbps     = 1000
  sku {
    tier   = "Standard"
    family = "MeteredData"
  }
}

resource "azurerm_express_route_circuit_peering" "ams" {
  peering_type                  = "AzurePrivatePeering"
  express_route_circuit_name    = azurerm_express_route_circuit.ams.name
  peer_asn                      = 65020
  primary_peer_address_prefix   = "172.20.1.0/30"
  secondary_peer_address_prefix = "172.20.1.4/30"
  vlan_id                       = 301
}

resource "azurerm_express_route_circuit_peering" "fra" {
  peering_type                  = "AzurePrivatePeering"
  express_route_circuit_name    = azurerm_express_route_circuit.fra.name
  peer_asn                      = 65020
  primary_peer_address_prefix   = "172.20.2.0/30"
  secondary_peer_address_prefix = "172.20.2.4/30"
  vlan_id                       = 302
}

resource "azurerm_express_route_connection" "ams" {
  name                             = "con-ams"
  express_route_gateway_id         = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.ams.id
}

resource "azurerm_express_route_connection" "fra" {
  name                             = "con-fra"
  express_route_gateway_id         = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.fra.id
}

resource "azurerm_vpn_site" "hq" {
  name           = "vst-hq"
  virtual_wan_id = azurerm_virtual_wan.contoso.id
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
  name               = "vcn-hq"
  vpn_gateway_id     = azurerm_vpn_gateway.westeurope.id
  remote_vpn_site_id = azurerm_vpn_site.hq.id
  vpn_link {
    name                           = "over-ams"
    vpn_site_link_id               = azurerm_vpn_site.hq.link[0].id
    local_azure_ip_address_enabled = true
    bgp_enabled                    = true
  }
}

resource "azurerm_virtual_network" "app" {
  name          = "vnet-app"
  address_space = ["10.110.0.0/22"]
}

resource "azurerm_subnet" "web" {
  name                 = "web"
  virtual_network_name = azurerm_virtual_network.app.name
  address_prefixes     = ["10.110.0.0/24"]
}

resource "azurerm_virtual_hub_connection" "app" {
  name                      = "app"
  virtual_hub_id            = azurerm_virtual_hub.westeurope.id
  remote_virtual_network_id = azurerm_virtual_network.app.id
}
`;

export const INTENT = `
version: 1
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16] }
  azurerm_express_route_connection.fra: { advertises: [10.0.8.0/24] }
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [10.0.1.0/24] }
protected: [10.0.1.0/24]
onPremises: { prefersTunnelFor: all }
onTunnelLoss: cleartext
`;

export const YAML = `
version: 1
name: contoso
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
    vpnGateway: { scaleUnits: 2 }
    expressRouteGateway: { scaleUnits: 1 }
circuits:
  ams:
    provider: Equinix
    peeringLocation: Amsterdam
    bandwidthMbps: 1000
    peering: { peerAsn: 65020, vlanId: 301, subnets: { primary: 172.20.1.0/30, secondary: 172.20.1.4/30 } }
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
  fra:
    provider: Colt
    peeringLocation: Frankfurt
    bandwidthMbps: 1000
    peering: { peerAsn: 65020, vlanId: 302, subnets: { primary: 172.20.2.0/30, secondary: 172.20.2.4/30 } }
    connections:
      westeurope: { advertises: [10.0.8.0/24] }
sites:
  hq:
    links:
      over-ams:
        over: expressRoute
        circuit: ams
        deviceAddress: 10.0.0.4
        bgp: { asn: 65010, peeringAddress: 192.168.255.1 }
        advertises: [10.0.1.0/24]
    connections:
      westeurope:
spokes:
  app:
    hub: westeurope
    addressSpace: [10.110.0.0/22]
    subnets: { web: 10.110.0.0/24 }
protectedPrefixes: [10.0.1.0/24]
onPremises: { prefersTunnelFor: all }
onTunnelLoss: cleartext
`;
