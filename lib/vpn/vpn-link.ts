import type { VpnSiteLink } from "@cdktf/provider-azurerm/lib/vpn-site";
import type { IResolvable } from "cdktf";
import type { Advertisement } from "../intent/advertisement";
import { given } from "../terraform/given";
import type { IVpnLink, IVpnSite, VpnLinkTransport } from "./vpn-site-reference";

/** The BGP speaker of the VPN device, as one link sees it. */
export interface BgpPeer {
  /**
   * The site's ASN, 1 to 4294967295, other than Azure's and IANA's reserved ones.
   * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq#bgp
   */
  readonly asn: number;
  /**
   * The address that BGP runs from, such as a loopback's. Neither the device address, nor inside the site's address
   * space, nor in 169.254.0.0/16.
   * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
   */
  readonly peeringAddress: string;
}

/**
 * What every link has. What it advertises is in no Azure resource: it goes into the Terraform output `network_intent`,
 * where the gate reads it.
 */
export interface VpnLinkProps extends Advertisement {
  /** Name of the link, unique in its site. */
  readonly name: string;
  /** Name of the provider: of the ExpressRoute circuit, or of the internet access. */
  readonly provider: string;
  /** Speed of the circuit or of the internet access, in Mbps. */
  readonly speedMbps: number;
  /**
   * The VPN device's BGP speaker. Every connection of the link uses BGP where it is given, and static routes (the
   * site's `addressCidrs`) where it is not.
   * @default no BGP
   */
  readonly bgp?: BgpPeer;
}

/** A link over the private peering of an ExpressRoute circuit. It has an address: Azure can't resolve names there. */
export interface ExpressRouteLinkProps extends VpnLinkProps {
  /**
   * The VPN device's address, reached over private peering: private, or public but advertised over ExpressRoute.
   * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
   */
  readonly deviceAddress: string;
}

/** A link over the internet to a fixed address. */
export interface InternetLinkByAddressProps extends VpnLinkProps {
  /** The VPN device's public address. */
  readonly deviceAddress: string;
  readonly fqdn?: never;
}

/** A link over the internet to a name. */
export interface InternetLinkByNameProps extends VpnLinkProps {
  /**
   * The name that the VPN device's public address has in DNS. The gateway uses the first IPv4 address.
   * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal
   */
  readonly fqdn: string;
  readonly deviceAddress?: never;
}

export type InternetLinkProps = InternetLinkByAddressProps | InternetLinkByNameProps;

/** A link of a site that exists already: what a connection needs to know of it. */
export interface ExistingLinkProps {
  /** Name of the link in Azure. */
  readonly name: string;
  /** What the link runs over: over ExpressRoute, its connection uses the gateway's private addresses. */
  readonly over: VpnLinkTransport;
  /** Whether the link has a BGP peer in Azure. */
  readonly bgpEnabled: boolean | IResolvable;
  /**
   * Resource id of the link.
   * @default the site's id, then `/vpnSiteLinks/` and the name
   */
  readonly vpnSiteLinkId?: string;
}

/**
 * A link of a VPN site: one physical path from the VPN device to Azure. Make it with {@link VpnLink.overExpressRoute}
 * or {@link VpnLink.overInternet}, and give it to one {@link VpnSite}.
 */
export class VpnLink implements IVpnLink {
  /** A link over the private peering of an ExpressRoute circuit: its tunnels use the gateway's private addresses. */
  static overExpressRoute(props: ExpressRouteLinkProps): VpnLink {
    return new VpnLink("ExpressRoute", props);
  }

  /** A link over the internet, to an address or to a name. */
  static overInternet(props: InternetLinkProps): VpnLink {
    return new VpnLink("Internet", props);
  }

  readonly name: string;
  readonly bgpEnabled: boolean;
  private place: LinkPlace | undefined;

  private constructor(
    readonly transport: VpnLinkTransport,
    /** The link as it was described. */
    readonly props: ExpressRouteLinkProps | InternetLinkProps,
  ) {
    this.name = props.name;
    this.bgpEnabled = props.bgp !== undefined;
  }

  get site(): IVpnSite | undefined {
    return this.place?.site;
  }

  get vpnSiteLinkId(): string {
    if (this.place === undefined) {
      throw new Error(`link ${this.name} belongs to no site yet: give it to a VpnSite in its links`);
    }
    return this.place.vpnSiteLinkId();
  }

  /** Told by the site that takes the link. @internal */
  joinSite(place: LinkPlace): void {
    this.place = place;
  }

  /** The `link` block of the site. */
  toTerraform(): VpnSiteLink {
    const { name, provider, speedMbps, deviceAddress, fqdn, bgp } = { fqdn: undefined, ...this.props };
    return {
      name,
      providerName: provider,
      speedInMbps: speedMbps,
      ...given({ ipAddress: deviceAddress, fqdn, bgp: bgp && { ...bgp } }),
    };
  }
}

/** Where a link belongs. */
export interface LinkPlace {
  readonly site: IVpnSite;
  readonly vpnSiteLinkId: () => string;
}

/** A link of a site that exists already. @internal */
export function existingLink(site: IVpnSite, props: ExistingLinkProps): IVpnLink {
  return {
    name: props.name,
    transport: props.over,
    bgpEnabled: props.bgpEnabled,
    site,
    vpnSiteLinkId: props.vpnSiteLinkId ?? `${site.vpnSiteId}/vpnSiteLinks/${props.name}`,
  };
}
