import { bgpPeerNotApipa } from "../../../policies/rules/bgp-peer-not-apipa";
import { type Changes, said } from "./judging";
import { idOf } from "./sound";

const PEER = "azurerm_vpn_site.bergen.link[0].bgp.peering_address";

const LINK = "azurerm_vpn_gateway_connection.bergen.vpn_link[0]";

/** The link over the internet, with an APIPA peer and what goes with it. */
function internet(): Changes {
  return {
    [PEER]: "169.254.21.9",
    [`${LINK}.local_azure_ip_address_enabled`]: false,
    [`${LINK}.custom_bgp_address`]: [
      { ip_configuration_id: "Instance0", ip_address: "169.254.21.10" },
      { ip_configuration_id: "Instance1", ip_address: "169.254.22.10" },
    ],
    "azurerm_vpn_gateway.sdc.bgp_settings": [
      {
        asn: 65515,
        peer_weight: 0,
        instance_0_bgp_peering_address: [{ custom_ips: ["169.254.21.10"] }],
        instance_1_bgp_peering_address: [{ custom_ips: ["169.254.22.10"] }],
      },
    ],
  };
}

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
        message: "BGP peering address 169.254.0.0 of site bergen, link a is an APIPA address, in 169.254.0.0/16",
        evidence: { peeringAddress: "169.254.0.0", range: "169.254.0.0/16" },
        remedy: "Use an address of the device's own, such as one on its loopback interface, outside 169.254.0.0/16.",
      },
    ]);
    expect(said(bgpPeerNotApipa, { [PEER]: "169.254.255.255" })).toHaveLength(1);
  });

  test("takes one on a link over the internet, from custom addresses that the gateway has", () => {
    expect(said(bgpPeerNotApipa, internet())).toEqual([]);
    expect(
      said(bgpPeerNotApipa, { ...internet(), [PEER]: "${azurerm_network_interface.a.private_ip_address}" }),
    ).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["is connected over ExpressRoute", { [`${LINK}.local_azure_ip_address_enabled`]: true }],
    ["uses no custom address", { [`${LINK}.custom_bgp_address`]: undefined }],
    ["uses one that the gateway doesn't have", { [`${LINK}.custom_bgp_address[1].ip_address`]: "169.254.22.9" }],
    ["has BGP off at the connection", { [`${LINK}.bgp_enabled`]: false }],
    ["is connected nowhere", { "azurerm_vpn_gateway_connection.bergen": undefined }],
  ])("refuses one on a link that %s", (_case, changes) => {
    expect(said(bgpPeerNotApipa, { ...internet(), ...changes })).toMatchObject([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
      },
    ]);
  });

  test("says what is missing over the internet", () => {
    expect(said(bgpPeerNotApipa, { ...internet(), [`${LINK}.custom_bgp_address`]: undefined })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 169.254.21.9 of site bergen, link a is an APIPA address, in 169.254.0.0/16, and the link uses no custom BGP address that its gateway has",
        evidence: { peeringAddress: "169.254.21.9", range: "169.254.0.0/16" },
        remedy:
          "Use an address of the device's own, such as one on its loopback interface, outside 169.254.0.0/16. Over the internet, custom_ips of both instances of the gateway do too, named in custom_bgp_address of the connection.",
      },
    ]);
  });

  test.each<[string, Changes, string]>([
    ["the path", { [`${LINK}.local_azure_ip_address_enabled`]: "${var.private}" }, "var.private"],
    ["the custom addresses", { [`${LINK}.custom_bgp_address`]: "${var.addresses}" }, "var.addresses"],
    ["those of the gateway", { "azurerm_vpn_gateway.sdc.bgp_settings": "${var.bgp}" }, "var.bgp"],
    [
      "the link that is connected",
      { [`${LINK}.vpn_site_link_id`]: "${var.link}", [`${LINK}.custom_bgp_address`]: undefined },
      "var.link",
    ],
  ])("is undecided where %s can't be told", (_case, changes, decidedBy) => {
    expect(said(bgpPeerNotApipa, { ...internet(), ...changes })).toMatchObject([
      {
        outcome: "undecided",
        message:
          "BGP peering address 169.254.21.9 of site bergen, link a is an APIPA address, in 169.254.0.0/16; whether it is connected over the internet, from custom BGP addresses that its gateway has, can't be told",
        decidedBy: [decidedBy],
      },
    ]);
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
        message: "the BGP peering address of site bergen, link a is unknown, so it may be in 169.254.0.0/16",
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
        message: "the BGP peering address of site bergen, link a is unknown, so it may be in 169.254.0.0/16",
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

  test("asks about every link of a site, where which of them is connected can't be told, and about none of another site", () => {
    const other = "azurerm_vpn_site.oslo";
    const oslo = {
      [other]: {
        name: "oslo",
        resource_group_name: "rg",
        location: "swedencentral",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
        link: [{ name: "a", ip_address: "203.0.113.9", bgp: { asn: 65031, peering_address: "169.254.21.17" } }],
      },
    };
    const untold = { [`${LINK}.vpn_site_link_id`]: "${var.link}", [`${LINK}.custom_bgp_address`]: undefined };
    const found = (changes: Changes) =>
      said(bgpPeerNotApipa, { ...internet(), ...oslo, ...untold, ...changes }).map(
        ({ outcome, address, decidedBy }) => [outcome, address, decidedBy],
      );
    expect(found({})).toEqual([
      ["undecided", "azurerm_vpn_site.bergen", ["var.link"]],
      ["violation", other, undefined],
    ]);
    expect(found({ "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": "${var.site}" })).toEqual([
      ["undecided", "azurerm_vpn_site.bergen", ["var.link"]],
      ["undecided", other, ["var.link"]],
    ]);
  });

  test("is undecided where the gateway, an instance or a custom address of the connection can't be told", () => {
    const decidedBy = (changes: Changes) =>
      said(bgpPeerNotApipa, { ...internet(), ...changes }).map((one) => one.decidedBy);
    expect(decidedBy({ "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": "${var.gateway}" })).toEqual([
      ["var.gateway"],
    ]);
    expect(decidedBy({ [`${LINK}.custom_bgp_address[0].ip_configuration_id`]: "${var.instance}" })).toEqual([
      ["var.instance"],
    ]);
    expect(decidedBy({ [`${LINK}.custom_bgp_address[1].ip_address`]: "${var.address}" })).toEqual([["var.address"]]);
  });

  test("refuses one whose connection names no gateway, for nothing has a custom address there", () => {
    const found = said(bgpPeerNotApipa, {
      ...internet(),
      "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": undefined,
    });
    expect(found.map(({ outcome }) => outcome)).toEqual(["violation"]);
  });

  test("is undecided where the gateway of the connection can't be told at all", () => {
    const stray = { ...internet(), "azurerm_vpn_gateway_connection.bergen.vpn_gateway_id": "${each.value}" };
    expect(said(bgpPeerNotApipa, stray).map(({ outcome, decidedBy }) => [outcome, decidedBy])).toEqual([
      ["undecided", ["each.value"]],
    ]);
  });
});
