import {
  VpnGatewayConnection,
  type VpnGatewayConnectionRouting,
} from "@cdktf/provider-azurerm/lib/vpn-gateway-connection";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import { HubOrder } from "../hub/hub-order";
import { type ConnectionRouting, checkRouting, type RoutingIds, routingIds } from "../routing/connection-routing";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { CONNECTION_TIMEOUTS } from "../terraform/timeouts";
import { type ConnectedLink, checkLinkSettings, type LinkSettings, linkBlock } from "./link-connection";
import type { IVpnGateway } from "./vpn-gateway-base";
import type { IVpnLink, IVpnSite } from "./vpn-site-reference";

/** How a site is connected. */
export interface VpnConnectionOptions {
  /** Name of the connection. It can't be changed later without replacing it. */
  readonly name: string;
  /**
   * The links that the connection uses, each of them a link of the site, with settings of its own where they differ
   * from `everyLink`.
   * @default every link of the site
   */
  readonly links?: readonly ConnectedLink[];
  /**
   * Settings of all links that have no other ones.
   * @default the defaults of LinkSettings
   */
  readonly everyLink?: LinkSettings;
  /**
   * Route tables and route maps.
   * @default the hub's default route table, no route maps
   */
  readonly routing?: ConnectionRouting;
  /**
   * Whether the site learns the hub's default route, 0.0.0.0/0.
   * @default false
   */
  readonly internetSecurity?: boolean | IResolvable;
}

export interface VpnConnectionProps extends VpnConnectionOptions {
  /** The gateway to connect to. */
  readonly gateway: IVpnGateway;
  /** The site to connect. */
  readonly site: IVpnSite;
}

/**
 * A site, connected to the VPN gateway of a hub. A link over ExpressRoute is connected with "Use Azure Private IP
 * Address", so that its tunnels end at the gateway's private addresses; no other link is.
 * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
 */
export class VpnConnection extends Construct {
  /** The Terraform resource. */
  readonly resource: VpnGatewayConnection;
  readonly gateway: IVpnGateway;
  readonly site: IVpnSite;
  /** The links of the site that are connected. */
  readonly links: readonly IVpnLink[];

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VpnConnectionProps) {
    super(scope, id);
    const links = props.links ?? props.site.links.map((link) => ({ link }));
    checkConnection(this, props, links).throwFor(this.node.path);
    this.gateway = props.gateway;
    this.site = props.site;
    this.links = links.map(({ link }) => link);
    this.resource = new VpnGatewayConnection(this, "Default", {
      name: props.name,
      vpnGatewayId: props.gateway.vpnGatewayId,
      remoteVpnSiteId: props.site.vpnSiteId,
      vpnLink: links.map((link, index) => linkBlock(this, { ...props.everyLink, ...link }, index)),
      timeouts: CONNECTION_TIMEOUTS,
      ...given({
        internetSecurityEnabled: props.internetSecurity,
        routing: props.routing && routingBlock(routingIds(props.routing, props.gateway.hub?.defaultRouteTableId)),
      }),
    });
    named(this.resource);
    HubOrder.of(props.gateway).add("vpnConnection", this.resource);
  }
}

function checkConnection(scope: Construct, props: VpnConnectionProps, links: readonly ConnectedLink[]): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  if (links.length === 0) {
    complaints.add("links: a connection has at least one");
  }
  checkRouting(complaints, props.routing, props.gateway.hub?.defaultRouteTableId);
  checkLinkSettings(complaints, "everyLink", props.everyLink ?? {}, scope);
  for (const [index, settings] of links.entries()) {
    if (settings.link.site === undefined) {
      complaints.add(`links[${index}]: link ${settings.link.name} belongs to no site yet`);
    }
    checkLinkSettings(complaints, `links[${index}]`, settings, scope);
  }
  return complaints;
}

/** The provider calls the associated table otherwise here than in the other connections. */
function routingBlock({ associatedRouteTableId, ...rest }: RoutingIds): VpnGatewayConnectionRouting {
  return { associatedRouteTable: associatedRouteTableId, ...rest };
}
