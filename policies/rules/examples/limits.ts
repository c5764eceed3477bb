import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_express_route_gateway.westeurope",
  hcl: {
    wrong: `
resource "azurerm_express_route_gateway" "westeurope" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  scale_units    = 20
}
`,
    right: `
resource "azurerm_express_route_gateway" "westeurope" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  scale_units    = 8
}
`,
  },
  yaml: {
    cannot:
      "wanproof refuses more links and scale units than Azure takes, with the line. What is counted over the whole network can exceed a limit as in HCL, but takes hundreds of entries.",
    right: `
hubs:
  westeurope:
    expressRouteGateway: { scaleUnits: 8 }
`,
  },
};
