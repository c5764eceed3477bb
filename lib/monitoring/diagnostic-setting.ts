import { MonitorDiagnosticSetting } from "@cdktf/provider-azurerm/lib/monitor-diagnostic-setting";
import { Construct } from "constructs";
import { Complaints } from "../terraform/complaints";
import { named, withoutKind } from "../terraform/names";
import { idOf, offeredOf, type Watched } from "./watched";
import type { ILogAnalyticsWorkspace } from "./workspace";

export interface DiagnosticSettingProps {
  /** Name of the setting, unique for what it is about. */
  readonly name: string;
  /** The gateway or circuit whose logs and metrics are sent. */
  readonly target: Watched;
  readonly workspace: ILogAnalyticsWorkspace;
  /**
   * Categories of logs, such as `TunnelDiagnosticLog`. ExpressRoute gateways have none.
   * @default all that Azure has of it
   */
  readonly logs?: readonly string[];
  /**
   * Whether metrics are sent too. The encryption-bypass alert needs those of VPN gateways and circuits.
   * @default true
   */
  readonly metrics?: boolean;
}

/**
 * Sends logs and metrics of a gateway or a circuit to a workspace.
 * https://learn.microsoft.com/azure/virtual-wan/monitor-virtual-wan
 */
export class DiagnosticSetting extends Construct {
  /** The Terraform resource. */
  readonly resource: MonitorDiagnosticSetting;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, { name, target, workspace, logs, metrics = true }: DiagnosticSettingProps) {
    super(scope, id);
    withoutKind(this, "diagnostic-setting", "diagnostics");
    const offered = offeredOf(target);
    const categories = logs ?? offered.logs;
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    for (const [index, category] of categories.entries()) {
      if (!offered.logs.includes(category)) {
        const right = offered.logs.length === 0 ? "has no logs" : `has ${offered.logs.join(", ")}`;
        complaints.add(`logs[${index}]: ${JSON.stringify(category)} is no category: ${offered.namespace} ${right}`);
      }
    }
    if (categories.length === 0 && !metrics) {
      complaints.add("metrics: with neither logs nor metrics, nothing is sent");
    }
    complaints.throwFor(this.node.path);
    this.resource = new MonitorDiagnosticSetting(this, "Default", {
      name,
      targetResourceId: idOf(target),
      logAnalyticsWorkspaceId: workspace.logAnalyticsWorkspaceId,
      ...(categories.length === 0 ? {} : { enabledLog: categories.map((category) => ({ category })) }),
      ...(metrics ? { enabledMetric: [{ category: "AllMetrics" }] } : {}),
    });
    named(this.resource);
  }
}
