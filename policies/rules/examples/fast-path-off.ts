import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_express_route_connection.ams",
  hcl: {
    wrong: `
resource "azurerm_express_route_connection" "ams" {
  express_route_gateway_id             = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id     = azurerm_express_route_circuit_peering.ams.id
  express_route_gateway_bypass_enabled = true
}
`,
    right: `
resource "azurerm_express_route_connection" "ams" {
  express_route_gateway_id             = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id     = azurerm_express_route_circuit_peering.ams.id
  express_route_gateway_bypass_enabled = false
}
`,
  },
  yaml: { cannot: "It has no word for FastPath: connections that wanproof makes go through the gateway." },
};
