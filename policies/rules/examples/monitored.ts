import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_vpn_gateway.westeurope",
  hcl: {
    wrong: `
resource "azurerm_vpn_gateway" "westeurope" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}
`,
    right: `
resource "azurerm_vpn_gateway" "westeurope" {
  virtual_hub_id = azurerm_virtual_hub.westeurope.id
}

resource "azurerm_monitor_diagnostic_setting" "gateway" {
  target_resource_id         = azurerm_vpn_gateway.westeurope.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.network.id
  enabled_log {
    category = "TunnelDiagnosticLog"
  }
}

resource "azurerm_monitor_metric_alert" "tunnels" {
  scopes = [azurerm_vpn_gateway.westeurope.id]
  criteria {
    metric_namespace = "Microsoft.Network/vpnGateways"
    metric_name      = "TunnelEgressBytes"
    aggregation      = "Total"
    operator         = "LessThan"
    threshold        = 1
  }
}

resource "azurerm_monitor_metric_alert" "bgp" {
  scopes = [azurerm_vpn_gateway.westeurope.id]
  criteria {
    metric_namespace = "Microsoft.Network/vpnGateways"
    metric_name      = "BgpPeerStatus"
    aggregation      = "Minimum"
    operator         = "LessThan"
    threshold        = 1
  }
}
`,
  },
  yaml: {
    wrong: `
hubs:
  westeurope: { vpnGateway: {} }
`,
    right: `
hubs:
  westeurope: { vpnGateway: {} }
monitoring:
  actionGroup: { emails: { noc: noc@contoso.example } }
`,
  },
};
