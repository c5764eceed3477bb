import type { IExpressRouteCircuit } from "../lib/express-route/circuit-base";
import { ActionGroup, type IActionGroup } from "../lib/monitoring/action-group";
import { CircuitMonitoring } from "../lib/monitoring/circuit-monitoring";
import { ConnectionMonitor } from "../lib/monitoring/connection-monitor";
import { HubMonitoring, type HubThresholds } from "../lib/monitoring/hub-monitoring";
import type { MonitoringOptions } from "../lib/monitoring/monitoring-options";
import { Workbook } from "../lib/monitoring/workbook";
import { type ILogAnalyticsWorkspace, LogAnalyticsWorkspace } from "../lib/monitoring/workspace";
import { given } from "../lib/terraform/given";
import type { CircuitInStack } from "./circuit-parts";
import type { HubParts } from "./hub-parts";
import { bgpPeersAt, gatewaysSharingWith, hasTunnelOverExpressRoute, testedAt } from "./monitored-tunnels";
import type { NetworkStack } from "./network-stack";
import type { MonitoringDescription } from "./schema/monitoring";

/** Who watches the network: a workspace and an action group in the global stack, and what each hub and circuit has of its own. */
export class MonitoringParts {
  private readonly workspace: ILogAnalyticsWorkspace;
  private readonly actionGroup: IActionGroup;

  /** @param stack the global one */
  constructor(
    stack: NetworkStack,
    private readonly entry: MonitoringDescription,
  ) {
    this.workspace = stack.make(["monitoring", "workspace"], () => workspaceIn(stack, entry.workspace ?? {}));
    this.actionGroup = stack.make(["monitoring", "actionGroup"], () => actionGroupIn(stack, entry.actionGroup));
    const { workbook = {} } = entry;
    if (workbook !== false) {
      stack.make(["monitoring", "workbook"], () => this.workbookIn(stack, workbook.displayName));
    }
  }

  /** Watches the gateways of a hub, once its circuits and sites are connected. */
  watchHub(stack: NetworkStack, parts: HubParts, circuits: readonly IExpressRouteCircuit[]): void {
    const { network } = stack;
    const { key, hub } = parts;
    this.testSites(stack, parts);
    const entry = network.hubs[key];
    const vpnGateway = this.isWatched(entry?.vpnGateway) ? hub.vpnGateway : undefined;
    const expressRouteGateway = this.isWatched(entry?.expressRouteGateway) ? hub.expressRouteGateway : undefined;
    if (vpnGateway === undefined && expressRouteGateway === undefined) {
      return;
    }
    const bgpPeers = vpnGateway?.instance0 === undefined ? bgpPeersAt(network, key) : undefined;
    const encrypted = hasTunnelOverExpressRoute(network, key);
    stack.make(["monitoring"], () => {
      const thresholds = this.hubThresholds();
      const tunnels = encrypted ? { circuits, sharedWith: gatewaysSharingWith(network, key) } : {};
      const options = { ...this.options(stack, key), vpnGateway, expressRouteGateway, thresholds, ...tunnels };
      return new HubMonitoring(hub, "monitoring", { ...options, ...given({ bgpPeers }) });
    });
  }

  private testSites(stack: NetworkStack, { key, hub, location: region }: HubParts): void {
    const entry = this.entry.connectionMonitors?.[key];
    if (entry === undefined) {
      return;
    }
    const { virtualMachine, networkWatcher, location = region, addresses = {}, ...settings } = entry;
    const { name = `cm-${stack.network.name}-${key}`, ...tests } = settings;
    const { resourceGroupName, actionGroups } = this.options(stack, key);
    stack.make(
      ["monitoring", "connectionMonitors", key],
      () =>
        new ConnectionMonitor(hub, "connection-monitor", {
          name,
          location,
          virtualMachineId: virtualMachine,
          destinations: testedAt(stack.network, key, addresses),
          workspace: this.workspace,
          alert: { name: `alr-${stack.network.name}-${key}-unreachable`, resourceGroupName, actionGroups },
          ...given({ networkWatcherId: networkWatcher, ...tests }),
          ...stack.tags(undefined),
        }),
    );
  }

  private workbookIn(stack: NetworkStack, displayName = `Virtual WAN ${stack.network.name}`): Workbook {
    return new Workbook(stack, "workbook", {
      displayName,
      resourceGroupName: stack.resourceGroupName,
      location: stack.recordLocation,
      wan: stack.wan,
      workspace: this.workspace,
      ...stack.tags(undefined),
    });
  }

  private hubThresholds(): HubThresholds {
    const { vpnGateway, expressRouteGateway, encryptionBypass } = this.entry.thresholds ?? {};
    return given({
      vpnGateway: vpnGateway && given(vpnGateway),
      expressRouteGateway: expressRouteGateway && given(expressRouteGateway),
      encryptionBypass: encryptionBypass && given(encryptionBypass),
    });
  }

  /** Whether something that a file describes is made here, or is to be watched all the same. */
  private isWatched(entry: object | undefined): boolean {
    return entry !== undefined && (!("existing" in entry) || this.entry.watchExisting !== false);
  }

  /** Watches a circuit in the stack that knows it. */
  watchCircuit(key: string, { stack, circuit }: CircuitInStack): void {
    const { circuit: thresholds } = this.entry.thresholds ?? {};
    if (circuit !== undefined && this.isWatched(stack.network.circuits?.[key])) {
      stack.make(["monitoring"], () => {
        const told = given({ thresholds: thresholds && given(thresholds) });
        return new CircuitMonitoring(circuit, "monitoring", { ...this.options(stack, key), circuit, ...told });
      });
    }
  }

  private options(stack: NetworkStack, key: string): MonitoringOptions {
    return {
      name: `${stack.network.name}-${key}`,
      resourceGroupName: stack.resourceGroupName,
      workspace: this.workspace,
      actionGroups: [this.actionGroup],
      ...stack.tags(undefined),
    };
  }
}

type WorkspaceDescription = NonNullable<MonitoringDescription["workspace"]>;
type ActionGroupDescription = MonitoringDescription["actionGroup"];

function workspaceIn(stack: NetworkStack, entry: WorkspaceDescription): ILogAnalyticsWorkspace {
  if ("existing" in entry) {
    const { existing } = entry;
    const attributes =
      "id" in existing
        ? { logAnalyticsWorkspaceId: existing.id, location: existing.location }
        : { name: existing.name, resourceGroupName: existing.resourceGroup };
    return LogAnalyticsWorkspace.fromAttributes(stack, "workspace", attributes);
  }
  const { name, resourceGroup, location, retentionDays, dailyQuotaGb, tags } = entry;
  return new LogAnalyticsWorkspace(stack, "workspace", {
    name: name ?? `log-${stack.network.name}`,
    resourceGroupName: resourceGroup ?? stack.resourceGroupName,
    location: location ?? stack.recordLocation,
    ...given({ retentionDays, dailyQuotaGb }),
    ...stack.tags(tags),
  });
}

function actionGroupIn(stack: NetworkStack, entry: ActionGroupDescription): IActionGroup {
  if ("existing" in entry) {
    return ActionGroup.fromAttributes(stack, "action-group", { actionGroupId: entry.existing.id });
  }
  const { name, shortName, resourceGroup, emails = {}, sms = {}, webhooks = {}, tags } = entry;
  return new ActionGroup(stack, "action-group", {
    name: name ?? `ag-${stack.network.name}`,
    resourceGroupName: resourceGroup ?? stack.resourceGroupName,
    shortName: shortName ?? stack.network.name.slice(0, 12),
    emails: Object.entries(emails).map(([receiver, address]) => ({ name: receiver, address })),
    sms: Object.entries(sms).map(([receiver, telephone]) => ({ name: receiver, ...telephone })),
    webhooks: Object.entries(webhooks).map(([receiver, { variable }]) => ({
      name: receiver,
      uri: stack.secret(variable, "Address of a system that is told of alerts."),
    })),
    ...stack.tags(tags),
  });
}
