import type { TerraformStack } from "cdktf";
import { ActionGroup } from "../../../lib/monitoring/action-group";
import type { AlertSetOptions } from "../../../lib/monitoring/alert-set";
import { type ILogAnalyticsWorkspace, LogAnalyticsWorkspace } from "../../../lib/monitoring/workspace";
import { objectOf } from "../../../scripts/azurerm-schema";
import { resourcesOf } from "../terraform";

export const ACTION_GROUP = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag";
export const WORKSPACE = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log";

/** What every set of alerts here is told. */
export function setIn(stack: TerraformStack): AlertSetOptions {
  const group = ActionGroup.fromAttributes(stack, "ag", { actionGroupId: ACTION_GROUP });
  return { namePrefix: "alr-weu", resourceGroupName: "rg", actionGroups: [group] };
}

export function workspaceIn(stack: TerraformStack): ILogAnalyticsWorkspace {
  return LogAnalyticsWorkspace.fromAttributes(stack, "log", {
    logAnalyticsWorkspaceId: WORKSPACE,
    location: "westeurope",
  });
}

/** All metric alerts of a stack, one line each: `tunnel-silent-in: Total TunnelIngressBytes LessThan 1, PT15M every PT5M`. */
export function alertsOf(stack: TerraformStack): string[] {
  return Object.values(resourcesOf(stack, "azurerm_monitor_metric_alert")).map((alert) => {
    const { name, window_size, frequency, severity, criteria } = objectOf(alert);
    const [criterion] = Array.isArray(criteria) ? criteria : [];
    const { metric_name, aggregation, operator, threshold, dimension } = objectOf(criterion);
    const split = (Array.isArray(dimension) ? dimension : []).map((one) => objectOf(one).name).join("+");
    return `${name}: ${aggregation} ${metric_name} ${operator} ${threshold} by ${split}, ${window_size} every ${frequency}, severity ${severity}`;
  });
}
