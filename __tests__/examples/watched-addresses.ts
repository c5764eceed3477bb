/** What the key `monitoring` adds to the global stack, where regions refer to it. */
export const WATCHED_FROM = [
  "azurerm_application_insights_workbook.workbook",
  "azurerm_log_analytics_workspace.workspace",
  "azurerm_monitor_action_group.action-group",
  "output.cross-stack-output-azurerm_log_analytics_workspaceworkspaceid",
  "output.cross-stack-output-azurerm_monitor_action_groupaction-groupid",
];

/** What it adds for a hub with both gateways, to which sites connect over circuits. */
export function watchedHub(hub: string): string[] {
  const vpn = [
    "bandwidth",
    "bgp-peer-down",
    "no-routes-advertised",
    "no-routes-learned",
    "tunnel-drops-in",
    "tunnel-drops-out",
    "tunnel-mismatch-in",
    "tunnel-mismatch-out",
    "tunnel-silent-in",
    "tunnel-silent-out",
  ];
  const expressRoute = [
    "bandwidth-in",
    "bandwidth-out",
    "cpu",
    "no-routes-advertised",
    "no-routes-learned",
    "silent-in",
    "silent-out",
  ];
  return [
    `azurerm_monitor_diagnostic_setting.${hub}_er`,
    `azurerm_monitor_diagnostic_setting.${hub}_vpn`,
    ...expressRoute.map((alert) => `azurerm_monitor_metric_alert.${hub}_er_${alert}`),
    ...vpn.map((alert) => `azurerm_monitor_metric_alert.${hub}_vpn_${alert}`),
    `azurerm_monitor_scheduled_query_rules_alert_v2.${hub}_encryption-bypass`,
    `azurerm_monitor_scheduled_query_rules_alert_v2.${hub}_vpn_bgp-disconnected`,
    `azurerm_monitor_scheduled_query_rules_alert_v2.${hub}_vpn_tunnel-disconnected`,
  ];
}

/** What it adds for a circuit. */
export function watchedCircuit(circuit: string): string[] {
  return [
    `azurerm_monitor_diagnostic_setting.${circuit}`,
    `azurerm_monitor_metric_alert.${circuit}_arp-down`,
    `azurerm_monitor_metric_alert.${circuit}_bgp-down`,
  ];
}
