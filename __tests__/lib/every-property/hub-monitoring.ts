import { CircuitMonitoring, type CircuitMonitoringProps } from "../../../lib/monitoring/circuit-monitoring";
import { HubMonitoring, type HubMonitoringProps, type HubThresholds } from "../../../lib/monitoring/hub-monitoring";
import type { MonitoringOptions } from "../../../lib/monitoring/monitoring-options";
import { casesOf, type PropertyCase } from "./harness";
import type { Surroundings } from "./surroundings";

function options({ workspace, actionGroup }: Surroundings): MonitoringOptions {
  return { name: "net-weu", resourceGroupName: "rg", workspace: workspace.one, actionGroups: [actionGroup.one] };
}

function watchHub(around: Surroundings, props: Partial<HubMonitoringProps>): void {
  new HubMonitoring(around.subject, "monitoring", { ...options(around), vpnGateway: around.vpnGateway.one, ...props });
}

function watchCircuit(around: Surroundings, props: Partial<CircuitMonitoringProps>): void {
  new CircuitMonitoring(around.subject, "monitoring", { ...options(around), circuit: around.circuit.one, ...props });
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
