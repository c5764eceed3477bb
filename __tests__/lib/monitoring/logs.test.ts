import type { TerraformStack } from "cdktf";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { DiagnosticSetting } from "../../../lib/monitoring/diagnostic-setting";
import { EncryptionBypassAlert } from "../../../lib/monitoring/encryption-bypass-alert";
import { LogAlert } from "../../../lib/monitoring/log-alert";
import { VpnGatewayLogAlerts } from "../../../lib/monitoring/vpn-gateway-log-alerts";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf, resourcesOf } from "../terraform";
import { ACTION_GROUP, setIn, WORKSPACE, workspaceIn } from "./watching";

const GATEWAY = `${NETWORK}/vpnGateways/g`;
const CIRCUIT = `${NETWORK}/expressRouteCircuits/ams`;

function gatewayIn(stack: TerraformStack) {
  return VpnGateway.fromAttributes(stack, "gateway", { vpnGatewayId: GATEWAY });
}

function circuitIn(stack: TerraformStack) {
  return ExpressRouteCircuit.fromAttributes(stack, "ams", { expressRouteCircuitId: CIRCUIT });
}

test("a VPN gateway sends all of its logs, and its metrics", () => {
  const stack = emptyStack();
  new DiagnosticSetting(stack, "vpn", { name: "all", target: gatewayIn(stack), workspace: workspaceIn(stack) });
  expect(resourceOf(stack, "azurerm_monitor_diagnostic_setting")).toEqual({
    name: "all",
    target_resource_id: GATEWAY,
    log_analytics_workspace_id: WORKSPACE,
    enabled_log: [
      { category: "GatewayDiagnosticLog" },
      { category: "TunnelDiagnosticLog" },
      { category: "RouteDiagnosticLog" },
      { category: "IKEDiagnosticLog" },
    ],
    enabled_metric: [{ category: "AllMetrics" }],
  });
});

test("an ExpressRoute gateway sends metrics, as it has no logs", () => {
  const stack = emptyStack();
  const target = hubIn(stack).addExpressRouteGateway("express-route-gateway", { name: "er" });
  const workspace = workspaceIn(stack);
  new DiagnosticSetting(stack, "er", { name: "all", target, workspace });
  expect(resourceOf(stack, "azurerm_monitor_diagnostic_setting")).toEqual({
    name: "all",
    target_resource_id: reference("azurerm_express_route_gateway.hub.id"),
    log_analytics_workspace_id: WORKSPACE,
    enabled_metric: [{ category: "AllMetrics" }],
  });
  const make = (logs: readonly string[]) => () =>
    new DiagnosticSetting(stack, `er-${logs.length}`, { name: "all", target, workspace, logs, metrics: false });
  expect(complaintsOf(make(["Tunnel"]))).toEqual([
    'logs[0]: "Tunnel" is no category: Microsoft.Network/expressRouteGateways has no logs',
  ]);
  expect(complaintsOf(make([]))).toEqual(["metrics: with neither logs nor metrics, nothing is sent"]);
});

test("a lost tunnel and a lost session are told with what Azure knows of them", () => {
  const stack = emptyStack();
  new VpnGatewayLogAlerts(stack, "log-alerts", {
    ...setIn(stack),
    gateway: gatewayIn(stack),
    workspace: workspaceIn(stack),
  });
  const alerts = resourcesOf(stack, "azurerm_monitor_scheduled_query_rules_alert_v2");
  expect(alerts["tunnel-disconnected"]).toEqual({
    name: "alr-weu-tunnel-disconnected",
    resource_group_name: "rg",
    location: "westeurope",
    scopes: [WORKSPACE],
    description: "A tunnel was lost.",
    severity: 1,
    window_duration: "PT5M",
    evaluation_frequency: "PT5M",
    auto_mitigation_enabled: false,
    skip_query_validation: true,
    criteria: [
      {
        query: [
          "AzureDiagnostics",
          `| where ResourceId =~ "${GATEWAY}"`,
          '| where Category == "TunnelDiagnosticLog" and OperationName == "TunnelDisconnected"',
          '| extend Peer = column_ifexists("remoteIP_s", ""), Instance = column_ifexists("instance_s", "")',
          '| extend Why = strcat(column_ifexists("stateChangeReason_s", ""), column_ifexists("Message", ""))',
          "| project TimeGenerated, Resource, Peer, Instance, Why",
        ].join("\n"),
        time_aggregation_method: "Count",
        operator: "GreaterThan",
        threshold: 0,
        dimension: [
          { name: "Peer", operator: "Include", values: ["*"] },
          { name: "Instance", operator: "Include", values: ["*"] },
        ],
      },
    ],
    action: { action_groups: [ACTION_GROUP] },
  });
  expect(Object.keys(alerts)).toEqual(["bgp-disconnected", "tunnel-disconnected"]);
});

test("traffic that may go past the tunnels is told as critical, and what other gateways encrypt is none", () => {
  const stack = emptyStack();
  new EncryptionBypassAlert(stack, "encryption-bypass-alert", {
    name: "alr-weu-bypass",
    resourceGroupName: "rg",
    gateway: gatewayIn(stack),
    circuits: [circuitIn(stack)],
    workspace: workspaceIn(stack),
    sharedWith: [{ name: "vpng-neu", resourceGroupName: "rg" }],
    actionGroups: setIn(stack).actionGroups,
  });
  expect(resourceOf(stack, "azurerm_monitor_scheduled_query_rules_alert_v2")).toMatchObject({
    name: "alr-weu-bypass",
    severity: 0,
    window_duration: "PT15M",
    evaluation_frequency: "PT5M",
    auto_mitigation_enabled: true,
    criteria: [
      {
        query: [
          "AzureMetrics",
          `| where MetricName in ("BitsInPerSecond", "BitsOutPerSecond") and ResourceId in~ ("${CIRCUIT}")`,
          `    or MetricName in ("TunnelIngressBytes", "TunnelEgressBytes") and (ResourceId =~ "${GATEWAY}" or strcat(ResourceGroup, "/", Resource) in~ ("rg/vpng-neu"))`,
          "| summarize Mean = avg(Average), Sum = sum(Total), TimeGenerated = max(TimeGenerated) by ResourceId, MetricName",
          '| extend Kbps = iff(MetricName in ("BitsInPerSecond", "BitsOutPerSecond"), Mean, Sum * 8 / 900) / 1000',
          "| summarize",
          '    CircuitKbps = sumif(Kbps, MetricName in ("BitsInPerSecond", "BitsOutPerSecond")),',
          `    TunnelKbps = sumif(Kbps, MetricName in ("TunnelIngressBytes", "TunnelEgressBytes") and ResourceId =~ "${GATEWAY}"),`,
          `    OtherTunnelKbps = sumif(Kbps, MetricName in ("TunnelIngressBytes", "TunnelEgressBytes") and not(ResourceId =~ "${GATEWAY}")),`,
          "    TimeGenerated = max(TimeGenerated)",
          "| where TunnelKbps < 10 and CircuitKbps > 1000 + 1.5 * OtherTunnelKbps",
        ].join("\n"),
      },
    ],
  });
});

test("all that is wrong with alerts on logs is said at once", () => {
  const stack = emptyStack();
  const workspace = workspaceIn(stack);
  const common = { name: "", resourceGroupName: "", workspace, actionGroups: [] };
  const bypass = () =>
    new EncryptionBypassAlert(stack, "bypass", {
      ...common,
      gateway: gatewayIn(stack),
      circuits: [],
      thresholds: { circuitKbps: 0, tunnelKbps: 0.5 },
    });
  expect(complaintsOf(bypass)).toEqual([
    "circuits: name one at least; without any, nothing can go past the tunnels",
    "thresholds.circuitKbps: 0 is not a whole number from 1 to 100000000",
    "thresholds.tunnelKbps: 0.5 is not a whole number from 1 to 100000000",
    "name: it is empty",
    "resourceGroupName: it is empty",
    "actionGroups: name one at least, or nobody hears of the alert",
  ]);
  expect(complaintsOf(() => new LogAlert(stack, "log-alert", { ...common, query: " ", severity: 5 }))).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    "query: it is empty",
    "severity: 5 is not a whole number from 0 to 4",
    "actionGroups: name one at least, or nobody hears of the alert",
  ]);
});
