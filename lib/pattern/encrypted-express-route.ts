import { Construct } from "constructs";
import type { IExpressRouteCircuit } from "../express-route/circuit-base";
import { ExpressRouteConnection } from "../express-route/express-route-connection";
import { ExpressRouteGateway } from "../express-route/express-route-gateway";
import type { IPrivatePeering } from "../express-route/private-peering";
import type { IExpressRouteGateway } from "../hub/hub-reference";
import type { IVirtualHub } from "../hub/virtual-hub-base";
import type { IVirtualWan } from "../hub/virtual-wan";
import { NetworkIntent } from "../intent/network-intent";
import type { DropOnTunnelLoss } from "../intent/on-tunnel-loss";
import { SpokeNetwork } from "../spoke/spoke-network";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { ownId } from "../terraform/names";
import { VpnConnection } from "../vpn/vpn-connection";
import { VpnGateway } from "../vpn/vpn-gateway";
import type { IVpnGateway } from "../vpn/vpn-gateway-base";
import type { IVpnSite } from "../vpn/vpn-site-reference";
import type { EncryptedExpressRouteProps } from "./encrypted-options";
import {
  type CircuitOfPattern,
  circuitOf,
  hubOf,
  networkOf,
  type SiteOfPattern,
  siteOf,
  wanOf,
} from "./encrypted-parts";
import { dropOf } from "./encrypted-tunnel-loss";

/** A circuit of the pattern and its connection. */
export interface ConnectedCircuit {
  /** Undefined where the circuit is known by its private peering. */
  readonly circuit: IExpressRouteCircuit | undefined;
  readonly connection: ExpressRouteConnection;
}

/** A site of the pattern and its connection. */
export interface ConnectedSite {
  readonly site: IVpnSite;
  readonly connection: VpnConnection;
}

/**
 * The whole pattern: IPsec tunnels over ExpressRoute private peering into a Virtual WAN hub, from WAN to connections.
 * The steps are those of Azure's page, and the parts stay reachable. Where the tunnels end for VPN devices is in the
 * Terraform output of the VPN gateway.
 * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
 */
export class EncryptedExpressRoute extends Construct {
  readonly wan: IVirtualWan;
  readonly hub: IVirtualHub;
  readonly vpnGateway: IVpnGateway;
  readonly expressRouteGateway: IExpressRouteGateway;
  /** By key. */
  readonly circuits: ReadonlyMap<string, ConnectedCircuit>;
  /** By key. */
  readonly sites: ReadonlyMap<string, ConnectedSite>;
  /** By key. */
  readonly spokes: ReadonlyMap<string, SpokeNetwork>;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: EncryptedExpressRouteProps) {
    super(scope, id);
    const complaints = checkPattern(props);
    const drops = mapOf(props.circuits, (key) => dropOf(complaints, props, key));
    complaints.throwFor(this.node.path);
    const { name, resourceGroupName, location } = props;
    const place = { name, resourceGroupName, location };

    // A virtual WAN, and a hub with both gateways.
    this.wan = wanOf(this, place, props.wan ?? {});
    this.hub = hubOf(this, place, props.hub, this.wan);
    this.vpnGateway = this.hub.vpnGateway ?? this.aVpnGateway(props);
    this.expressRouteGateway = this.hub.expressRouteGateway ?? this.anExpressRouteGateway(props);

    // ExpressRoute connectivity: circuits with private peering.
    this.circuits = mapOf(props.circuits, (key, entry) => {
      const { circuit, connected } = circuitOf(this, place, key, entry);
      return { circuit, connection: this.connectCircuit(key, connected, entry, drops.get(key)) };
    });

    // Sites, connected with "Use Azure Private IP Address" on every link over ExpressRoute.
    this.sites = mapOf(props.sites, (key, entry) => {
      const site = siteOf(this, place, key, entry.site, this.wan);
      return { site, connection: this.connectSite(key, site, entry) };
    });

    // The virtual networks that the sites reach.
    this.spokes = mapOf(props.spokes ?? {}, (key, { virtualNetwork, ...options }) => {
      const network = networkOf(place, key, virtualNetwork);
      const id = ownId(this, `spoke-${key}`, key);
      return new SpokeNetwork(this, id, { name: key, ...options, virtualNetwork: network, hub: this.hub });
    });

    this.stateIntent(props);
  }

  private aVpnGateway({ name, location, vpnGateway }: EncryptedExpressRouteProps): VpnGateway {
    return new VpnGateway(this, "vpn-gateway", {
      name: `vpng-${name}`,
      location: this.hub.location ?? location,
      ...vpnGateway,
      hub: this.hub,
    });
  }

  private anExpressRouteGateway({
    name,
    location,
    expressRouteGateway,
  }: EncryptedExpressRouteProps): ExpressRouteGateway {
    return new ExpressRouteGateway(this, "express-route-gateway", {
      name: `ergw-${name}`,
      location: this.hub.location ?? location,
      ...expressRouteGateway,
      hub: this.hub,
    });
  }

  private connectCircuit(
    key: string,
    circuit: IExpressRouteCircuit | IPrivatePeering,
    { circuit: _made, peering: _known, onTunnelLoss: _asked, ...options }: CircuitOfPattern,
    onTunnelLoss: DropOnTunnelLoss | undefined,
  ): ExpressRouteConnection {
    const id = ownId(this, `connection-of-circuit-${key}`, key);
    return new ExpressRouteConnection(this, id, {
      name: `con-${key}`,
      ...options,
      ...given({ onTunnelLoss }),
      gateway: this.expressRouteGateway,
      circuit,
    });
  }

  private connectSite(key: string, site: IVpnSite, { site: _made, ...options }: SiteOfPattern): VpnConnection {
    const id = ownId(this, `connection-of-site-${key}`, key);
    return new VpnConnection(this, id, { name: `vcn-${key}`, ...options, gateway: this.vpnGateway, site });
  }

  /** What no Azure resource holds. What circuits and links advertise, their own constructs state. */
  private stateIntent({ protectedPrefixes, onPremises, onTunnelLoss }: EncryptedExpressRouteProps): void {
    const intent = NetworkIntent.of(this);
    intent.protects(protectedPrefixes ?? []);
    intent.onPremises(onPremises ?? {});
    if (onTunnelLoss !== undefined) {
      intent.onTunnelLoss(onTunnelLoss);
    }
  }
}

function checkPattern(props: EncryptedExpressRouteProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.notEmpty("location", props.location);
  if (Object.keys(props.circuits).length === 0) {
    complaints.add("circuits: tunnels need at least one to run over");
  }
  if (Object.keys(props.sites).length === 0) {
    complaints.add("sites: give at least one to connect");
  }
  if ("virtualHubId" in props.hub) {
    if (props.hub.vpnGateway !== undefined && props.vpnGateway !== undefined) {
      complaints.add("vpnGateway: the hub has a VPN gateway already, which none of this can change");
    }
    if (props.hub.expressRouteGateway !== undefined && props.expressRouteGateway !== undefined) {
      complaints.add("expressRouteGateway: the hub has an ExpressRoute gateway already, which none of this can change");
    }
  }
  return complaints;
}

function mapOf<T, U>(parts: Readonly<Record<string, T>>, make: (key: string, part: T) => U): ReadonlyMap<string, U> {
  return new Map(Object.entries(parts).map(([key, part]) => [key, make(key, part)]));
}
