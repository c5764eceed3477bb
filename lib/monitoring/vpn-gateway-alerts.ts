import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { MetricOf } from "../../network/facts/monitored";
import { Complaints } from "../terraform/complaints";
import { withoutKind } from "../terraform/names";
import { BITS_OF_VPN_SCALE_UNIT, checkVpnScaleUnits } from "../vpn/scale-units";
import type { IVpnGateway } from "../vpn/vpn-gateway-base";
import {
  type AlertOfSet,
  type AlertSetOptions,
  addAlert,
  checkCount,
  checkPercent,
  checkSet,
  type Threshold,
} from "./alert-set";
import type { MetricDimension } from "./metric-alert";
import { shareOf } from "./share";

/** The metric is in bytes a second. */
const BYTES_OF_SCALE_UNIT = BITS_OF_VPN_SCALE_UNIT / 8;

/**
 * Where alerts on a VPN gateway begin. Each looks at 15 minutes, every 5; `false` leaves an alert out.
 * MBP below is https://learn.microsoft.com/azure/virtual-wan/monitoring-best-practices
 * AMBA below is https://azure.github.io/azure-monitor-baseline-alerts
 */
export interface VpnGatewayThresholds {
  /**
   * Share of the time that a BGP session is up, from 0 to 1, below which it counts as lost.
   * @default 1, of MBP
   */
  readonly bgpPeerStatus?: Threshold;
  /**
   * Bytes that a link's tunnels carry in one direction in 15 minutes, below which they count as silent.
   * @default 1, of AMBA
   */
  readonly tunnelBytes?: Threshold;
  /**
   * Packets that a tunnel drops in 15 minutes, above which it counts as faulty: for lack of a match with the traffic
   * selectors, or for any other reason.
   * @default 0, of MBP
   */
  readonly packetDrops?: Threshold;
  /**
   * Routes that a BGP session learns, and that it advertises, below which it counts as useless.
   * @default 1, of MBP
   */
  readonly routes?: Threshold;
  /**
   * Percent of what its scale units let an instance carry, above which the gateway counts as too small.
   * @default 80; MBP says near the limit, and gives no number
   */
  readonly bandwidthPercent?: Threshold;
}

export interface VpnGatewayAlertsProps extends AlertSetOptions {
  readonly gateway: IVpnGateway;
  /**
   * Scale units of the gateway. Needed for an alert on its bandwidth where it is known by id only.
   * @default the gateway's
   */
  readonly scaleUnits?: number;
  /**
   * BGP addresses of VPN devices, whose sessions are watched. Needed for alerts on BGP where the gateway is known by id
   * only: Azure counts the gateway's own addresses as sessions that are always down.
   * @default all but the gateway's own
   */
  readonly bgpPeers?: readonly string[];
  /** @default the default of each */
  readonly thresholds?: VpnGatewayThresholds;
}

/** Alerts on the metrics of a VPN gateway: tunnels, BGP sessions, and bandwidth. */
export class VpnGatewayAlerts extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: VpnGatewayAlertsProps,
  ) {
    super(scope, id);
    withoutKind(this, "vpn-gateway-alerts", "alerts");
    checkAlerts(props).throwFor(this.node.path);
    this.watchTunnels();
    this.watchSessions();
    const { bandwidthPercent = 80 } = props.thresholds ?? {};
    const scaleUnits = props.scaleUnits ?? props.gateway.scaleUnits;
    if (scaleUnits !== undefined) {
      this.add("bandwidth", "AverageBandwidth", {
        description: "An instance carries nearly what its scale units allow.",
        aggregation: "Average",
        operator: "GreaterThan",
        threshold: shareOf(bandwidthPercent, scaleUnits, BYTES_OF_SCALE_UNIT),
        dimensions: [{ name: "Instance" }],
      });
    }
  }

  private watchTunnels(): void {
    const { tunnelBytes = 1, packetDrops = 0 } = this.props.thresholds ?? {};
    // Of both instances together: a device may well use the tunnel to one of them only.
    const link = [{ name: "ConnectionName" }, { name: "RemoteIP" }];
    const tunnel = [{ name: "RemoteIP" }, { name: "Instance" }];
    for (const [way, metric] of Object.entries(SILENCE)) {
      this.add(`tunnel-silent-${way}`, metric, {
        description: `The tunnels of a link carry nothing ${way}.`,
        aggregation: "Total",
        operator: "LessThan",
        threshold: tunnelBytes,
        severity: 1,
        dimensions: link,
      });
    }
    for (const [what, metric] of Object.entries(DROPS)) {
      this.add(`tunnel-${what}`, metric, {
        description: "A tunnel drops packets.",
        aggregation: "Total",
        operator: "GreaterThan",
        threshold: packetDrops,
        dimensions: tunnel,
      });
    }
  }

  private watchSessions(): void {
    const sessions = this.sessions();
    if (sessions === undefined) {
      return;
    }
    const { bgpPeerStatus = 1, routes = 1 } = this.props.thresholds ?? {};
    const dimensions = [sessions, { name: "Instance" }];
    this.add("bgp-peer-down", "BgpPeerStatus", {
      description: "A BGP session with a VPN device is down.",
      aggregation: "Average",
      operator: "LessThan",
      threshold: bgpPeerStatus,
      severity: 1,
      dimensions,
    });
    for (const [what, metric] of Object.entries(ROUTES)) {
      this.add(what, metric, {
        description: `A BGP session has ${what.replaceAll("-", " ")}.`,
        aggregation: "Total",
        operator: "LessThan",
        threshold: routes,
        severity: 1,
        dimensions,
      });
    }
  }

  /** The sessions with VPN devices; undefined where they can't be told from the gateway's own addresses. */
  private sessions(): MetricDimension | undefined {
    const { gateway, bgpPeers } = this.props;
    if (bgpPeers !== undefined) {
      return { name: "BgpPeerAddress", values: bgpPeers };
    }
    const { instance0, instance1 } = gateway;
    return instance0 === undefined || instance1 === undefined
      ? undefined
      : {
          name: "BgpPeerAddress",
          operator: "Exclude",
          values: Token.asList(Fn.concat([instance0.bgpAddresses, instance1.bgpAddresses])),
        };
  }

  private add(
    key: string,
    metric: MetricOf<"azurerm_vpn_gateway">,
    alert: Omit<AlertOfSet, "target" | "metric">,
  ): void {
    addAlert(this, this.props, key, { ...alert, target: this.props.gateway, metric });
  }
}

type VpnGatewayMetrics = Readonly<Record<string, MetricOf<"azurerm_vpn_gateway">>>;

const SILENCE: VpnGatewayMetrics = { in: "TunnelIngressBytes", out: "TunnelEgressBytes" };
const DROPS: VpnGatewayMetrics = {
  "drops-in": "TunnelIngressPacketDropCount",
  "drops-out": "TunnelEgressPacketDropCount",
  "mismatch-in": "TunnelIngressPacketDropTSMismatch",
  "mismatch-out": "TunnelEgressPacketDropTSMismatch",
};
const ROUTES: VpnGatewayMetrics = {
  "no-routes-learned": "BgpRoutesLearned",
  "no-routes-advertised": "BgpRoutesAdvertised",
};

function checkAlerts({
  gateway,
  scaleUnits,
  bgpPeers,
  thresholds = {},
  ...options
}: VpnGatewayAlertsProps): Complaints {
  const complaints = new Complaints();
  checkSet(complaints, options);
  checkVpnScaleUnits(complaints, scaleUnits);
  complaints.addresses("bgpPeers", bgpPeers);
  const { bgpPeerStatus, bandwidthPercent } = thresholds;
  if (typeof bgpPeerStatus === "number" && !(bgpPeerStatus > 0 && bgpPeerStatus <= 1)) {
    complaints.add(`thresholds.bgpPeerStatus: ${bgpPeerStatus} is not more than 0, and 1 at most; false for no alert`);
  }
  checkCount(complaints, "thresholds.tunnelBytes", thresholds.tunnelBytes);
  checkCount(complaints, "thresholds.packetDrops", thresholds.packetDrops);
  checkCount(complaints, "thresholds.routes", thresholds.routes);
  checkPercent(complaints, "thresholds.bandwidthPercent", bandwidthPercent);
  if (gateway.scaleUnits === undefined && scaleUnits === undefined && typeof bandwidthPercent === "number") {
    complaints.add("scaleUnits: give it for an alert on bandwidth, since the gateway is known by id only");
  }
  const asksForSessions = typeof bgpPeerStatus === "number" || typeof thresholds.routes === "number";
  if (gateway.instance0 === undefined && bgpPeers === undefined && asksForSessions) {
    complaints.add("bgpPeers: give them for alerts on BGP, since the gateway is known by id only");
  }
  if (bgpPeers?.length === 0) {
    complaints.add("bgpPeers: it is empty; leave it out, and set thresholds.bgpPeerStatus and routes to false");
  }
  return complaints;
}
