import { Construct } from "constructs";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import type { IExpressRouteGateway } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { ownId, withoutKind } from "../terraform/names";
import type { IVpnGateway } from "../vpn/vpn-gateway-base";
import { type AlertSetOptions, checkSet } from "./alert-set";
import { DiagnosticSetting } from "./diagnostic-setting";
import { EncryptionBypassAlert, type EncryptionBypassThresholds, type GatewayName } from "./encryption-bypass-alert";
import { ExpressRouteGatewayAlerts, type ExpressRouteGatewayThresholds } from "./express-route-gateway-alerts";
import type { MonitoringOptions } from "./monitoring-options";
import { VpnGatewayAlerts, type VpnGatewayThresholds } from "./vpn-gateway-alerts";
import { VpnGatewayLogAlerts } from "./vpn-gateway-log-alerts";

/** Where alerts on a hub begin. */
export interface HubThresholds {
  /** @default the default of each */
  readonly vpnGateway?: VpnGatewayThresholds;
  /** @default the default of each */
  readonly expressRouteGateway?: ExpressRouteGatewayThresholds;
  /**
   * `false`: no alert on traffic that goes past the tunnels.
   * @default the default of each
   */
  readonly encryptionBypass?: EncryptionBypassThresholds | false;
}

export interface HubMonitoringProps extends MonitoringOptions {
  /** @default none; one of the gateways at least is needed */
  readonly vpnGateway?: IVpnGateway | undefined;
  /** @default none */
  readonly expressRouteGateway?: IExpressRouteGateway | undefined;
  /**
   * The circuits under the tunnels of the hub's protected sites, for the encryption-bypass alert. Each is watched by a
   * `CircuitMonitoring` of its own, which sends its metrics to the same workspace.
   * @default none, and no such alert
   */
  readonly circuits?: readonly IExpressRouteCircuit[];
  /**
   * VPN gateways of other hubs whose tunnels run over these circuits too.
   * @default none
   */
  readonly sharedWith?: readonly GatewayName[];
  /**
   * BGP addresses of VPN devices, where the VPN gateway is known by id only.
   * @default all sessions but the gateway's own
   */
  readonly bgpPeers?: readonly string[];
  /** @default the default of each */
  readonly thresholds?: HubThresholds;
}

/** Watches the gateways of a hub: what they tell goes to a workspace, and what should worry people to an action group. */
export class HubMonitoring extends Construct {
  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: HubMonitoringProps,
  ) {
    super(scope, id);
    withoutKind(this, "monitoring");
    const complaints = new Complaints();
    complaints.notEmpty("name", props.name);
    checkSet(complaints, this.alerts("vpn"));
    const { vpnGateway, expressRouteGateway } = props;
    if (vpnGateway === undefined && expressRouteGateway === undefined) {
      complaints.add("vpnGateway, expressRouteGateway: give one of them at least, or there is nothing to watch");
    }
    complaints.throwFor(this.node.path);
    if (vpnGateway !== undefined) {
      this.watchVpn(vpnGateway);
    }
    if (expressRouteGateway !== undefined) {
      this.watchExpressRoute(expressRouteGateway);
    }
  }

  private watchVpn(gateway: IVpnGateway): void {
    const { name, resourceGroupName, workspace, actionGroups, tags, circuits = [] } = this.props;
    const { bgpPeers, sharedWith, thresholds = {} } = this.props;
    new DiagnosticSetting(this, ownId(this, "vpn-gateway-logs", "vpn"), {
      name: `diag-${name}`,
      target: gateway,
      workspace,
    });
    new VpnGatewayAlerts(this, ownId(this, "vpn-gateway-metrics", "vpn"), {
      ...this.alerts("vpn"),
      gateway,
      ...given({ bgpPeers, thresholds: thresholds.vpnGateway }),
    });
    new VpnGatewayLogAlerts(this, ownId(this, "vpn-gateway-events", "vpn"), {
      ...this.alerts("vpn"),
      gateway,
      workspace,
    });
    if (circuits.length > 0 && thresholds.encryptionBypass !== false) {
      new EncryptionBypassAlert(this, "encryption-bypass", {
        name: `alr-${name}-encryption-bypass`,
        resourceGroupName,
        gateway,
        circuits,
        workspace,
        actionGroups,
        ...given({ sharedWith, tags, thresholds: thresholds.encryptionBypass }),
      });
    }
  }

  private watchExpressRoute(gateway: IExpressRouteGateway): void {
    const { name, workspace, thresholds = {} } = this.props;
    new DiagnosticSetting(this, ownId(this, "express-route-gateway-logs", "er"), {
      name: `diag-${name}`,
      target: gateway,
      workspace,
    });
    new ExpressRouteGatewayAlerts(this, ownId(this, "express-route-gateway-metrics", "er"), {
      ...this.alerts("er"),
      gateway,
      ...given({ thresholds: thresholds.expressRouteGateway }),
    });
  }

  private alerts(kind: "vpn" | "er"): AlertSetOptions {
    const { name, resourceGroupName, actionGroups, tags } = this.props;
    return { namePrefix: `alr-${name}-${kind}`, resourceGroupName, actionGroups, ...given({ tags }) };
  }
}
