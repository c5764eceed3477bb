import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_site.hq",
  hcl: {
    wrong: `
resource "azurerm_route_map" "keep-all" {
  name           = "keep-all"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}
`,
    right: `
resource "azurerm_route_map" "keep-all" {
  name           = "keep-all"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}
`,
  },
  intent: {
    wrong: `
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [] }
`,
    right: `
vpn:
  azurerm_vpn_site.hq:
    over-ams: { advertises: [192.168.255.1/32] }
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    routeMaps: { keep-all: { rules: [{ name: all, nextStep: Terminate }] } }
sites:
  hq:
    addressCidrs: [10.0.1.0/24]
    links:
      over-ams: { advertises: [] }
`,
    right: `
hubs:
  westeurope:
    routeMaps: { keep-all: { rules: [{ name: all, nextStep: Terminate }] } }
sites:
  hq:
    links:
      over-ams: { advertises: [10.0.1.0/24] }
`,
  },
};
