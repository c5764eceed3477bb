import { App, TerraformStack, TerraformVariable } from "cdktf";
import type { IExpressRouteCircuit } from "../../../lib/express-route/circuit-base";
import { ExpressRouteCircuit } from "../../../lib/express-route/express-route-circuit";
import { ExpressRouteGateway } from "../../../lib/express-route/express-route-gateway";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { ActionGroup, type IActionGroup } from "../../../lib/monitoring/action-group";
import { type ILogAnalyticsWorkspace, LogAnalyticsWorkspace } from "../../../lib/monitoring/workspace";
import { RouteMap } from "../../../lib/routing/route-map";
import { RouteAction } from "../../../lib/routing/route-map-rule";
import { RouteTable } from "../../../lib/routing/route-table";
import { VirtualNetwork } from "../../../lib/spoke/virtual-network";
import { NatRule } from "../../../lib/vpn/nat-rule";
import { VpnGateway } from "../../../lib/vpn/vpn-gateway";
import { VpnLink } from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";

/** Where everything is. */
export const PLACE = { resourceGroupName: "rg", location: "westeurope" };

/** An id of a resource of Microsoft.Network: `armId("virtualHubs/hub")`. */
export function armId(path: string): string {
  return `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/${path}`;
}

/** A link over ExpressRoute that no site has. */
export function freeLink(name = "over-ams"): VpnLink {
  return VpnLink.overExpressRoute({ name, provider: "Equinix", speedMbps: 1000, deviceAddress: "10.0.0.4" });
}

type Which = "one" | "other";
type Two<T> = Readonly<Record<Which, T>>;

/**
 * Two of everything that a property may refer to, in a stack of its own, so that a test can change the reference alone.
 */
export class Surroundings {
  /** The stack for what is tested. */
  readonly subject: TerraformStack;
  private readonly outside: TerraformStack;
  readonly wan: Two<VirtualWan>;
  /** Hubs with both gateways. */
  readonly hub: Two<VirtualHub>;
  /** Hubs without gateways. */
  readonly bareHub: Two<VirtualHub>;
  readonly vpnGateway: Two<VpnGateway>;
  readonly expressRouteGateway: Two<ExpressRouteGateway>;
  readonly circuit: Two<ExpressRouteCircuit>;
  /** Circuits that exist already. */
  readonly knownCircuit: Two<IExpressRouteCircuit>;
  readonly routeTable: Two<RouteTable>;
  readonly routeMap: Two<RouteMap>;
  readonly natRule: Two<NatRule>;
  /** Sites with two links each. */
  readonly site: Two<VpnSite>;
  readonly link: Two<VpnLink>;
  readonly virtualNetwork: Two<VirtualNetwork>;
  readonly sensitive: Two<TerraformVariable>;
  readonly workspace: Two<ILogAnalyticsWorkspace>;
  readonly actionGroup: Two<IActionGroup>;

  constructor() {
    const app = new App();
    const outside = new TerraformStack(app, "outside");
    this.outside = outside;
    this.subject = new TerraformStack(app, "subject");
    this.sensitive = two((id) => new TerraformVariable(this.subject, id, { type: "string", sensitive: true }));
    this.wan = two((id) => new VirtualWan(outside, `wan-${id}`, { ...PLACE, name: id }));
    this.hub = two((id) => this.aHub(`hub-${id}`));
    this.bareHub = two((id) => this.aHub(`bare-hub-${id}`));
    this.vpnGateway = two((id) => new VpnGateway(outside, `vpn-${id}`, { name: id, hub: this.hub[id] }));
    this.expressRouteGateway = two(
      (id) => new ExpressRouteGateway(outside, `er-${id}`, { name: id, hub: this.hub[id] }),
    );
    this.circuit = two((id) => this.aCircuit(id));
    this.knownCircuit = two((id) => {
      const expressRouteCircuitId = armId(`expressRouteCircuits/${id}`);
      return ExpressRouteCircuit.fromAttributes(outside, `known-circuit-${id}`, { expressRouteCircuitId });
    });
    this.routeTable = two((id) => new RouteTable(outside, `table-${id}`, { name: id, hub: this.hub.one }));
    this.routeMap = two((id) => this.aRouteMap(id));
    this.natRule = two((id) => this.aNatRule(id));
    this.link = two((id) => freeLink(id));
    this.site = two((id) => {
      const links = id === "one" ? [this.link.one, this.link.other] : [freeLink("one"), freeLink("other")];
      return new VpnSite(outside, `site-${id}`, { ...PLACE, wan: this.wan.one, name: id, links });
    });
    this.virtualNetwork = two(
      (id) => new VirtualNetwork(outside, `network-${id}`, { ...PLACE, name: id, addressSpace: ["10.1.0.0/16"] }),
    );
    this.workspace = two(
      (id) => new LogAnalyticsWorkspace(outside, `workspace-${id}`, { ...PLACE, name: `log-${id}` }),
    );
    this.actionGroup = two((id) => {
      const actionGroupId = `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/${id}`;
      return ActionGroup.fromAttributes(outside, `action-group-${id}`, { actionGroupId });
    });
  }

  private aHub(id: string): VirtualHub {
    return new VirtualHub(this.outside, id, {
      wan: this.wan.one,
      name: id,
      resourceGroupName: `rg-${id}`,
      location: "westeurope",
      addressPrefix: "10.100.0.0/23",
    });
  }

  private aCircuit(id: Which): ExpressRouteCircuit {
    const circuit = new ExpressRouteCircuit(this.outside, `circuit-${id}`, {
      ...PLACE,
      name: id,
      serviceProvider: "Equinix",
      peeringLocation: "Amsterdam",
      bandwidthMbps: 1000,
    });
    circuit.addPrivatePeering("peering", { peerAsn: 65020, vlanId: 301 });
    return circuit;
  }

  private aRouteMap(id: Which): RouteMap {
    return new RouteMap(this.outside, `map-${id}`, {
      name: id,
      hub: this.hub.one,
      rules: [{ name: "all", actions: [RouteAction.drop()], nextStep: "Terminate" }],
    });
  }

  private aNatRule(id: Which): NatRule {
    return new NatRule(this.outside, `nat-${id}`, {
      name: id,
      gateway: this.vpnGateway.one,
      internalMappings: [{ addressSpace: "10.5.0.0/24" }],
      externalMappings: [{ addressSpace: "10.6.0.0/24" }],
    });
  }
}

function two<T>(make: (which: Which) => T): Two<T> {
  return { one: make("one"), other: make("other") };
}
