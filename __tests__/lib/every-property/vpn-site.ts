import type { Advertisement } from "../../../lib/intent/advertisement";
import { VpnConnection } from "../../../lib/vpn/vpn-connection";
import {
  type BgpPeer,
  type ExistingLinkProps,
  type ExpressRouteLinkProps,
  type InternetLinkByAddressProps,
  type InternetLinkByNameProps,
  VpnLink,
  type VpnLinkProps,
} from "../../../lib/vpn/vpn-link";
import { type Office365Breakout, VpnSite, type VpnSiteAttributes, type VpnSiteProps } from "../../../lib/vpn/vpn-site";
import { casesOf, type PropertyCase } from "./harness";
import { armId, freeLink, type Surroundings } from "./surroundings";

function makeSite({ subject, wan }: Surroundings, props: Partial<VpnSiteProps>): void {
  new VpnSite(subject, "site", { location: "westeurope", name: "hq", wan: wan.one, links: [freeLink()], ...props });
}

const LINK = { name: "over-ams", provider: "Equinix", speedMbps: 1000 };

function overExpressRoute(around: Surroundings, link: Partial<ExpressRouteLinkProps>): void {
  makeSite(around, { links: [VpnLink.overExpressRoute({ ...LINK, deviceAddress: "10.0.0.4", ...link })] });
}

/** An existing site, connected: it has no Terraform of its own. */
function connectExisting({ subject, vpnGateway }: Surroundings, attributes: VpnSiteAttributes): void {
  const site = VpnSite.fromAttributes(subject, "site", attributes);
  new VpnConnection(subject, "connection", { name: "hq", gateway: vpnGateway.one, site });
}

const EXISTING_LINK = { name: "over-ams", over: "ExpressRoute", bgpEnabled: true } as const;

export const vpnSiteCases: readonly PropertyCase[] = [
  ...casesOf<VpnSiteProps>(
    "VpnSiteProps",
    makeSite,
    ({ wan }) => ({ wan: wan.one, name: "hq", location: "westeurope", links: [freeLink()] }),
    {
      wan: ({ wan }) => ({ wan: wan.other }),
      name: () => ({ name: "other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      links: () => ({ links: [freeLink(), freeLink("second")] }),
      addressCidrs: () => ({ addressCidrs: ["10.9.0.0/16"] }),
      deviceVendor: () => ({ deviceVendor: "Cisco" }),
      deviceModel: () => ({ deviceModel: "C8500" }),
      office365: () => ({ office365: { allow: true } }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<Office365Breakout>(
    "Office365Breakout",
    (around, office365) => makeSite(around, { office365 }),
    () => ({}),
    {
      allow: () => ({ allow: true }),
      default: () => ({ default: true }),
      optimize: () => ({ optimize: true }),
    },
  ),
  ...casesOf<Omit<VpnLinkProps, keyof Advertisement>>("VpnLinkProps", overExpressRoute, () => LINK, {
    name: () => ({ name: "other" }),
    provider: () => ({ provider: "Colt" }),
    speedMbps: () => ({ speedMbps: 500 }),
    bgp: () => ({ bgp: { asn: 65010, peeringAddress: "192.168.255.1" } }),
  }),
  ...casesOf<Advertisement>("Advertisement", overExpressRoute, () => ({}), {
    advertises: () => ({ advertises: ["10.0.1.0/24"] }),
    asPath: () => ({ asPath: [65010] }),
  }),
  ...casesOf<BgpPeer>(
    "BgpPeer",
    (around, bgp) => overExpressRoute(around, { bgp }),
    () => ({ asn: 65010, peeringAddress: "192.168.255.1" }),
    { asn: () => ({ asn: 65011 }), peeringAddress: () => ({ peeringAddress: "192.168.255.2" }) },
  ),
  ...casesOf<Pick<ExpressRouteLinkProps, "deviceAddress">>(
    "ExpressRouteLinkProps",
    overExpressRoute,
    () => ({ deviceAddress: "10.0.0.4" }),
    { deviceAddress: () => ({ deviceAddress: "10.0.0.5" }) },
  ),
  ...casesOf<Pick<InternetLinkByAddressProps, "deviceAddress">>(
    "InternetLinkByAddressProps",
    (around, end) => makeSite(around, { links: [VpnLink.overInternet({ ...LINK, ...end })] }),
    () => ({ deviceAddress: "203.0.113.7" }),
    { deviceAddress: () => ({ deviceAddress: "203.0.113.8" }) },
  ),
  ...casesOf<Pick<InternetLinkByNameProps, "fqdn">>(
    "InternetLinkByNameProps",
    (around, end) => makeSite(around, { links: [VpnLink.overInternet({ ...LINK, ...end })] }),
    () => ({ fqdn: "hq.example.com" }),
    { fqdn: () => ({ fqdn: "depot.example.com" }) },
  ),
  ...casesOf<VpnSiteAttributes>(
    "VpnSiteAttributes",
    connectExisting,
    () => ({ vpnSiteId: armId("vpnSites/one"), links: [EXISTING_LINK] }),
    {
      vpnSiteId: () => ({ vpnSiteId: armId("vpnSites/other") }),
      links: () => ({ links: [{ ...EXISTING_LINK, name: "other" }] }),
    },
  ),
  ...casesOf<ExistingLinkProps>(
    "ExistingLinkProps",
    (around, link) => connectExisting(around, { vpnSiteId: armId("vpnSites/one"), links: [link] }),
    () => EXISTING_LINK,
    {
      name: () => ({ name: "other" }),
      over: () => ({ over: "Internet" }),
      bgpEnabled: () => ({ bgpEnabled: false }),
      vpnSiteLinkId: () => ({ vpnSiteLinkId: armId("vpnSites/one/vpnSiteLinks/elsewhere") }),
    },
  ),
];
