import { Construct } from "constructs";
import type { MetricOf } from "../../network/facts/monitored";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import type { IVpnGatewayReference } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { withoutKind } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import { checkHeard, type IActionGroup } from "./action-group";
import { LogAlert } from "./log-alert";
import type { ILogAnalyticsWorkspace } from "./workspace";

/** A VPN gateway by its name, as metrics in a workspace have it, too. */
export interface GatewayName {
  readonly name: string;
  readonly resourceGroupName: string;
}

/** Where the alert begins. Both look at 15 minutes. No page of Azure gives numbers: these are wanproof's own. */
export interface EncryptionBypassThresholds {
  /**
   * Kilobits a second on the hub's circuits, both directions together, above which traffic flows.
   * @default 1000: BGP, ARP and IKE stay well below
   */
  readonly circuitKbps?: number;
  /**
   * Kilobits a second in the gateway's tunnels, both directions together, below which they carry nothing of use.
   * @default 10: a tunnel with BGP and dead-peer detection alone stays below 1
   */
  readonly tunnelKbps?: number;
}

export interface EncryptionBypassAlertProps {
  /** Name of the alert, unique in its resource group. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** The gateway whose tunnels should carry what is protected. */
  readonly gateway: IVpnGatewayReference;
  /** The circuits under them: those of the hub's ExpressRoute gateway. */
  readonly circuits: readonly IExpressRouteCircuit[];
  /** The workspace that gets the metrics of the gateway and of the circuits. */
  readonly workspace: ILogAnalyticsWorkspace;
  /**
   * Gateways of other hubs whose tunnels run over these circuits too: what they carry is encrypted, so traffic on the
   * circuits may be theirs.
   * @default none
   */
  readonly sharedWith?: readonly GatewayName[];
  /** @default the default of each */
  readonly thresholds?: EncryptionBypassThresholds;
  /** Who hears of it. */
  readonly actionGroups: readonly IActionGroup[];
  /** @default none */
  readonly tags?: Tags;
}

/** Minutes that the query looks back. Metrics of VPN gateways come every five minutes, and some minutes late. */
const MINUTES = 15;

/** Packets grow in a tunnel: by about half, where they are small. */
const GROWTH = 1.5;

const BITS: readonly MetricOf<"azurerm_express_route_circuit">[] = ["BitsInPerSecond", "BitsOutPerSecond"];
const BYTES: readonly MetricOf<"azurerm_vpn_gateway">[] = ["TunnelIngressBytes", "TunnelEgressBytes"];

/**
 * Traffic flows over ExpressRoute while the tunnels carry none: what should be encrypted may go in the clear.
 *
 * It compares what a workspace has, where metrics have no dimensions any more: all tunnels of the gateway together with
 * all that its circuits carry. So it is silent where one site goes in the clear while tunnels of another are in use; the
 * alerts on single tunnels tell that they are silent.
 */
export class EncryptionBypassAlert extends Construct {
  readonly alert: LogAlert;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: EncryptionBypassAlertProps) {
    super(scope, id);
    withoutKind(this, "encryption-bypass-alert");
    const complaints = new Complaints();
    if (props.circuits.length === 0) {
      complaints.add("circuits: name one at least; without any, nothing can go past the tunnels");
    }
    const { circuitKbps = 1000, tunnelKbps = 10 } = props.thresholds ?? {};
    complaints.integer("thresholds.circuitKbps", circuitKbps, 1, 100_000_000);
    complaints.integer("thresholds.tunnelKbps", tunnelKbps, 1, 100_000_000);
    complaints.notEmpty("name", props.name);
    complaints.notEmpty("resourceGroupName", props.resourceGroupName);
    checkHeard(complaints, props.actionGroups);
    complaints.throwFor(this.node.path);
    this.alert = new LogAlert(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName,
      workspace: props.workspace,
      description: "Traffic flows over ExpressRoute while the tunnels carry none: it may go in the clear.",
      query: queryFor(props, circuitKbps, tunnelKbps),
      window: "PT15M",
      frequency: "PT5M",
      severity: 0,
      actionGroups: props.actionGroups,
      ...given({ tags: props.tags }),
    });
  }
}

function queryFor(props: EncryptionBypassAlertProps, circuitKbps: number, tunnelKbps: number): string {
  const { gateway, circuits, sharedWith = [] } = props;
  const own = `ResourceId =~ "${gateway.vpnGatewayId}"`;
  const others = sharedWith.map(({ name, resourceGroupName }) => `${resourceGroupName}/${name}`);
  const gateways =
    others.length === 0 ? own : `(${own} or strcat(ResourceGroup, "/", Resource) in~ (${listed(others)}))`;
  return [
    "AzureMetrics",
    `| where MetricName in (${listed(BITS)}) and ResourceId in~ (${listed(circuits.map((one) => one.expressRouteCircuitId))})`,
    `    or MetricName in (${listed(BYTES)}) and ${gateways}`,
    "| summarize Mean = avg(Average), Sum = sum(Total), TimeGenerated = max(TimeGenerated) by ResourceId, MetricName",
    `| extend Kbps = iff(MetricName in (${listed(BITS)}), Mean, Sum * 8 / ${MINUTES * 60}) / 1000`,
    "| summarize",
    `    CircuitKbps = sumif(Kbps, MetricName in (${listed(BITS)})),`,
    `    TunnelKbps = sumif(Kbps, MetricName in (${listed(BYTES)}) and ${own}),`,
    `    OtherTunnelKbps = sumif(Kbps, MetricName in (${listed(BYTES)}) and not(${own})),`,
    "    TimeGenerated = max(TimeGenerated)",
    `| where TunnelKbps < ${tunnelKbps} and CircuitKbps > ${circuitKbps} + ${GROWTH} * OtherTunnelKbps`,
  ].join("\n");
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(", ");
}
