import { Construct } from "constructs";
import type { MetricOf } from "../../network/facts/monitored";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import { Complaints } from "../terraform/complaints";
import { withoutKind } from "../terraform/names";
import { type AlertSetOptions, addAlert, checkPercent, checkSet, type Threshold } from "./alert-set";

/**
 * Where alerts on an ExpressRoute circuit begin. Each looks at 5 minutes, every minute; `false` leaves an alert out.
 * AMBA below is https://azure.github.io/azure-monitor-baseline-alerts
 */
export interface CircuitThresholds {
  /**
   * Percent of the time that ARP is there on a path to a peer, below which layer 2 counts as lost.
   * @default 90, of AMBA
   */
  readonly arpAvailabilityPercent?: Threshold;
  /**
   * Percent of the time that BGP is up on a path to a peer, below which layer 3 counts as lost.
   * @default 90, of AMBA
   */
  readonly bgpAvailabilityPercent?: Threshold;
}

export interface CircuitAlertsProps extends AlertSetOptions {
  readonly circuit: IExpressRouteCircuit;
  /** @default the default of each */
  readonly thresholds?: CircuitThresholds;
}

/** Alerts on the metrics of an ExpressRoute circuit: whether its two paths are up. */
export class CircuitAlerts extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: CircuitAlertsProps) {
    super(scope, id);
    withoutKind(this, "circuit-alerts", "alerts");
    const { arpAvailabilityPercent = 90, bgpAvailabilityPercent = 90 } = props.thresholds ?? {};
    const complaints = new Complaints();
    checkSet(complaints, props);
    checkPercent(complaints, "thresholds.arpAvailabilityPercent", arpAvailabilityPercent);
    checkPercent(complaints, "thresholds.bgpAvailabilityPercent", bgpAvailabilityPercent);
    complaints.throwFor(this.node.path);
    const add = (key: string, metric: MetricOf<"azurerm_express_route_circuit">, threshold: Threshold) =>
      addAlert(this, props, key, {
        target: props.circuit,
        metric,
        threshold,
        description: `A path of the circuit is down: ${metric}.`,
        aggregation: "Average",
        operator: "LessThan",
        severity: 1,
        window: "PT5M",
        frequency: "PT1M",
        dimensions: [{ name: "PeeringType" }, { name: "Peer" }],
      });
    add("arp-down", "ArpAvailability", arpAvailabilityPercent);
    add("bgp-down", "BgpAvailability", bgpAvailabilityPercent);
  }
}
