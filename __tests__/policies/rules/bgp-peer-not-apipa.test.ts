import { bgpPeerNotApipa } from "../../../policies/rules/bgp-peer-not-apipa";
import { said } from "./judging";
import { idOf } from "./sound";

const PEER = "azurerm_vpn_site.bergen.link[0].bgp.peering_address";

describe("bgp-peer-not-apipa", () => {
  test("takes the addresses beside the range", () => {
    expect(said(bgpPeerNotApipa, { [PEER]: "169.253.255.255" })).toEqual([]);
    expect(said(bgpPeerNotApipa, { [PEER]: "169.255.0.0" })).toEqual([]);
  });

  test("refuses the first and the last address of the range", () => {
    expect(said(bgpPeerNotApipa, { [PEER]: "169.254.0.0" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message: "BGP peering address 169.254.0.0 of link a of site bergen is an APIPA address, in 169.254.0.0/16",
        evidence: { peeringAddress: "169.254.0.0", range: "169.254.0.0/16" },
        remedy: "Use an address of the device's own, such as one on its loopback interface, outside 169.254.0.0/16.",
      },
    ]);
    expect(said(bgpPeerNotApipa, { [PEER]: "169.254.255.255" })).toHaveLength(1);
  });

  test("says nothing of a link without BGP", () => {
    expect(said(bgpPeerNotApipa, { "azurerm_vpn_site.bergen.link[0].bgp": undefined })).toEqual([]);
  });

  test("is undecided on an unknown address, an unknown bgp block and unknown links", () => {
    expect(said(bgpPeerNotApipa, { [PEER]: "${azurerm_network_interface.twin.private_ip_address}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message: "the BGP peering address of link a of site bergen is unknown, so it may be in 169.254.0.0/16",
        evidence: {},
        decidedBy: ["azurerm_network_interface.twin.private_ip_address"],
      },
    ]);
    expect(said(bgpPeerNotApipa, { "azurerm_vpn_site.bergen.link[0].bgp": "${var.bgp}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp",
        message: "the BGP peering address of link a of site bergen is unknown, so it may be in 169.254.0.0/16",
        evidence: {},
        decidedBy: ["var.bgp"],
      },
    ]);
    expect(said(bgpPeerNotApipa, { "azurerm_vpn_site.bergen.link": "${var.links}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link",
        message:
          "which links site bergen has can't be told, nor whether their BGP peering addresses avoid 169.254.0.0/16",
        evidence: {},
        decidedBy: ["var.links"],
      },
    ]);
  });

  test("leaves a site that is known by id only to where it is described", () => {
    expect(
      said(bgpPeerNotApipa, {
        "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": idOf("vpnSites", "old"),
        "azurerm_vpn_gateway_connection.bergen.vpn_link[0].vpn_site_link_id": `${idOf("vpnSites", "old")}/vpnSiteLinks/a`,
      }),
    ).toEqual([]);
  });
});
