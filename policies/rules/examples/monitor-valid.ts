import type { Example } from "./example";

export const example: Example = {
  address: "azurerm_monitor_metric_alert.tunnels",
  hcl: {
    wrong: `
resource "azurerm_monitor_metric_alert" "tunnels" {
  scopes = [azurerm_vpn_gateway.westeurope.id]
  criteria {
    metric_namespace = "Microsoft.Network/vpnGateways"
    metric_name      = "TunnelBandwidth"
    aggregation      = "Average"
    operator         = "LessThan"
    threshold        = 1
  }
}
`,
    right: `
resource "azurerm_monitor_metric_alert" "tunnels" {
  scopes = [azurerm_vpn_gateway.westeurope.id]
  criteria {
    metric_namespace = "Microsoft.Network/vpnGateways"
    metric_name      = "TunnelAverageBandwidth"
    aggregation      = "Average"
    operator         = "LessThan"
    threshold        = 1
  }
}
`,
  },
  yaml: { cannot: "It has no word for metrics and categories: the key monitoring writes those that Azure has." },
};
