import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_route_table.app",
  hcl: {
    wrong: `
resource "azurerm_route_table" "app" {
  name = "rt-app"
  route {
    name           = "updates"
    address_prefix = "10.0.1.0/24"
    next_hop_type  = "Internet"
  }
}

resource "azurerm_subnet_route_table_association" "web" {
  subnet_id      = azurerm_subnet.web.id
  route_table_id = azurerm_route_table.app.id
}
`,
    right: `
resource "azurerm_route_table" "app" {
  name = "rt-app"
  route {
    name           = "updates"
    address_prefix = "198.51.100.0/24"
    next_hop_type  = "Internet"
  }
}

resource "azurerm_subnet_route_table_association" "web" {
  subnet_id      = azurerm_subnet.web.id
  route_table_id = azurerm_route_table.app.id
}
`,
  },
  yaml: {
    cannot:
      "It gives subnets no tables of user-defined routes. Another Terraform configuration, judged together with it, may.",
  },
};
