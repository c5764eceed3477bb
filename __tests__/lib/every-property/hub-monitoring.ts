import { CircuitMonitoring, type CircuitMonitoringProps } from "../../../lib/monitoring/circuit-monitoring";
import {
  ConnectionMonitor,
  type ConnectionMonitorProps,
  type FailedTestAlert,
  type TestedAddress,
} from "../../../lib/monitoring/connection-monitor";
import { HubMonitoring, type HubMonitoringProps, type HubThresholds } from "../../../lib/monitoring/hub-monitoring";
import type { MonitoringOptions } from "../../../lib/monitoring/monitoring-options";
import { casesOf, type PropertyCase } from "./harness";
import { armId, type Surroundings } from "./surroundings";

function options({ workspace, actionGroup }: Surroundings): MonitoringOptions {
  return { name: "net-weu", resourceGroupName: "rg", workspace: workspace.one, actionGroups: [actionGroup.one] };
}

function watchHub(around: Surroundings, props: Partial<HubMonitoringProps>): void {
  new HubMonitoring(around.subject, "monitoring", { ...options(around), vpnGateway: around.vpnGateway.one, ...props });
}

function watchCircuit(around: Surroundings, props: Partial<CircuitMonitoringProps>): void {
  new CircuitMonitoring(around.subject, "monitoring", { ...options(around), circuit: around.circuit.one, ...props });
}

function virtualMachineId(name: string): string {
  return `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/${name}`;
}

const TESTED: TestedAddress = { name: "hq", address: "10.0.1.10" };

function test({ subject, workspace }: Surroundings, props: Partial<ConnectionMonitorProps>): void {
  new ConnectionMonitor(subject, "connection-monitor", {
    name: "cm",
    location: "westeurope",
    virtualMachineId: virtualMachineId("one"),
    destinations: [TESTED],
    workspace: workspace.one,
    ...props,
  });
}

function failed({ actionGroup }: Surroundings): FailedTestAlert {
  return { name: "alr", resourceGroupName: "rg", actionGroups: [actionGroup.one] };
}

export const hubMonitoringCases: readonly PropertyCase[] = [
  ...casesOf<MonitoringOptions>("MonitoringOptions", watchHub, options, {
    name: () => ({ name: "other" }),
    resourceGroupName: () => ({ resourceGroupName: "other" }),
    workspace: ({ workspace }) => ({ workspace: workspace.other }),
    actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
    tags: () => ({ tags: { owner: "net" } }),
  }),
  ...casesOf<Omit<HubMonitoringProps, keyof MonitoringOptions>>(
    "HubMonitoringProps",
    watchHub,
    ({ vpnGateway, circuit }) => ({ vpnGateway: vpnGateway.one, circuits: [circuit.one] }),
    {
      vpnGateway: ({ vpnGateway }) => ({ vpnGateway: vpnGateway.other }),
      expressRouteGateway: ({ expressRouteGateway }) => ({ expressRouteGateway: expressRouteGateway.one }),
      circuits: ({ circuit }) => ({ circuits: [circuit.other] }),
      sharedWith: () => ({ sharedWith: [{ name: "vpng-neu", resourceGroupName: "rg" }] }),
      bgpPeers: () => ({ bgpPeers: ["192.168.255.1"] }),
      thresholds: () => ({ thresholds: { encryptionBypass: { circuitKbps: 5000 } } }),
    },
  ),
  ...casesOf<HubThresholds>(
    "HubThresholds",
    (around, thresholds) => {
      const expressRouteGateway = around.expressRouteGateway.one;
      watchHub(around, { expressRouteGateway, circuits: [around.circuit.one], thresholds });
    },
    () => ({}),
    {
      vpnGateway: () => ({ vpnGateway: { routes: 3 } }),
      expressRouteGateway: () => ({ expressRouteGateway: { cpuPercent: 60 } }),
      encryptionBypass: () => ({ encryptionBypass: false }),
    },
  ),
  ...casesOf<ConnectionMonitorProps>(
    "ConnectionMonitorProps",
    test,
    ({ workspace }) => ({
      name: "cm",
      location: "westeurope",
      virtualMachineId: virtualMachineId("one"),
      destinations: [TESTED],
      workspace: workspace.one,
    }),
    {
      name: () => ({ name: "other" }),
      location: () => ({ location: "northeurope" }),
      networkWatcherId: () => ({ networkWatcherId: armId("networkWatchers/other") }),
      virtualMachineId: () => ({ virtualMachineId: virtualMachineId("other") }),
      destinations: () => ({ destinations: [TESTED, { name: "plant", address: "10.0.2.10" }] }),
      tcpPort: () => ({ tcpPort: 443 }),
      everySeconds: () => ({ everySeconds: 300 }),
      failedPercent: () => ({ failedPercent: 10 }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
      alert: (around) => ({ alert: failed(around) }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<FailedTestAlert>("FailedTestAlert", (around, alert) => test(around, { alert }), failed, {
    name: () => ({ name: "other" }),
    resourceGroupName: () => ({ resourceGroupName: "other" }),
    actionGroups: ({ actionGroup }) => ({ actionGroups: [actionGroup.other] }),
  }),
  ...casesOf<TestedAddress>(
    "TestedAddress",
    (around, tested) => test(around, { destinations: [tested] }),
    () => TESTED,
    {
      name: () => ({ name: "other" }),
      address: () => ({ address: "10.0.1.11" }),
    },
  ),
  ...casesOf<Omit<CircuitMonitoringProps, keyof MonitoringOptions>>(
    "CircuitMonitoringProps",
    watchCircuit,
    ({ circuit }) => ({ circuit: circuit.one }),
    {
      circuit: ({ circuit }) => ({ circuit: circuit.other }),
      thresholds: () => ({ thresholds: { bgpAvailabilityPercent: 99 } }),
    },
  ),
];
