import { MonitorMetricAlert } from "@cdktf/provider-azurerm/lib/monitor-metric-alert";
import { Token } from "cdktf";
import { Construct } from "constructs";
import type { Monitored } from "../../network/facts/monitored";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import { checkHeard, type IActionGroup } from "./action-group";
import { idOf, offeredOf, type Watched } from "./watched";

/** How the values of a metric become one. */
export const METRIC_AGGREGATIONS = ["Average", "Count", "Maximum", "Minimum", "Total"] as const;
export type MetricAggregation = (typeof METRIC_AGGREGATIONS)[number];

/** How that one is compared with the threshold. */
export const METRIC_OPERATORS = ["Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"] as const;
export type MetricOperator = (typeof METRIC_OPERATORS)[number];

/** What a dimension is compared with. */
export const DIMENSION_OPERATORS = ["Include", "Exclude", "StartsWith"] as const;
export type DimensionOperator = (typeof DIMENSION_OPERATORS)[number];

/** How long a metric is looked at, and how often. */
export const METRIC_DURATIONS = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"] as const;
export type MetricDuration = (typeof METRIC_DURATIONS)[number];

/** What a metric is split by: each value that it then has is watched, and paid for, as one. */
export interface MetricDimension {
  /** Name of the dimension, such as `ConnectionName`. */
  readonly name: string;
  /** @default "Include" */
  readonly operator?: DimensionOperator;
  /** @default all, which Azure writes as `*` */
  readonly values?: readonly string[];
}

export interface MetricAlertProps {
  /** Name of the alert, unique in its resource group. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** The gateway or circuit that is watched. */
  readonly target: Watched;
  /** Name of the metric in the REST API, such as `TunnelEgressBytes`. */
  readonly metric: string;
  readonly aggregation: MetricAggregation;
  readonly operator: MetricOperator;
  readonly threshold: number;
  /** @default none: one value for the whole resource */
  readonly dimensions?: readonly MetricDimension[];
  /**
   * The time that is looked at, not shorter than the frequency.
   * @default "PT15M"
   */
  readonly window?: MetricDuration;
  /**
   * How often. VPN gateways tell new values every five minutes.
   * @default "PT5M"
   */
  readonly frequency?: MetricDuration;
  /**
   * From 0, critical, to 4, verbose.
   * @default 2
   */
  readonly severity?: number;
  /** @default none */
  readonly description?: string;
  /** Who hears of it. */
  readonly actionGroups: readonly IActionGroup[];
  /** @default none */
  readonly tags?: Tags;
}

/** An alert on a metric of a gateway or of a circuit. */
export class MetricAlert extends Construct {
  /** The Terraform resource. */
  readonly resource: MonitorMetricAlert;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: MetricAlertProps) {
    super(scope, id);
    const offered = offeredOf(props.target);
    checkAlert(props, offered).throwFor(this.node.path);
    const { metric, aggregation, operator, threshold, dimensions = [] } = props;
    this.resource = new MonitorMetricAlert(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      scopes: [idOf(props.target)],
      severity: props.severity ?? 2,
      windowSize: props.window ?? "PT15M",
      frequency: props.frequency ?? "PT5M",
      criteria: [
        {
          metricNamespace: offered.namespace,
          metricName: metric,
          aggregation,
          operator,
          threshold,
          dimension: dimensions.map((dimension) => ({
            name: dimension.name,
            operator: dimension.operator ?? "Include",
            values: Token.asList(dimension.values ?? ["*"]),
          })),
        },
      ],
      action: props.actionGroups.map(({ actionGroupId }) => ({ actionGroupId })),
      ...given({ description: props.description, tags: props.tags }),
    });
    named(this.resource);
  }
}

function checkAlert(props: MetricAlertProps, offered: Monitored): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.oneOf("aggregation", props.aggregation, METRIC_AGGREGATIONS);
  complaints.oneOf("operator", props.operator, METRIC_OPERATORS);
  complaints.oneOf("window", props.window, METRIC_DURATIONS);
  complaints.oneOf("frequency", props.frequency, METRIC_DURATIONS);
  complaints.integer("severity", props.severity, 0, 4);
  checkHeard(complaints, props.actionGroups);
  const metric = offered.metrics[props.metric];
  if (metric === undefined) {
    const names = Object.keys(offered.metrics).join(", ");
    complaints.add(`metric: ${JSON.stringify(props.metric)} is no metric of ${offered.namespace}, which has ${names}`);
  }
  for (const [index, { name, operator, values }] of (props.dimensions ?? []).entries()) {
    const at = `dimensions[${index}]`;
    if (metric !== undefined && !metric.dimensions.includes(name)) {
      const right = metric.dimensions.length === 0 ? "none" : metric.dimensions.join(", ");
      complaints.add(`${at}.name: ${JSON.stringify(name)} is no dimension of ${props.metric}, which has ${right}`);
    }
    complaints.oneOf(`${at}.operator`, operator, DIMENSION_OPERATORS);
    if (values?.length === 0) {
      complaints.add(`${at}.values: it is empty; leave it out for all`);
    }
  }
  return complaints;
}
