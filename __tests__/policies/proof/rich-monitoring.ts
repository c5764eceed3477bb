import type { Tree } from "./deletions";

const GROUP = { resource_group_name: "rg-hav" };

function alert(gateway: string, metric: string): Tree {
  return {
    name: `${gateway}-${metric}`,
    ...GROUP,
    scopes: [`\${azurerm_vpn_gateway.${gateway}.id}`],
    severity: 1,
    frequency: "PT5M",
    window_size: "PT15M",
    criteria: [
      {
        metric_namespace: "Microsoft.Network/vpnGateways",
        metric_name: metric,
        aggregation: "Average",
        operator: "LessThan",
        threshold: 1,
      },
    ],
  };
}

function setting(gateway: string): Tree {
  return {
    name: `logs-${gateway}`,
    target_resource_id: `\${azurerm_vpn_gateway.${gateway}.id}`,
    log_analytics_workspace_id:
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs",
    enabled_log: [{ category: "TunnelDiagnosticLog" }, { category: "IKEDiagnosticLog" }],
  };
}

/** What watches the network of `rich.ts`. */
export const MONITORING: Tree = {
  azurerm_monitor_metric_alert: {
    oslo_tunnels: alert("oslo", "TunnelAverageBandwidth"),
    oslo_bgp: alert("oslo", "BgpPeerStatus"),
    bergen_tunnels: alert("bergen", "TunnelAverageBandwidth"),
    bergen_bgp: alert("bergen", "BgpPeerStatus"),
  },
  azurerm_monitor_diagnostic_setting: { oslo: setting("oslo"), bergen: setting("bergen") },
  azurerm_network_connection_monitor: {
    devices: {
      name: "devices",
      location: "norwayeast",
      network_watcher_id: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkWatchers/nw",
      endpoint: [
        { name: "app", target_resource_type: "AzureVNet", target_resource_id: "${azurerm_virtual_network.app.id}" },
        { name: "bodo", target_resource_type: "ExternalAddress", address: "10.60.16.4" },
      ],
      test_configuration: [
        { name: "ssh", protocol: "Tcp", test_frequency_in_seconds: 60, tcp_configuration: [{ port: 22 }] },
      ],
      test_group: [
        {
          name: "app-to-bodo",
          source_endpoints: ["app"],
          destination_endpoints: ["bodo"],
          test_configuration_names: ["ssh"],
        },
      ],
    },
  },
};
