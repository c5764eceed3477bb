import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_express_route_circuit.ams",
  hcl: {
    wrong: `
resource "azurerm_express_route_circuit" "ams" {
  bandwidth_in_mbps = 1000
  sku {
    tier   = "Local"
    family = "MeteredData"
  }
}
`,
    right: `
resource "azurerm_express_route_circuit" "ams" {
  bandwidth_in_mbps = 1000
  sku {
    tier   = "Local"
    family = "UnlimitedData"
  }
}
`,
  },
  yaml: {
    wrong: `
circuits:
  ams:
    bandwidthMbps: 1000
    tier: Local
    billing: MeteredData
`,
    right: `
circuits:
  ams:
    bandwidthMbps: 1000
    tier: Local
    billing: UnlimitedData
`,
  },
};
