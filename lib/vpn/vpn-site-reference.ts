import type { IResolvable } from "cdktf";
import type { IConstruct } from "constructs";

// A site knows its links and a link its site, so both are described in one place. No construct is imported here.

/** A site on premises: a place with a VPN device, and the links it has. */
export interface IVpnSite extends IConstruct {
  /** Resource id of the site. */
  readonly vpnSiteId: string;
  /** Its links, in the order of the site. */
  readonly links: readonly IVpnLink[];
}

/** What a link runs over: the private peering of an ExpressRoute circuit, or the internet. */
export const VPN_LINK_TRANSPORTS = ["ExpressRoute", "Internet"] as const;
export type VpnLinkTransport = (typeof VPN_LINK_TRANSPORTS)[number];

/** A link of a site, as a connection sees it. */
export interface IVpnLink {
  /** Name of the link, unique in its site. */
  readonly name: string;
  readonly transport: VpnLinkTransport;
  /** Whether the link has a BGP peer. */
  readonly bgpEnabled: boolean | IResolvable;
  /** The site that has the link; undefined until one has taken it. */
  readonly site: IVpnSite | undefined;
  /** Resource id of the link. Throws where the link belongs to no site yet. */
  readonly vpnSiteLinkId: string;
}
