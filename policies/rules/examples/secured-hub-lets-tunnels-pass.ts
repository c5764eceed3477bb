import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway_connection.hq",
  hcl: {
    wrong: `
resource "azurerm_firewall" "westeurope" {
  name               = "afw-westeurope"
  sku_name           = "AZFW_Hub"
  sku_tier           = "Premium"
  firewall_policy_id = azurerm_firewall_policy.hubs.id
  virtual_hub {
    virtual_hub_id = azurerm_virtual_hub.westeurope.id
  }
}

resource "azurerm_virtual_hub_routing_intent" "westeurope" {
  name           = "westeurope"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  routing_policy {
    name         = "private"
    destinations = ["PrivateTraffic"]
    next_hop     = azurerm_firewall.westeurope.id
  }
}

resource "azurerm_firewall_policy" "hubs" {
  name = "afwp-hubs"
}

resource "azurerm_firewall_policy_rule_collection_group" "tunnels" {
  name               = "tunnels"
  firewall_policy_id = azurerm_firewall_policy.hubs.id
  priority           = 200
  network_rule_collection {
    name     = "tunnels"
    priority = 100
    action   = "Allow"
    rule {
      name                  = "hq"
      protocols             = ["UDP"]
      source_addresses      = ["10.100.0.0/23"]
      destination_addresses = ["10.0.0.4"]
      destination_ports     = ["500", "4500"]
    }
  }
}
`,
    right: `
resource "azurerm_firewall" "westeurope" {
  name               = "afw-westeurope"
  sku_name           = "AZFW_Hub"
  sku_tier           = "Premium"
  firewall_policy_id = azurerm_firewall_policy.hubs.id
  virtual_hub {
    virtual_hub_id = azurerm_virtual_hub.westeurope.id
  }
}

resource "azurerm_virtual_hub_routing_intent" "westeurope" {
  name           = "westeurope"
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
  routing_policy {
    name         = "private"
    destinations = ["PrivateTraffic"]
    next_hop     = azurerm_firewall.westeurope.id
  }
}

resource "azurerm_firewall_policy" "hubs" {
  name = "afwp-hubs"
}

resource "azurerm_firewall_policy_rule_collection_group" "tunnels" {
  name               = "tunnels"
  firewall_policy_id = azurerm_firewall_policy.hubs.id
  priority           = 200
  network_rule_collection {
    name     = "tunnels"
    priority = 100
    action   = "Allow"
    rule {
      name                  = "hq"
      protocols             = ["Any"]
      source_addresses      = ["10.100.0.0/23"]
      destination_addresses = ["10.0.0.4"]
      destination_ports     = ["*"]
    }
  }
}
`,
  },
  yaml: {
    cannot:
      "It names the firewall of a hub by its ID and holds no rules of it, so a note asks to look at them until another Terraform configuration, judged together with it, shows them.",
  },
};
