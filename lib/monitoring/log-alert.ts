import { MonitorScheduledQueryRulesAlertV2 } from "@cdktf/provider-azurerm/lib/monitor-scheduled-query-rules-alert-v2";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import { checkHeard, type IActionGroup } from "./action-group";
import type { ILogAnalyticsWorkspace } from "./workspace";

/** How often a query runs, and how far it looks back. One that runs more often costs more. */
export const QUERY_DURATIONS = ["PT5M", "PT10M", "PT15M", "PT30M", "PT1H"] as const;
export type QueryDuration = (typeof QUERY_DURATIONS)[number];

export interface LogAlertProps {
  /** Name of the alert, unique in its resource group. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** The workspace whose logs are asked. The alert is made in its region. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** The query, in the Kusto language. The alert fires where it has a row. */
  readonly query: string;
  /**
   * Columns by whose values rows are alerts of their own.
   * @default none
   */
  readonly splitBy?: readonly string[];
  /**
   * The time that is looked at, not shorter than the frequency.
   * @default "PT15M"
   */
  readonly window?: QueryDuration;
  /** @default "PT5M" */
  readonly frequency?: QueryDuration;
  /**
   * From 0, critical, to 4, verbose.
   * @default 2
   */
  readonly severity?: number;
  /**
   * Whether the alert ends by itself once the query has no more rows. Not for events: that a tunnel was lost is true
   * after the row is out of sight, too.
   * @default true
   */
  readonly endsByItself?: boolean | IResolvable;
  /** @default none */
  readonly description?: string;
  /** Who hears of it. */
  readonly actionGroups: readonly IActionGroup[];
  /** @default none */
  readonly tags?: Tags;
}

/** An alert on what a workspace got: it fires where a query has rows. */
export class LogAlert extends Construct {
  /** The Terraform resource. */
  readonly resource: MonitorScheduledQueryRulesAlertV2;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: LogAlertProps) {
    super(scope, id);
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    complaints.notEmpty("resourceGroupName", props.resourceGroupName);
    complaints.notEmpty("query", props.query);
    complaints.oneOf("window", props.window, QUERY_DURATIONS);
    complaints.oneOf("frequency", props.frequency, QUERY_DURATIONS);
    complaints.integer("severity", props.severity, 0, 4);
    checkHeard(complaints, props.actionGroups);
    complaints.throwFor(this.node.path);
    const { workspace, splitBy = [] } = props;
    this.resource = new MonitorScheduledQueryRulesAlertV2(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      location: workspace.location,
      scopes: [workspace.logAnalyticsWorkspaceId],
      severity: props.severity ?? 2,
      windowDuration: props.window ?? "PT15M",
      evaluationFrequency: props.frequency ?? "PT5M",
      autoMitigationEnabled: props.endsByItself ?? true,
      // Azure refuses a query for columns that nothing has been written to yet, as in a workspace that is new.
      skipQueryValidation: true,
      criteria: [
        {
          query: props.query,
          timeAggregationMethod: "Count",
          operator: "GreaterThan",
          threshold: 0,
          dimension: splitBy.map((name) => ({ name, operator: "Include", values: ["*"] })),
        },
      ],
      action: { actionGroups: props.actionGroups.map(({ actionGroupId }) => actionGroupId) },
      ...given({ description: props.description, tags: props.tags }),
    });
    named(this.resource);
  }
}
