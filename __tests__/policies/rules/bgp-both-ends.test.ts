import { bgpBothEnds } from "../../../policies/rules/bgp-both-ends";
import { said } from "./judging";
import { idOf, SECOND_LINK } from "./sound";

const SITE_BGP = "azurerm_vpn_site.bergen.link[0].bgp";
const VPN_LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";

describe("bgp-both-ends", () => {
  test("takes BGP at neither end", () => {
    expect(said(bgpBothEnds, { [SITE_BGP]: undefined, [`${VPN_LINK}.bgp_enabled`]: undefined })).toEqual([]);
  });

  test("refuses BGP on the site alone, written or by default", () => {
    expect(said(bgpBothEnds, { [`${VPN_LINK}.bgp_enabled`]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "bgp_enabled of site bergen, link a is false, its default, but the site link has BGP",
        evidence: { siteLinkHasBgp: true, bgpEnabled: false },
        remedy: "Set bgp_enabled to true, or take the bgp block out of the site link.",
      },
    ]);
    expect(said(bgpBothEnds, { [`${VPN_LINK}.bgp_enabled`]: false })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "bgp_enabled of site bergen, link a is false, but the site link has BGP",
        evidence: { siteLinkHasBgp: true, bgpEnabled: false },
        remedy: "Set bgp_enabled to true, or take the bgp block out of the site link.",
      },
    ]);
  });

  test("refuses BGP on the connection alone", () => {
    expect(said(bgpBothEnds, { [SITE_BGP]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "bgp_enabled of site bergen, link a is true, but the site link has no BGP",
        evidence: { siteLinkHasBgp: false, bgpEnabled: true },
        remedy: "Give the site link a bgp block with the device's ASN and peering address, or take bgp_enabled out.",
      },
    ]);
  });

  test("is undecided where one end can't be told", () => {
    expect(said(bgpBothEnds, { [`${VPN_LINK}.bgp_enabled`]: "${var.bgp}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "whether BGP is on at both ends of site bergen, link a can't be told",
        evidence: {},
        decidedBy: ["var.bgp"],
      },
    ]);
    expect(said(bgpBothEnds, { [SITE_BGP]: "${var.bgp}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "whether BGP is on at both ends of site bergen, link a can't be told",
        evidence: {},
        decidedBy: ["var.bgp"],
      },
    ]);
  });

  test("is undecided on a link of a site that is known by id only", () => {
    expect(
      said(bgpBothEnds, {
        "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": idOf("vpnSites", "old"),
        [`${VPN_LINK}.vpn_site_link_id`]: `${idOf("vpnSites", "old")}/vpnSiteLinks/a`,
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "whether BGP is on at both ends of site old, link a can't be told",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/vpnSites/old/vpnSiteLinks/a",
        ],
      },
    ]);
  });

  test("decides without knowing which link it is, where all links of the site agree", () => {
    const changes = { [`${VPN_LINK}.vpn_site_link_id`]: "${local.link}", [`${VPN_LINK}.name`]: "x" };
    const second = "azurerm_vpn_site.bergen.link[1]";
    expect(said(bgpBothEnds, { ...changes, [second]: SECOND_LINK })).toEqual([]);
    expect(said(bgpBothEnds, { ...changes, [second]: { ...SECOND_LINK, bgp: undefined } })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_gateway_connection.bergen",
        path: "vpn_link[0].bgp_enabled",
        message: "whether BGP is on at both ends of site bergen at hub-sdc, link x can't be told",
        evidence: {},
        decidedBy: ["local.link"],
      },
    ]);
  });
});
