import { DataAzurermNetworkWatcher } from "@cdktf/provider-azurerm/lib/data-azurerm-network-watcher";
import { NetworkConnectionMonitor } from "@cdktf/provider-azurerm/lib/network-connection-monitor";
import { Construct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, ownId, withoutKind } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import type { IActionGroup } from "./action-group";
import { LogAlert } from "./log-alert";
import type { ILogAnalyticsWorkspace } from "./workspace";

/** An address that is tested. */
export interface TestedAddress {
  /** Name of the destination, unique in the monitor: a site, say. */
  readonly name: string;
  readonly address: string;
}

/** Who hears of it when an address can't be reached. */
export interface FailedTestAlert {
  /** Name of the alert, unique in its resource group. */
  readonly name: string;
  readonly resourceGroupName: string;
  readonly actionGroups: readonly IActionGroup[];
}

export interface ConnectionMonitorProps {
  /** Name of the monitor. It can't be changed later without replacing it. */
  readonly name: string;
  /** Azure region of the virtual machine, without spaces, such as `westeurope`. */
  readonly location: string;
  /**
   * Resource id of the region's Network Watcher.
   * @default the one that Azure makes by itself: `NetworkWatcher_` and the region, in `NetworkWatcherRG`, read by Terraform
   */
  readonly networkWatcherId?: string;
  /**
   * Resource id of the virtual machine that tests. It exists, runs, and has the Network Watcher extension.
   * https://learn.microsoft.com/azure/network-watcher/connection-monitor-overview
   */
  readonly virtualMachineId: string;
  /** What is tested: 99 addresses at most. */
  readonly destinations: readonly TestedAddress[];
  /**
   * TCP port that is tried.
   * @default none: a ping
   */
  readonly tcpPort?: number;
  /**
   * Seconds between two tests, 30 to 1800.
   * @default 60
   */
  readonly everySeconds?: number;
  /**
   * Percent of tests that may fail before the connection counts as failed, 0 to 100.
   * @default Azure's own: all of them
   */
  readonly failedPercent?: number;
  /** The workspace that gets the results. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** @default none: nobody hears of it */
  readonly alert?: FailedTestAlert;
  /** @default none */
  readonly tags?: Tags;
}

/** A monitor has 100 endpoints at most, and the virtual machine is one of them. */
const MOST_DESTINATIONS = 99;
const PAGE = "https://learn.microsoft.com/azure/network-watcher/connection-monitor-overview";

/**
 * Tests from a virtual machine in Azure whether sites can be reached. It proves that packets arrive, and not that they
 * were encrypted on the way.
 * https://learn.microsoft.com/azure/network-watcher/connection-monitor-overview
 */
export class ConnectionMonitor extends Construct {
  /** The Terraform resource. */
  readonly resource: NetworkConnectionMonitor;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: ConnectionMonitorProps) {
    super(scope, id);
    withoutKind(this, "connection-monitor");
    checkMonitor(props).throwFor(this.node.path);
    const { destinations, tcpPort, failedPercent } = props;
    const test = tcpPort === undefined ? "ping" : `tcp-${tcpPort}`;
    const how =
      tcpPort === undefined
        ? { protocol: "Icmp", icmpConfiguration: { traceRouteEnabled: true } }
        : { protocol: "Tcp", tcpConfiguration: { port: tcpPort, traceRouteEnabled: true } };
    this.resource = new NetworkConnectionMonitor(this, "Default", {
      name: props.name,
      location: props.location,
      networkWatcherId: props.networkWatcherId ?? this.watcherOf(props.location),
      endpoint: [
        { name: SOURCE, targetResourceId: props.virtualMachineId, targetResourceType: "AzureVM" },
        ...destinations.map(({ name, address }) => ({ name, address, targetResourceType: "ExternalAddress" })),
      ],
      testConfiguration: [
        {
          name: test,
          ...how,
          testFrequencyInSeconds: props.everySeconds ?? 60,
          ...given({
            successThreshold: failedPercent === undefined ? undefined : { checksFailedPercent: failedPercent },
          }),
        },
      ],
      testGroup: [
        {
          name: "sites",
          sourceEndpoints: [SOURCE],
          destinationEndpoints: destinations.map(({ name }) => name),
          testConfigurationNames: [test],
        },
      ],
      outputWorkspaceResourceIds: [props.workspace.logAnalyticsWorkspaceId],
      ...given({ tags: props.tags }),
    });
    named(this.resource);
    if (props.alert !== undefined) {
      this.addAlert(props.alert, props);
    }
  }

  /** https://learn.microsoft.com/azure/network-watcher/connection-monitor-schema */
  private addAlert(alert: FailedTestAlert, { workspace, tags }: ConnectionMonitorProps): void {
    new LogAlert(this, "unreachable", {
      ...alert,
      workspace,
      description: "A test from Azure doesn't reach a site.",
      query: [
        "NWConnectionMonitorTestResult",
        `| where ConnectionMonitorResourceId =~ "${this.resource.id}" and TestResult == "Fail"`,
        "| project TimeGenerated, DestinationName, DestinationAddress, ChecksFailed, ChecksTotal",
      ].join("\n"),
      splitBy: ["DestinationName"],
      severity: 1,
      ...given({ tags }),
    });
  }

  private watcherOf(location: string): string {
    const watcher = new DataAzurermNetworkWatcher(this, ownId(this, "network-watcher"), {
      name: `NetworkWatcher_${location}`,
      resourceGroupName: "NetworkWatcherRG",
    });
    named(watcher);
    return watcher.id;
  }
}

const SOURCE = "virtual-machine";

function checkMonitor(props: ConnectionMonitorProps): Complaints {
  const { destinations, virtualMachineId, networkWatcherId } = props;
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  if (isLiteral(props.location) && !/^[a-z0-9]+$/.test(props.location)) {
    complaints.add(`location: ${JSON.stringify(props.location)} is no region as in westeurope`);
  }
  checkResourceId(complaints, "networkWatcherId", networkWatcherId, "networkWatchers");
  checkResourceId(complaints, "virtualMachineId", virtualMachineId, "virtualMachines", "Microsoft.Compute");
  if (destinations.length === 0 || destinations.length > MOST_DESTINATIONS) {
    complaints.add(
      `destinations: it has ${destinations.length} addresses; right is 1 to ${MOST_DESTINATIONS} (${PAGE})`,
    );
  }
  for (const [index, { name, address }] of destinations.entries()) {
    complaints.notEmpty(`destinations[${index}].name`, name);
    complaints.address(`destinations[${index}].address`, address);
    if (name === SOURCE || destinations.findIndex((other) => other.name === name) < index) {
      complaints.add(`destinations[${index}].name: ${name} is taken; names must be unique`);
    }
  }
  complaints.integer("tcpPort", props.tcpPort, 1, 65_535);
  complaints.integer("everySeconds", props.everySeconds, 30, 1800, PAGE);
  complaints.integer("failedPercent", props.failedPercent, 0, 100);
  return complaints;
}
