import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_nat_rule.hq",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway_nat_rule" "hq" {
  vpn_gateway_id = azurerm_vpn_gateway.westeurope.id
  type           = "Static"
  internal_mapping {
    address_space = "10.0.1.0/24"
  }
  external_mapping {
    address_space = "10.9.1.0/25"
  }
}
`,
    right: `
resource "azurerm_vpn_gateway_nat_rule" "hq" {
  vpn_gateway_id = azurerm_vpn_gateway.westeurope.id
  type           = "Static"
  internal_mapping {
    address_space = "10.0.1.0/24"
  }
  external_mapping {
    address_space = "10.9.1.0/24"
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    vpnGateway:
      natRules:
        hq:
          internalMappings: [{ addressSpace: 10.0.1.0/24 }]
          externalMappings: [{ addressSpace: 10.9.1.0/25 }]
`,
    right: `
hubs:
  westeurope:
    vpnGateway:
      natRules:
        hq:
          internalMappings: [{ addressSpace: 10.0.1.0/24 }]
          externalMappings: [{ addressSpace: 10.9.1.0/24 }]
`,
  },
};
