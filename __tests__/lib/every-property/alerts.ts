import type { AlertSetOptions } from "../../../lib/monitoring/alert-set";
import { CircuitAlerts, type CircuitAlertsProps, type CircuitThresholds } from "../../../lib/monitoring/circuit-alerts";
import {
  EncryptionBypassAlert,
  type EncryptionBypassAlertProps,
  type EncryptionBypassThresholds,
  type GatewayName,
} from "../../../lib/monitoring/encryption-bypass-alert";
import {
  ExpressRouteGatewayAlerts,
  type ExpressRouteGatewayAlertsProps,
  type ExpressRouteGatewayThresholds,
} from "../../../lib/monitoring/express-route-gateway-alerts";
import { LogAlert, type LogAlertProps } from "../../../lib/monitoring/log-alert";
import { MetricAlert, type MetricAlertProps, type MetricDimension } from "../../../lib/monitoring/metric-alert";
import {
  VpnGatewayAlerts,
  type VpnGatewayAlertsProps,
  type VpnGatewayThresholds,
} from "../../../lib/monitoring/vpn-gateway-alerts";
import { VpnGatewayLogAlerts, type VpnGatewayLogAlertsProps } from "../../../lib/monitoring/vpn-gateway-log-alerts";
import { casesOf, type PropertyCase } from "./harness";
import type { Surroundings } from "./surroundings";

function set({ actionGroup }: Surroundings): AlertSetOptions {
  return { namePrefix: "alr", resourceGroupName: "rg", actionGroups: [actionGroup.one] };
}

function metricAlert({ vpnGateway, actionGroup }: Surroundings): MetricAlertProps {
  return {
    name: "alr",
    resourceGroupName: "rg",
    target: vpnGateway.one,
    metric: "TunnelEgressBytes",
    aggregation: "Total",
    operator: "LessThan",
    threshold: 1,
    actionGroups: [actionGroup.one],
  };
}

function watchGateway(around: Surroundings, props: Partial<VpnGatewayAlertsProps>): void {
  new VpnGatewayAlerts(around.subject, "alerts", { ...set(around), gateway: around.vpnGateway.one, ...props });
}

function watchExpressRoute(around: Surroundings, props: Partial<ExpressRouteGatewayAlertsProps>): void {
  const gateway = around.expressRouteGateway.one;
  new ExpressRouteGatewayAlerts(around.subject, "alerts", { ...set(around), gateway, ...props });
}

function watchCircuit(around: Surroundings, props: Partial<CircuitAlertsProps>): void {
  new CircuitAlerts(around.subject, "alerts", { ...set(around), circuit: around.circuit.one, ...props });
}

function watchBypass(around: Surroundings, props: Partial<EncryptionBypassAlertProps>): void {
  const { subject, vpnGateway, circuit, workspace, actionGroup } = around;
  new EncryptionBypassAlert(subject, "bypass", {
    name: "alr",
    resourceGroupName: "rg",
    gateway: vpnGateway.one,
    circuits: [circuit.one],
    workspace: workspace.one,
    actionGroups: [actionGroup.one],
    ...props,
  });
}

export const alertCases: readonly PropertyCase[] = [
  ...casesOf<MetricAlertProps>(
    "MetricAlertProps",
    ({ subject }, props) => new MetricAlert(subject, "alert", props),
    metricAlert,
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      target: ({ vpnGateway }) => ({ target: vpnGateway.other }),
      metric: () => ({ metric: "TunnelIngressBytes" }),
      aggregation: () => ({ aggregation: "Average" }),
      operator: () => ({ operator: "LessThanOrEqual" }),
      threshold: () => ({ threshold: 2 }),
      dimensions: () => ({ dimensions: [{ name: "RemoteIP" }] }),
      window: () => ({ window: "PT1H" }),
      frequency: () => ({ frequency: "PT15M" }),
      severity: () => ({ severity: 0 }),
      description: () => ({ description: "A tunnel is silent." }),
      actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<MetricDimension>(
    "MetricDimension",
    (around, dimension) =>
      new MetricAlert(around.subject, "alert", { ...metricAlert(around), dimensions: [dimension] }),
    () => ({ name: "RemoteIP" }),
    {
      name: () => ({ name: "Instance" }),
      operator: () => ({ operator: "Exclude" }),
      values: () => ({ values: ["10.0.0.4"] }),
    },
  ),
  ...casesOf<LogAlertProps>(
    "LogAlertProps",
    ({ subject }, props) => new LogAlert(subject, "alert", props),
    ({ workspace, actionGroup }) => ({
      name: "alr",
      resourceGroupName: "rg",
      workspace: workspace.one,
      query: "AzureDiagnostics",
      actionGroups: [actionGroup.one],
    }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
      query: () => ({ query: "AzureMetrics" }),
      splitBy: () => ({ splitBy: ["Resource"] }),
      window: () => ({ window: "PT1H" }),
      frequency: () => ({ frequency: "PT15M" }),
      severity: () => ({ severity: 0 }),
      endsByItself: () => ({ endsByItself: false }),
      description: () => ({ description: "Something was written." }),
      actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<AlertSetOptions>("AlertSetOptions", watchCircuit, set, {
    namePrefix: () => ({ namePrefix: "other" }),
    resourceGroupName: () => ({ resourceGroupName: "other" }),
    actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
    tags: () => ({ tags: { owner: "net" } }),
  }),
  ...casesOf<Omit<VpnGatewayAlertsProps, keyof AlertSetOptions>>(
    "VpnGatewayAlertsProps",
    watchGateway,
    ({ vpnGateway }) => ({ gateway: vpnGateway.one }),
    {
      gateway: ({ vpnGateway }) => ({ gateway: vpnGateway.other }),
      scaleUnits: () => ({ scaleUnits: 2 }),
      bgpPeers: () => ({ bgpPeers: ["192.168.255.1"] }),
      thresholds: () => ({ thresholds: { tunnelBytes: 1000 } }),
    },
  ),
  ...casesOf<VpnGatewayThresholds>(
    "VpnGatewayThresholds",
    (around, thresholds) => watchGateway(around, { thresholds }),
    () => ({}),
    {
      bgpPeerStatus: () => ({ bgpPeerStatus: 0.5 }),
      tunnelBytes: () => ({ tunnelBytes: 1000 }),
      packetDrops: () => ({ packetDrops: 10 }),
      routes: () => ({ routes: 3 }),
      bandwidthPercent: () => ({ bandwidthPercent: 60 }),
    },
  ),
  ...casesOf<Omit<ExpressRouteGatewayAlertsProps, keyof AlertSetOptions>>(
    "ExpressRouteGatewayAlertsProps",
    watchExpressRoute,
    ({ expressRouteGateway }) => ({ gateway: expressRouteGateway.one }),
    {
      gateway: ({ expressRouteGateway }) => ({ gateway: expressRouteGateway.other }),
      scaleUnits: () => ({ scaleUnits: 2 }),
      thresholds: () => ({ thresholds: { cpuPercent: false } }),
    },
  ),
  ...casesOf<ExpressRouteGatewayThresholds>(
    "ExpressRouteGatewayThresholds",
    (around, thresholds) => watchExpressRoute(around, { thresholds }),
    () => ({}),
    {
      cpuPercent: () => ({ cpuPercent: 60 }),
      bandwidthPercent: () => ({ bandwidthPercent: 60 }),
      bitsPerSecond: () => ({ bitsPerSecond: 1000 }),
      routes: () => ({ routes: 3 }),
    },
  ),
  ...casesOf<Omit<CircuitAlertsProps, keyof AlertSetOptions>>(
    "CircuitAlertsProps",
    watchCircuit,
    ({ circuit }) => ({ circuit: circuit.one }),
    {
      circuit: ({ knownCircuit }) => ({ circuit: knownCircuit.other }),
      thresholds: () => ({ thresholds: { arpAvailabilityPercent: false } }),
    },
  ),
  ...casesOf<CircuitThresholds>(
    "CircuitThresholds",
    (around, thresholds) => watchCircuit(around, { thresholds }),
    () => ({}),
    {
      arpAvailabilityPercent: () => ({ arpAvailabilityPercent: 99 }),
      bgpAvailabilityPercent: () => ({ bgpAvailabilityPercent: 99 }),
    },
  ),
  ...casesOf<Omit<VpnGatewayLogAlertsProps, keyof AlertSetOptions>>(
    "VpnGatewayLogAlertsProps",
    (around, props) => new VpnGatewayLogAlerts(around.subject, "alerts", { ...set(around), ...props }),
    ({ vpnGateway, workspace }) => ({ gateway: vpnGateway.one, workspace: workspace.one }),
    {
      gateway: ({ vpnGateway }) => ({ gateway: vpnGateway.other }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
    },
  ),
  ...casesOf<EncryptionBypassAlertProps>(
    "EncryptionBypassAlertProps",
    watchBypass,
    ({ vpnGateway, circuit, workspace, actionGroup }) => ({
      name: "alr",
      resourceGroupName: "rg",
      gateway: vpnGateway.one,
      circuits: [circuit.one],
      workspace: workspace.one,
      actionGroups: [actionGroup.one],
    }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      gateway: ({ vpnGateway }) => ({ gateway: vpnGateway.other }),
      circuits: ({ circuit }) => ({ circuits: [circuit.other] }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
      sharedWith: () => ({ sharedWith: [{ name: "vpng-neu", resourceGroupName: "rg" }] }),
      thresholds: () => ({ thresholds: { circuitKbps: 5000 } }),
      actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<EncryptionBypassThresholds>(
    "EncryptionBypassThresholds",
    (around, thresholds) => watchBypass(around, { thresholds }),
    () => ({}),
    {
      circuitKbps: () => ({ circuitKbps: 5000 }),
      tunnelKbps: () => ({ tunnelKbps: 50 }),
    },
  ),
  ...casesOf<GatewayName>(
    "GatewayName",
    (around, name) => watchBypass(around, { sharedWith: [name] }),
    () => ({ name: "vpng-neu", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
    },
  ),
];
