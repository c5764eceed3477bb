import { Construct } from "constructs";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { ownId, withoutKind } from "../terraform/names";
import { CircuitAlerts, type CircuitThresholds } from "./circuit-alerts";
import { DiagnosticSetting } from "./diagnostic-setting";
import type { MonitoringOptions } from "./monitoring-options";

export interface CircuitMonitoringProps extends MonitoringOptions {
  readonly circuit: IExpressRouteCircuit;
  /** @default the default of each */
  readonly thresholds?: CircuitThresholds;
}

/** Watches a circuit: what it tells goes to a workspace, and what should worry people to an action group. */
export class CircuitMonitoring extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: CircuitMonitoringProps) {
    super(scope, id);
    withoutKind(this, "monitoring");
    const { name, circuit, workspace, resourceGroupName, actionGroups, thresholds, tags } = props;
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.throwFor(this.node.path);
    new DiagnosticSetting(this, "diagnostic-setting", { name: `diag-${name}`, target: circuit, workspace });
    new CircuitAlerts(this, ownId(this, "metrics"), {
      namePrefix: `alr-${name}`,
      resourceGroupName,
      circuit,
      actionGroups,
      ...given({ thresholds, tags }),
    });
  }
}
