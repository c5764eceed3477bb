import { Construct } from "constructs";
import type { MetricOf } from "../../network/facts/monitored";
import { BITS_OF_EXPRESSROUTE_SCALE_UNIT, checkExpressRouteScaleUnits } from "../express-route/scale-units";
import type { IExpressRouteGateway } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { withoutKind } from "../terraform/names";
import {
  type AlertOfSet,
  type AlertSetOptions,
  addAlert,
  checkCount,
  checkPercent,
  checkSet,
  type Threshold,
} from "./alert-set";
import { shareOf } from "./share";

/**
 * Where alerts on an ExpressRoute gateway begin. Each looks at 15 minutes, every 5; `false` leaves an alert out.
 * MBP below is https://learn.microsoft.com/azure/virtual-wan/monitoring-best-practices
 * AMBA below is https://azure.github.io/azure-monitor-baseline-alerts
 */
export interface ExpressRouteGatewayThresholds {
  /**
   * Percent of an instance's processor, above which the gateway counts as too small.
   * @default 80, of MBP
   */
  readonly cpuPercent?: Threshold;
  /**
   * Percent of what its scale units let the gateway carry in one direction, above which it counts as too small, be it
   * for one circuit alone: Azure gives the bits of each connection, and no sum of them.
   * @default 80; MBP says near the limit, and gives no number
   */
  readonly bandwidthPercent?: Threshold;
  /**
   * Bits a second in one direction of a circuit's connection, below which it counts as silent.
   * @default 1, of AMBA
   */
  readonly bitsPerSecond?: Threshold;
  /**
   * Routes that an instance learns, and that it advertises, below which it counts as useless.
   * @default 1, of MBP
   */
  readonly routes?: Threshold;
}

export interface ExpressRouteGatewayAlertsProps extends AlertSetOptions {
  readonly gateway: IExpressRouteGateway;
  /**
   * Scale units of the gateway. Needed for alerts on its bandwidth where it is known by id only.
   * @default the gateway's
   */
  readonly scaleUnits?: number;
  /** @default the default of each */
  readonly thresholds?: ExpressRouteGatewayThresholds;
}

/** Alerts on the metrics of an ExpressRoute gateway: processor, bandwidth, connections that are silent, and routes. */
export class ExpressRouteGatewayAlerts extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ExpressRouteGatewayAlertsProps,
  ) {
    super(scope, id);
    withoutKind(this, "express-route-gateway-alerts", "alerts");
    checkAlerts(props).throwFor(this.node.path);
    const { cpuPercent = 80, bandwidthPercent = 80, bitsPerSecond = 1, routes = 1 } = props.thresholds ?? {};
    const scaleUnits = props.scaleUnits ?? props.gateway.scaleUnits;
    this.add("cpu", "ExpressRouteGatewayCpuUtilization", {
      description: "The processor of an instance is nearly at its limit.",
      aggregation: "Average",
      operator: "GreaterThan",
      threshold: cpuPercent,
      dimensions: [{ name: "roleInstance" }],
    });
    for (const [way, metric] of Object.entries(BITS)) {
      this.add(`silent-${way}`, metric, {
        description: `A circuit's connection carries nothing ${way}.`,
        aggregation: "Average",
        operator: "LessThan",
        threshold: bitsPerSecond,
        severity: 1,
        dimensions: [{ name: "ConnectionName" }],
      });
      if (scaleUnits !== undefined) {
        this.add(`bandwidth-${way}`, metric, {
          description: "A circuit's connection carries nearly what the gateway's scale units allow.",
          aggregation: "Average",
          operator: "GreaterThan",
          threshold: shareOf(bandwidthPercent, scaleUnits, BITS_OF_EXPRESSROUTE_SCALE_UNIT),
          dimensions: [{ name: "ConnectionName" }],
        });
      }
    }
    for (const [what, metric] of Object.entries(ROUTES)) {
      this.add(what, metric, {
        description: `An instance has ${what.replaceAll("-", " ")}.`,
        aggregation: "Maximum",
        operator: "LessThan",
        threshold: routes,
        severity: 1,
        dimensions: [{ name: "roleInstance" }],
      });
    }
  }

  private add(
    key: string,
    metric: MetricOf<"azurerm_express_route_gateway">,
    alert: Omit<AlertOfSet, "target" | "metric">,
  ): void {
    addAlert(this, this.props, key, { ...alert, target: this.props.gateway, metric });
  }
}

type ExpressRouteGatewayMetrics = Readonly<Record<string, MetricOf<"azurerm_express_route_gateway">>>;

const BITS: ExpressRouteGatewayMetrics = {
  in: "ErGatewayConnectionBitsInPerSecond",
  out: "ErGatewayConnectionBitsOutPerSecond",
};
const ROUTES: ExpressRouteGatewayMetrics = {
  "no-routes-learned": "ExpressRouteGatewayCountOfRoutesLearnedFromPeer",
  "no-routes-advertised": "ExpressRouteGatewayCountOfRoutesAdvertisedToPeer",
};

function checkAlerts(props: ExpressRouteGatewayAlertsProps): Complaints {
  const { gateway, scaleUnits, thresholds = {} } = props;
  const complaints = new Complaints();
  checkSet(complaints, props);
  checkExpressRouteScaleUnits(complaints, scaleUnits);
  checkPercent(complaints, "thresholds.cpuPercent", thresholds.cpuPercent);
  checkPercent(complaints, "thresholds.bandwidthPercent", thresholds.bandwidthPercent);
  checkCount(complaints, "thresholds.bitsPerSecond", thresholds.bitsPerSecond);
  checkCount(complaints, "thresholds.routes", thresholds.routes);
  const unknown = gateway.scaleUnits === undefined && scaleUnits === undefined;
  if (unknown && typeof thresholds.bandwidthPercent === "number") {
    complaints.add("scaleUnits: give it for alerts on bandwidth, since the gateway is known by id only");
  }
  return complaints;
}
