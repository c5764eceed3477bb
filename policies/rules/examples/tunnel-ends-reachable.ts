import { always, type Example } from "./example";

export const example: Example = {
  address: "azurerm_virtual_hub.westeurope",
  hcl: always(`
resource "azurerm_virtual_hub" "westeurope" {
  address_prefix = "10.100.0.0/23"
}

resource "azurerm_virtual_network" "app" {
  address_space = ["10.110.0.0/22"]
}
`),
  intent: {
    wrong: `
onPremises:
  prefersTunnelFor: all
  filtersExpressRoute: [10.100.0.0/23, 10.110.0.0/22]
`,
    right: `
onPremises:
  prefersTunnelFor: all
  filtersExpressRoute: [10.110.0.0/22]
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
spokes:
  app:
    addressSpace: [10.110.0.0/22]
onPremises:
  prefersTunnelFor: all
  filtersExpressRoute: [10.100.0.0/23, 10.110.0.0/22]
`,
    right: `
hubs:
  westeurope:
    addressPrefix: 10.100.0.0/23
spokes:
  app:
    addressSpace: [10.110.0.0/22]
onPremises:
  prefersTunnelFor: all
  filtersExpressRoute: [10.110.0.0/22]
`,
  },
};
