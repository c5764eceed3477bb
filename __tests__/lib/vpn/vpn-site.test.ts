import { TerraformVariable } from "cdktf";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { InvalidConstructError } from "../../../lib/terraform/complaints";
import { resolved } from "../../../lib/terraform/resolved";
import {
  type ExpressRouteLinkProps,
  type InternetLinkProps,
  VpnLink,
  type VpnLinkProps,
} from "../../../lib/vpn/vpn-link";
import { VpnSite } from "../../../lib/vpn/vpn-site";
import type { IVpnLink } from "../../../lib/vpn/vpn-site-reference";
import { complaintsOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

function overAmsterdam(): VpnLink {
  return VpnLink.overExpressRoute({
    name: "over-ams",
    provider: "Equinix",
    speedMbps: 1000,
    deviceAddress: "10.0.0.4",
    bgp: { asn: 65010, peeringAddress: "192.168.255.1" },
    advertises: ["10.0.1.0/24"],
    asPath: [65010],
  });
}

function inAWan() {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg-wan", location: "westeurope" });
  return { stack, wan, site: { wan, name: "hq", location: "westeurope" } };
}

const EXISTING = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/vpnSites/hq";

test("a site has its links in order, each with an address or a name, and BGP where it is given", () => {
  const { stack, site } = inAWan();
  new VpnSite(stack, "hq", {
    ...site,
    addressCidrs: ["10.9.0.0/16"],
    deviceVendor: "Cisco",
    deviceModel: "C8500",
    office365: { optimize: true },
    tags: { owner: "net" },
    links: [
      overAmsterdam(),
      VpnLink.overInternet({ name: "dsl", provider: "Telco", speedMbps: 50, fqdn: "hq.example.com" }),
      VpnLink.overInternet({ name: "lte", provider: "Telco", speedMbps: 20, deviceAddress: "203.0.113.7" }),
    ],
  });
  expect(resourceOf(stack, "azurerm_vpn_site")).toEqual({
    name: "hq",
    resource_group_name: "rg-wan",
    location: "westeurope",
    virtual_wan_id: reference("azurerm_virtual_wan.wan.id"),
    address_cidrs: ["10.9.0.0/16"],
    device_vendor: "Cisco",
    device_model: "C8500",
    o365_policy: { traffic_category: { optimize_endpoint_enabled: true } },
    tags: { owner: "net" },
    link: [
      {
        name: "over-ams",
        provider_name: "Equinix",
        speed_in_mbps: 1000,
        ip_address: "10.0.0.4",
        bgp: { asn: 65010, peering_address: "192.168.255.1" },
      },
      { name: "dsl", provider_name: "Telco", speed_in_mbps: 50, fqdn: "hq.example.com" },
      { name: "lte", provider_name: "Telco", speed_in_mbps: 20, ip_address: "203.0.113.7" },
    ],
  });
});

test("what each link advertises is in the output network_intent", () => {
  const { stack, site } = inAWan();
  new VpnSite(stack, "hq", { ...site, links: [overAmsterdam()] });
  expect(terraformOf(stack).output).toMatchObject({
    network_intent: {
      value: {
        version: 1,
        vpn: { "azurerm_vpn_site.hq": { "over-ams": { advertises: ["10.0.1.0/24"], asPath: [65010] } } },
      },
    },
  });
});

test("a link knows its site and its id after the site is made", () => {
  const { stack, site } = inAWan();
  const first = overAmsterdam();
  const second = VpnLink.overInternet({ name: "dsl", provider: "Telco", speedMbps: 50, fqdn: "hq.example.com" });
  expect(second.site).toBeUndefined();
  expect(() => second.vpnSiteLinkId).toThrow("link dsl belongs to no site yet: give it to a VpnSite in its links");
  const made = new VpnSite(stack, "hq", { ...site, links: [first, second] });
  expect(second.site).toBe(made);
  expect(resolved(stack, second.vpnSiteLinkId)).toBe(reference("azurerm_vpn_site.hq.link[1].id"));
});

test("everything wrong with a site is said at once, with its path", () => {
  const { stack, site } = inAWan();
  const wrong = { ...site, name: " ", addressCidrs: ["10.0.0.5/16", "10.2.0.0"], links: [] };
  const complaints = [
    "name: it is empty",
    'addressCidrs[0]: "10.0.0.5/16" is not a prefix: it has host bits set; right would be 10.0.0.0/16',
    'addressCidrs[1]: "10.2.0.0" is not a prefix: it has no mask',
    "links: a site has at least one",
  ];
  expect(() => new VpnSite(stack, "hq", wrong)).toThrow(new InvalidConstructError("weu/hq", complaints));
});

test("everything wrong with a link is said with its place", () => {
  const { stack, site } = inAWan();
  const link = VpnLink.overExpressRoute({
    name: "",
    provider: "",
    speedMbps: 0.5,
    deviceAddress: "10.0.0.4/32",
    bgp: { asn: 0, peeringAddress: "192.168.255.300" },
    advertises: ["10.0.1.0/33"],
    asPath: [65010, -1],
  });
  expect(complaintsOf(() => new VpnSite(stack, "hq", { ...site, links: [link] }))).toEqual([
    "links[0].name: it is empty",
    "links[0].provider: it is empty",
    "links[0].speedMbps: 0.5 is not a whole number from 1 to 1000000",
    'links[0].deviceAddress: "10.0.0.4/32" is not an IP address: an address has no mask',
    "links[0].bgp.asn: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
    'links[0].bgp.peeringAddress: "192.168.255.300" is not an IP address: octet 300 is over 255',
    'links[0].advertises[0]: "10.0.1.0/33" is not a prefix: prefix length 33 is over 32',
    "links[0].asPath[1]: -1 is not an ASN: an ASN is a number from 1 to 4294967295",
  ]);
});

test("a link belongs to one site, once", () => {
  const { stack, site } = inAWan();
  const link = overAmsterdam();
  new VpnSite(stack, "hq", { ...site, links: [link] });
  expect(complaintsOf(() => new VpnSite(stack, "plant", { ...site, name: "plant", links: [link, link] }))).toEqual([
    "links[0]: link over-ams is in weu/hq already; each site has links of its own",
    "links[1]: link over-ams is in weu/hq already; each site has links of its own",
    "links[1]: link over-ams is in the list twice",
  ]);
});

test("a refused site takes none of its links", () => {
  const { stack, site } = inAWan();
  const link = overAmsterdam();
  expect(complaintsOf(() => new VpnSite(stack, "bad", { ...site, name: "", links: [link] }))).toEqual([
    "name: it is empty",
  ]);
  expect(link.site).toBeUndefined();
});

test("tokens are taken everywhere", () => {
  const { stack, site } = inAWan();
  const text = new TerraformVariable(stack, "text", { type: "string" });
  const number = new TerraformVariable(stack, "number", { type: "number" });
  const list = new TerraformVariable(stack, "list", { type: "list(string)" });
  new VpnSite(stack, "hq", {
    ...site,
    name: text.stringValue,
    resourceGroupName: text.stringValue,
    addressCidrs: list.listValue,
    office365: { allow: text.booleanValue },
    links: [
      VpnLink.overExpressRoute({
        name: text.stringValue,
        provider: text.stringValue,
        speedMbps: number.numberValue,
        deviceAddress: text.stringValue,
        bgp: { asn: number.numberValue, peeringAddress: text.stringValue },
        advertises: list.listValue,
        asPath: [number.numberValue],
      }),
    ],
  });
  expect(resourceOf(stack, "azurerm_vpn_site")).toMatchObject({
    name: reference("var.text"),
    resource_group_name: reference("var.text"),
    address_cidrs: reference("var.list"),
    o365_policy: { traffic_category: { allow_endpoint_enabled: reference("var.text") } },
    link: [
      {
        name: reference("var.text"),
        provider_name: reference("var.text"),
        speed_in_mbps: reference("var.number"),
        ip_address: reference("var.text"),
        bgp: { asn: reference("var.number"), peering_address: reference("var.text") },
      },
    ],
  });
});

test("an existing site has links by name, with ids below its own", () => {
  const { stack } = inAWan();
  const site = VpnSite.fromAttributes(stack, "hq", {
    vpnSiteId: EXISTING,
    links: [
      { name: "over-ams", over: "ExpressRoute", bgpEnabled: true },
      { name: "dsl", over: "Internet", bgpEnabled: false, vpnSiteLinkId: `${EXISTING}/vpnSiteLinks/old-name` },
    ],
  });
  const shown = ({ name, transport, bgpEnabled, vpnSiteLinkId }: IVpnLink) => ({
    name,
    transport,
    bgpEnabled,
    vpnSiteLinkId,
  });
  expect([site.link("over-ams"), site.link("dsl")].map(shown)).toEqual([
    {
      name: "over-ams",
      transport: "ExpressRoute",
      bgpEnabled: true,
      vpnSiteLinkId: `${EXISTING}/vpnSiteLinks/over-ams`,
    },
    { name: "dsl", transport: "Internet", bgpEnabled: false, vpnSiteLinkId: `${EXISTING}/vpnSiteLinks/old-name` },
  ]);
  expect(() => site.link("lte")).toThrow("weu/hq: no link is called lte; there are: over-ams, dsl");
  expect(resourceCount(terraformOf(stack))).toBe(0);
});

test("the links of an existing site have ids below its own where only Terraform knows that", () => {
  const { stack } = inAWan();
  const vpnSiteId = new TerraformVariable(stack, "site", { type: "string" }).stringValue;
  const links = [{ name: "over-ams", over: "ExpressRoute", bgpEnabled: true }] as const;
  const site = VpnSite.fromAttributes(stack, "hq", { vpnSiteId, links });
  expect(resolved(stack, site.link("over-ams").vpnSiteLinkId)).toBe(`${reference("var.site")}/vpnSiteLinks/over-ams`);
});

function resourceCount(terraform: ReturnType<typeof terraformOf>): number {
  return Object.keys(terraform.resource ?? {}).filter((type) => type === "azurerm_vpn_site").length;
}

test("what is no site's id is refused", () => {
  const { stack } = inAWan();
  expect(
    complaintsOf(() =>
      VpnSite.fromAttributes(stack, "hq", {
        vpnSiteId: "hq",
        links: [{ name: " ", over: "Internet", bgpEnabled: false }],
      }),
    ),
  ).toEqual([
    'vpnSiteId: "hq" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/vpnSites/...',
    "links[0].name: it is empty",
  ]);
});

/** The type `true` where the compiler refuses `Given` for `Wanted`. */
type Refused<Given, Wanted> = Given extends Wanted ? false : true;

test("no type lets a link over ExpressRoute have a name, or any link both an address and a name", () => {
  const nameOverExpressRoute: Refused<
    Omit<ExpressRouteLinkProps, "deviceAddress"> & { fqdn: string },
    ExpressRouteLinkProps
  > = true;
  const both: Refused<VpnLinkProps & { deviceAddress: string; fqdn: string }, InternetLinkProps> = true;
  const neither: Refused<VpnLinkProps, InternetLinkProps> = true;
  expect([nameOverExpressRoute, both, neither]).toEqual([true, true, true]);
});
