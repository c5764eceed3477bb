import { type Mutation, one, several } from "./mutation";

const NORD = "azurerm_vpn_site.bodo.link[0]";
const PEER = `${NORD}.bgp[0].peering_address`;
const ASN = `${NORD}.bgp[0].asn`;
const NORD_STATED = 'output.network_intent.value.vpn["azurerm_vpn_site.bodo"].nord';
const CIDRS = "azurerm_vpn_site.vardo.address_cidrs";
const LINK = "azurerm_vpn_gateway_connection.bodo.vpn_link[0]";

/** Mistakes in VPN sites and their links. */
export const OF_SITES: readonly Mutation[] = [
  one("site-asn-too-large", "an ASN with a digit too many", ASN, 4294967296, "asn-allowed"),
  one("site-asn-of-azure", "the ASN that Azure's gateways have", ASN, 65515, "asn-allowed"),
  one("site-asn-reserved", "the ASN that stands for 4-byte ones", ASN, 23456, "asn-allowed"),
  one("peer-ipv6", "an IPv6 BGP peer", PEER, "fd00:60::1", "prefix-canonical"),
  one("peer-apipa-out-of-range", "an APIPA peer outside Azure's range", PEER, "169.254.1.1", "bgp-peer-not-apipa"),
  one("peer-apipa", "an APIPA peer that the gateway has no address for", PEER, "169.254.21.9", "bgp-peer-not-apipa"),
  one("peer-is-device", "the device's own address as its BGP peer", PEER, "10.60.0.4", "bgp-peer-not-device-address"),
  one(
    "peer-is-other-device",
    "the other device's address as BGP peer",
    PEER,
    "10.60.0.5",
    "bgp-peer-not-device-address",
  ),
  one("peer-in-hub", "a BGP peer inside the hub's prefix", PEER, "10.200.0.9", "bgp-peer-outside-address-space"),
  one("peer-in-spoke", "a BGP peer inside a virtual network", PEER, "10.220.0.9", "bgp-peer-outside-address-space"),
  one(
    "peer-in-own-cidrs",
    "a BGP peer inside the site's own prefixes",
    "azurerm_vpn_site.vardo.link[0].bgp[0].peering_address",
    "10.70.16.9",
    "bgp-peer-outside-address-space",
  ),
  one("peer-twice", "one BGP peer for two links", PEER, "10.60.255.2", "bgp-peer-unique", {
    path: "link[1].bgp[0].peering_address",
  }),
  one(
    "device-private-without-tunnel",
    "a private device address with a public tunnel",
    `${LINK}.local_azure_ip_address_enabled`,
    false,
    "private-ip-tunnel",
  ),
  one(
    "device-ip-and-fqdn",
    "both an address and a name of the device",
    `${NORD}.fqdn`,
    "device.bodo.example",
    "device-address-literal",
  ),
  one(
    "device-neither",
    "neither address nor name of the device",
    `${NORD}.ip_address`,
    undefined,
    "device-address-literal",
  ),
  several(
    "device-fqdn-malformed",
    "a device name that is none",
    { [`${NORD}.ip_address`]: undefined, [`${NORD}.fqdn`]: "not a name" },
    "device-address-literal",
    `${NORD}.fqdn`,
  ),
  one(
    "device-not-advertised",
    "a device address that no circuit advertises",
    `${NORD}.ip_address`,
    "10.61.0.4",
    "device-address-advertised",
  ),
  one(
    "device-behind-tunnel",
    "a device that is only reached through its own tunnel",
    `${NORD}.ip_address`,
    "10.60.16.4",
    "no-tunnel-through-itself",
  ),
  several(
    "link-name-twice",
    "two links of one name",
    { [`${NORD}.name`]: "sor", [NORD_STATED]: undefined },
    "links-match-site",
    "azurerm_vpn_site.bodo.link[1].name",
  ),
  one(
    "five-links",
    "five links of one site",
    "azurerm_vpn_site.vardo.link",
    ["ost", "vest", "midt", "indre", "ytre"].map((name, at) => ({
      name,
      ip_address: `10.70.0.${at + 4}`,
      bgp: [{ asn: 64630, peering_address: `10.70.255.${at + 1}` }],
    })),
    "limits",
  ),
  one(
    "one-device",
    "one device address for two links",
    "azurerm_vpn_site.bodo.link[0].ip_address",
    "10.60.0.5",
    "redundant-path",
    { path: "link[1].ip_address" },
  ),
  one("cidr-host-bits", "host bits in a site's prefix", CIDRS, ["10.70.16.1/20"], "prefix-canonical", {
    path: "address_cidrs[0]",
  }),
  one("cidr-without-mask", "a site's prefix without mask", CIDRS, ["10.70.16.0"], "prefix-canonical", {
    path: "address_cidrs[0]",
  }),
  one("cidr-in-hub", "a hub's prefix behind a site", CIDRS, ["10.201.0.0/23"], "address-overlap", {
    path: "address_cidrs[0]",
  }),
  one("cidr-in-spoke", "a site's prefix inside a virtual network", CIDRS, ["10.221.2.0/24"], "address-overlap", {
    path: "address_cidrs[0]",
  }),
  one(
    "cidr-default",
    "a default route that holds the site's own BGP peers",
    CIDRS,
    ["10.70.16.0/20", "0.0.0.0/0"],
    "bgp-peer-outside-address-space",
    { path: "link[0].bgp[0].peering_address" },
  ),
  one("cidr-loopback", "a loopback prefix behind a site", CIDRS, ["127.0.0.0/16"], "reserved-range", {
    path: "address_cidrs[0]",
  }),
  several(
    "site-without-routes",
    "neither prefixes nor BGP",
    {
      [`${CIDRS}`]: undefined,
      "azurerm_vpn_site.vardo.link[0].bgp": undefined,
      "azurerm_vpn_site.vardo.link[1].bgp": undefined,
    },
    "site-routes-known",
    "azurerm_vpn_site.vardo.address_cidrs",
  ),
];
