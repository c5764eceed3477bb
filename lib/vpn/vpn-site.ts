import { VpnSite as VpnSiteResource } from "@cdktf/provider-azurerm/lib/vpn-site";
import type { IResolvable } from "cdktf";
import { Construct } from "constructs";
import type { IWanReference } from "../hub/hub-reference";
import { statedAdvertisement } from "../intent/advertisement";
import { NetworkIntent } from "../intent/network-intent";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named } from "../terraform/names";
import { once } from "../terraform/once";
import type { Tags } from "../terraform/or-token";
import { type ExistingLinkProps, existingLink, type VpnLink } from "./vpn-link";
import { type IVpnLink, type IVpnSite, VPN_LINK_TRANSPORTS } from "./vpn-site-reference";

export interface VpnSiteProps {
  /** The WAN that the site belongs to. */
  readonly wan: IWanReference;
  /** Name of the site, without any of `'<>%&:?/+`. It can't be changed later without replacing the site. */
  readonly name: string;
  /** @default the WAN's resource group */
  readonly resourceGroupName?: string;
  /** Azure region that holds the site's record, such as `westeurope`. */
  readonly location: string;
  /** The links, one to four, each belonging to this site alone. */
  readonly links: readonly VpnLink[];
  /**
   * Prefixes behind the site: static routes into the tunnel. Needed without BGP; beside BGP they are static routes in
   * addition, and the peering address doesn't belong here.
   * @default none
   */
  readonly addressCidrs?: readonly string[];
  /**
   * Maker of the VPN device.
   * @default not stated
   */
  readonly deviceVendor?: string;
  /**
   * Model of the VPN device.
   * @default not stated
   */
  readonly deviceModel?: string;
  /**
   * Which Microsoft 365 traffic the device lets out to the internet itself.
   * @default Azure's: none
   */
  readonly office365?: Office365Breakout;
  /** @default none */
  readonly tags?: Tags;
}

/** Categories of Microsoft 365 endpoints that leave from the site instead of through Azure. */
export interface Office365Breakout {
  /** @default false */
  readonly allow?: boolean | IResolvable;
  /** @default false */
  readonly default?: boolean | IResolvable;
  /** @default false */
  readonly optimize?: boolean | IResolvable;
}

/** A site that exists already. */
export interface VpnSiteAttributes {
  /** Resource id of the site. */
  readonly vpnSiteId: string;
  /** The links that connections of yours use. */
  readonly links: readonly ExistingLinkProps[];
}

/**
 * A site on premises with a VPN device.
 * https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute
 */
export class VpnSite extends Construct implements IVpnSite {
  /**
   * A site that exists already, by the ids of it and its links. Terraform doesn't manage it, and azurerm has no data
   * source for it: what its links advertise can be stated in an intent file only.
   */
  static fromAttributes(scope: Construct, id: string, attributes: VpnSiteAttributes): ExistingVpnSite {
    return new ExistingVpnSite(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: VpnSiteResource;
  private readonly id = once(() => this.resource.id);
  readonly links: readonly VpnLink[];

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: VpnSiteProps) {
    super(scope, id);
    checkSite(props).throwFor(this.node.path);
    this.links = [...props.links];
    this.resource = new VpnSiteResource(this, "Default", {
      name: props.name,
      resourceGroupName: props.resourceGroupName ?? props.wan.resourceGroupName,
      location: props.location,
      virtualWanId: props.wan.virtualWanId,
      link: props.links.map((link) => link.toTerraform()),
      ...given({
        addressCidrs: props.addressCidrs && [...props.addressCidrs],
        deviceVendor: props.deviceVendor,
        deviceModel: props.deviceModel,
        o365Policy: props.office365 && office365Policy(props.office365),
        tags: props.tags,
      }),
    });
    named(this.resource);
    for (const [index, link] of this.links.entries()) {
      link.joinSite({ site: this, vpnSiteLinkId: once(() => this.resource.link.get(index).id) });
      NetworkIntent.of(this).vpn(this.resource, link.name, statedAdvertisement(link.props));
    }
  }

  get vpnSiteId(): string {
    return this.id();
  }
}

function checkSite(props: VpnSiteProps): Complaints {
  const complaints = new Complaints();
  complaints.notEmpty("name", props.name);
  complaints.notEmpty("resourceGroupName", props.resourceGroupName);
  complaints.notEmpty("location", props.location);
  complaints.prefixes("addressCidrs", props.addressCidrs);
  complaints.notEmpty("deviceVendor", props.deviceVendor);
  complaints.notEmpty("deviceModel", props.deviceModel);
  if (props.links.length === 0) {
    complaints.add("links: a site has at least one");
  }
  for (const [index, link] of props.links.entries()) {
    checkLink(complaints, `links[${index}]`, link);
    if (props.links.indexOf(link) < index) {
      complaints.add(`links[${index}]: link ${link.name} is in the list twice`);
    }
  }
  return complaints;
}

function checkLink(complaints: Complaints, at: string, link: VpnLink): void {
  const { props, site } = link;
  if (site !== undefined) {
    complaints.add(`${at}: link ${link.name} is in ${site.node.path} already; each site has links of its own`);
  }
  complaints.notEmpty(`${at}.name`, props.name);
  complaints.notEmpty(`${at}.provider`, props.provider);
  complaints.integer(`${at}.speedMbps`, props.speedMbps, 1, 1_000_000);
  complaints.address(`${at}.deviceAddress`, props.deviceAddress);
  complaints.asn(`${at}.bgp.asn`, props.bgp?.asn);
  complaints.address(`${at}.bgp.peeringAddress`, props.bgp?.peeringAddress);
  complaints.prefixes(`${at}.advertises`, props.advertises);
  complaints.asns(`${at}.asPath`, props.asPath);
}

function office365Policy({ allow, default: byDefault, optimize }: Office365Breakout) {
  return {
    trafficCategory: given({
      allowEndpointEnabled: allow,
      defaultEndpointEnabled: byDefault,
      optimizeEndpointEnabled: optimize,
    }),
  };
}

/** A site that Terraform doesn't manage here. */
export class ExistingVpnSite extends Construct implements IVpnSite {
  readonly vpnSiteId: string;
  readonly links: readonly IVpnLink[];

  constructor(scope: Construct, id: string, attributes: VpnSiteAttributes) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "vpnSiteId", attributes.vpnSiteId, "vpnSites");
    for (const [index, link] of attributes.links.entries()) {
      complaints.notEmpty(`links[${index}].name`, link.name);
      complaints.oneOf(`links[${index}].over`, link.over, VPN_LINK_TRANSPORTS);
      checkResourceId(complaints, `links[${index}].vpnSiteLinkId`, link.vpnSiteLinkId, "vpnSites/vpnSiteLinks");
    }
    complaints.throwFor(this.node.path);
    this.vpnSiteId = attributes.vpnSiteId;
    this.links = attributes.links.map((link) => existingLink(this, link));
  }

  /** The link of a name. @throws Error where the attributes have none of that name */
  link(name: string): IVpnLink {
    const found = this.links.find((link) => link.name === name);
    if (found === undefined) {
      const names = this.links.map((link) => link.name).join(", ");
      throw new Error(`${this.node.path}: no link is called ${name}; there are: ${names}`);
    }
    return found;
  }
}
