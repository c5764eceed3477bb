import { z } from "zod";
import { location } from "./hub";
import { routing } from "./routing";
import { tunnel } from "./tunnel";
import {
  address,
  asn,
  asPath,
  counted,
  flag,
  key,
  named,
  networkId,
  optionalSection,
  prefixes,
  section,
  tags,
  text,
  wholeNumber,
} from "./values";

const bgp = section("{asn: 65010, peeringAddress: 192.168.255.1}", {
  asn: asn.describe("The site's ASN, none of Azure's or IANA's reserved ones."),
  peeringAddress: address.describe(
    "The address that BGP runs from, such as a loopback's: neither the device address nor in 169.254.0.0/16.",
  ),
});

const anyLink = {
  provider: text("a provider's name").describe("Name of the provider: of the circuit, or of the internet access."),
  speedMbps: wholeNumber(1, 1_000_000).describe("Speed of the circuit or of the internet access, in Mbps."),
  bgp: bgp.optional().describe("The VPN device's BGP speaker. Default: static routes, to addressCidrs of the site."),
  advertises: prefixes
    .optional()
    .describe(
      "Prefixes that the device advertises through the tunnels, exactly as configured there. Default: unknown.",
    ),
  asPath: asPath.optional().describe("The AS path that the hub would learn, nearest AS first. Default: unknown."),
  tunnel: tunnel.optional().describe("How the tunnels of this link are set up, where it differs from the site's."),
};

const overInternet = z.literal("internet", "expressRoute or internet").describe("The link runs over the internet.");

/** A link of a site that is made here. */
const link = z.union(
  [
    section("a link over ExpressRoute, such as {over: expressRoute, deviceAddress: 10.0.0.4, ...}", {
      over: z
        .literal("expressRoute", "expressRoute or internet")
        .describe("The link runs over private peering: its tunnels use private addresses."),
      circuit: key
        .optional()
        .describe("The circuit that it runs over. Provider and speed of one that is made here need not be repeated."),
      deviceAddress: address.describe(
        "The VPN device's address, reached over private peering. It has to be advertised over ExpressRoute.",
      ),
      ...anyLink,
      provider: anyLink.provider.optional().describe("Name of the circuit's provider. Default: as circuit says."),
      speedMbps: anyLink.speedMbps.optional().describe("Speed of the circuit in Mbps. Default: as circuit says."),
    }),
    section("a link over the internet, such as {over: internet, deviceAddress: 198.51.100.4, ...}", {
      over: overInternet,
      deviceAddress: address.describe("The VPN device's public address."),
      ...anyLink,
    }),
    section("a link over the internet, such as {over: internet, fqdn: vpn.example.com, ...}", {
      over: overInternet,
      fqdn: text("a name, such as vpn.example.com").describe("The name of the VPN device's public address in DNS."),
      ...anyLink,
    }),
  ],
  "a link with over: expressRoute or over: internet",
);

const existingLink = section("a link, such as {over: expressRoute, bgp: true}", {
  over: z
    .enum(["expressRoute", "internet"], "one of expressRoute, internet")
    .describe("What it runs over. Over ExpressRoute, its tunnels use private addresses."),
  bgp: flag().describe("Whether it has a BGP peer in Azure."),
  id: networkId("vpnSites/vpnSiteLinks")
    .optional()
    .describe("Its resource id. Default: the site's, and the name here."),
  tunnel: tunnel.optional().describe("How the tunnels of this link are set up, where it differs from the site's."),
});

const connection = optionalSection("a map, such as {links: {over-ams: }}", {
  name: text("a name").optional().describe("Its name in Azure. Default: vcn- and the site's name here."),
  links: counted(z.record(key, tunnel, "a map of links by name"), 4)
    .optional()
    .describe("The links that it uses, with how their tunnels are set up where this hub differs. Default: all links."),
  routing: routing.optional().describe("Route tables and route maps."),
  internetSecurity: flag()
    .optional()
    .describe("Whether the site learns the hub's default route, 0.0.0.0/0. Default: false."),
});

const anySite = {
  tunnel: tunnel.optional().describe("How the tunnels of all links are set up."),
  connections: named("a map of connections by hub", connection)
    .optional()
    .describe("The hubs that it is connected to, by their names here, and how."),
};

const breakout = optionalSection("a map, such as {optimize: true}", {
  allow: flag().optional().describe("Default: false."),
  default: flag().optional().describe("Default: false."),
  optimize: flag().optional().describe("Default: false."),
});

export const site = z.union(
  [
    section("a site, such as {links: {...}, connections: {...}}", {
      name: text("a name")
        .optional()
        .describe("Its name in Azure. Default: vst-, the network's name and the name here."),
      resourceGroup: text("a name")
        .optional()
        .describe("Name of a resource group that exists. Default: the network's."),
      location: location
        .optional()
        .describe("Azure region that holds its record. Default: its hub's, or the network's."),
      deviceVendor: text("a maker").optional().describe("Maker of the VPN device."),
      deviceModel: text("a model; put numbers in quotes").optional().describe("Model of the VPN device."),
      addressCidrs: prefixes
        .optional()
        .describe("Prefixes behind the site: static routes into the tunnel. Needed without BGP."),
      office365: breakout
        .optional()
        .describe("Which Microsoft 365 traffic the device lets out to the internet itself."),
      links: counted(z.record(key, link, "a map of links by name"), 4).describe(
        "Its links, one to four, by their names in Azure.",
      ),
      stack: z
        .literal("global", "global")
        .optional()
        .describe(
          "Puts it into the global Terraform stack, for hubs of several regions to use. Default: its region's stack.",
        ),
      tags: tags.optional().describe("Its tags, beside the network's."),
      ...anySite,
    }),
    section("{existing: {id: ...}, links: {...}}", {
      existing: section("{id: ...}", { id: networkId("vpnSites").describe("Its resource id.") }).describe(
        "A site that exists already. Terraform can't read one.",
      ),
      links: counted(z.record(key, existingLink, "a map of links by name"), 4).describe(
        "Its links, by their names in Azure.",
      ),
      ...anySite,
    }),
  ],
  "a site, such as {links: {...}, connections: {...}}",
);

export type SiteDescription = z.output<typeof site>;
export type SiteConnectionDescription = z.output<typeof connection>;
export type LinkDescription = z.output<typeof link>;
