import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_route_map.outbound",
  hcl: {
    wrong: `
resource "azurerm_route_map" "outbound" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  rule {
    name = "keep-off-expressroute"
    action {
      type = "Drop"
    }
    match_criterion {
      match_condition = "Contains"
      route_prefix    = ["10.110.0.0/16"]
    }
  }
}
`,
    right: `
resource "azurerm_route_map" "outbound" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  rule {
    name                 = "keep-off-expressroute"
    next_step_if_matched = "Terminate"
    action {
      type = "Drop"
    }
    match_criterion {
      match_condition = "Contains"
      route_prefix    = ["10.110.0.0/16"]
    }
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope:
    routeMaps:
      outbound:
        rules:
          - name: the-rest
            nextStep: Terminate
          - name: keep-off-expressroute
            matches: [{ prefixes: [10.110.0.0/16], condition: Contains }]
            actions: [drop]
            nextStep: Terminate
`,
    right: `
hubs:
  westeurope:
    routeMaps:
      outbound:
        rules:
          - name: keep-off-expressroute
            matches: [{ prefixes: [10.110.0.0/16], condition: Contains }]
            actions: [drop]
            nextStep: Terminate
          - name: the-rest
            nextStep: Terminate
`,
  },
};
