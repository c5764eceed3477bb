import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { CircuitMonitoring } from "../../../lib/monitoring/circuit-monitoring";
import { HubMonitoring } from "../../../lib/monitoring/hub-monitoring";
import { objectOf } from "../../../scripts/azurerm-schema";
import { addressesOf } from "../../support/addresses";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, resourcesOf, terraformOf } from "../terraform";
import { setIn, workspaceIn } from "./watching";

test("a hub is watched with all of its gateways, and a circuit beside it", () => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  const vpnGateway = hub.addVpnGateway("vpn-gateway", { name: "vpng" });
  const expressRouteGateway = hub.addExpressRouteGateway("express-route-gateway", { name: "er" });
  const circuit = ExpressRouteCircuit.fromAttributes(stack, "ams", {
    expressRouteCircuitId: `${NETWORK}/expressRouteCircuits/ams`,
  });
  const { resourceGroupName, actionGroups } = setIn(stack);
  const options = { resourceGroupName, actionGroups, workspace: workspaceIn(stack) };
  const gateways = { vpnGateway, expressRouteGateway };
  new HubMonitoring(hub, "monitoring", { ...options, name: "net-weu", ...gateways, circuits: [circuit] });
  new CircuitMonitoring(circuit, "monitoring", { ...options, name: "net-ams", circuit });
  expect(addressesOf(terraformOf(stack)).filter((address) => address.startsWith("azurerm_monitor_"))).toEqual([
    "azurerm_monitor_diagnostic_setting.ams",
    "azurerm_monitor_diagnostic_setting.hub_er",
    "azurerm_monitor_diagnostic_setting.hub_vpn",
    "azurerm_monitor_metric_alert.ams_arp-down",
    "azurerm_monitor_metric_alert.ams_bgp-down",
    "azurerm_monitor_metric_alert.hub_er_bandwidth-in",
    "azurerm_monitor_metric_alert.hub_er_bandwidth-out",
    "azurerm_monitor_metric_alert.hub_er_cpu",
    "azurerm_monitor_metric_alert.hub_er_no-routes-advertised",
    "azurerm_monitor_metric_alert.hub_er_no-routes-learned",
    "azurerm_monitor_metric_alert.hub_er_silent-in",
    "azurerm_monitor_metric_alert.hub_er_silent-out",
    "azurerm_monitor_metric_alert.hub_vpn_bandwidth",
    "azurerm_monitor_metric_alert.hub_vpn_bgp-peer-down",
    "azurerm_monitor_metric_alert.hub_vpn_no-routes-advertised",
    "azurerm_monitor_metric_alert.hub_vpn_no-routes-learned",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-drops-in",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-drops-out",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-mismatch-in",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-mismatch-out",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-silent-in",
    "azurerm_monitor_metric_alert.hub_vpn_tunnel-silent-out",
    "azurerm_monitor_scheduled_query_rules_alert_v2.hub_encryption-bypass",
    "azurerm_monitor_scheduled_query_rules_alert_v2.hub_vpn_bgp-disconnected",
    "azurerm_monitor_scheduled_query_rules_alert_v2.hub_vpn_tunnel-disconnected",
  ]);
  const settings = resourcesOf(stack, "azurerm_monitor_diagnostic_setting");
  expect(Object.values(settings).map((setting) => objectOf(setting).name)).toEqual([
    "diag-net-ams",
    "diag-net-weu",
    "diag-net-weu",
  ]);
});

test("a hub without gateways can't be watched, nor one that nobody hears of", () => {
  const stack = emptyStack();
  const options = { name: "", resourceGroupName: "rg", workspace: workspaceIn(stack), actionGroups: [] };
  expect(complaintsOf(() => new HubMonitoring(stack, "monitoring", options))).toEqual([
    "name: it is empty",
    "actionGroups: name one at least, or nobody hears of the alert",
    "vpnGateway, expressRouteGateway: give one of them at least, or there is nothing to watch",
  ]);
});
