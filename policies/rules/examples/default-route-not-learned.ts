import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_express_route_connection.ams",
  hcl: always(`
resource "azurerm_express_route_connection" "ams" {
  express_route_gateway_id         = azurerm_express_route_gateway.westeurope.id
  express_route_circuit_peering_id = azurerm_express_route_circuit_peering.ams.id
}
`),
  intent: {
    wrong: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [0.0.0.0/0, 10.0.0.0/16] }
protected: [10.0.1.0/24]
`,
    right: `
expressRoute:
  azurerm_express_route_connection.ams: { advertises: [10.0.0.0/16] }
protected: [10.0.1.0/24]
`,
  },
  yaml: {
    wrong: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [0.0.0.0/0, 10.0.0.0/16] }
protectedPrefixes: [10.0.1.0/24]
`,
    right: `
circuits:
  ams:
    connections:
      westeurope: { advertises: [10.0.0.0/16] }
protectedPrefixes: [10.0.1.0/24]
`,
  },
};
