import { Construct } from "constructs";
import type { MONITORED } from "../../network/facts/monitored";
import type { IVpnGatewayReference } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { ownId, withoutKind } from "../terraform/names";
import { type AlertSetOptions, checkSet } from "./alert-set";
import { LogAlert } from "./log-alert";
import type { ILogAnalyticsWorkspace } from "./workspace";

export interface VpnGatewayLogAlertsProps extends AlertSetOptions {
  readonly gateway: IVpnGatewayReference;
  /** The workspace that gets the gateway's logs. */
  readonly workspace: ILogAnalyticsWorkspace;
}

type Category = (typeof MONITORED)["azurerm_vpn_gateway"]["logs"][number];

/**
 * Alerts on the logs of a VPN gateway: a tunnel was lost, a BGP session was lost. They say which, and why as far as
 * Azure knows.
 * https://learn.microsoft.com/azure/virtual-wan/monitoring-best-practices
 */
export class VpnGatewayLogAlerts extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: VpnGatewayLogAlertsProps,
  ) {
    super(scope, id);
    withoutKind(this, "vpn-gateway-log-alerts", "log-alerts");
    const complaints = new Complaints();
    checkSet(complaints, props);
    complaints.throwFor(this.node.path);
    this.add("tunnel-disconnected", "TunnelDiagnosticLog", "TunnelDisconnected", "A tunnel was lost.");
    this.add("bgp-disconnected", "RouteDiagnosticLog", "BgpDisconnectedEvent", "A BGP session was lost.");
  }

  private add(key: string, category: Category, operation: string, description: string): void {
    const { namePrefix, resourceGroupName, gateway, workspace, actionGroups, tags } = this.props;
    new LogAlert(this, ownId(this, key, key), {
      name: `${namePrefix}-${key}`,
      resourceGroupName,
      workspace,
      description,
      // Azure makes a column once something has been written to it.
      query: [
        "AzureDiagnostics",
        `| where ResourceId =~ "${gateway.vpnGatewayId}"`,
        `| where Category == "${category}" and OperationName == "${operation}"`,
        '| extend Peer = column_ifexists("remoteIP_s", ""), Instance = column_ifexists("instance_s", "")',
        '| extend Why = strcat(column_ifexists("stateChangeReason_s", ""), column_ifexists("Message", ""))',
        "| project TimeGenerated, Resource, Peer, Instance, Why",
      ].join("\n"),
      splitBy: ["Peer", "Instance"],
      window: "PT5M",
      frequency: "PT5M",
      severity: 1,
      endsByItself: false,
      actionGroups,
      ...given({ tags }),
    });
  }
}
