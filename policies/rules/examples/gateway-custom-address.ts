import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway.westeurope",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway" "westeurope" {
  bgp_settings {
    asn         = 65515
    peer_weight = 0
    instance_0_bgp_peering_address {
      custom_ips = ["169.254.30.1"]
    }
    instance_1_bgp_peering_address {
      custom_ips = ["169.254.22.1"]
    }
  }
}
`,
    right: `
resource "azurerm_vpn_gateway" "westeurope" {
  bgp_settings {
    asn         = 65515
    peer_weight = 0
    instance_0_bgp_peering_address {
      custom_ips = ["169.254.21.1"]
    }
    instance_1_bgp_peering_address {
      custom_ips = ["169.254.22.1"]
    }
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    vpnGateway:
      customBgpAddresses: { instance0: [169.254.30.1], instance1: [169.254.22.1] }
`,
    right: `
hubs:
  westeurope:
    vpnGateway:
      customBgpAddresses: { instance0: [169.254.21.1], instance1: [169.254.22.1] }
`,
  },
};
