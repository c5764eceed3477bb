import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_express_route_circuit_peering.ams",
  hcl: {
    wrong: `
resource "azurerm_express_route_circuit_peering" "ams" {
  peering_type                  = "AzurePrivatePeering"
  primary_peer_address_prefix   = "172.20.1.0/30"
  secondary_peer_address_prefix = "172.20.1.0/30"
  vlan_id                       = 301
}
`,
    right: `
resource "azurerm_express_route_circuit_peering" "ams" {
  peering_type                  = "AzurePrivatePeering"
  primary_peer_address_prefix   = "172.20.1.0/30"
  secondary_peer_address_prefix = "172.20.1.4/30"
  vlan_id                       = 301
}
`,
  },
  yaml: {
    wrong: `
circuits:
  ams:
    peering:
      vlanId: 301
      subnets: { primary: 172.20.1.0/30, secondary: 172.20.1.0/30 }
`,
    right: `
circuits:
  ams:
    peering:
      vlanId: 301
      subnets: { primary: 172.20.1.0/30, secondary: 172.20.1.4/30 }
`,
  },
};
