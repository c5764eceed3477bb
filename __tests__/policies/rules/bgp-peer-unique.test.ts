import { bgpPeerUnique } from "../../../policies/rules/bgp-peer-unique";
import { said } from "./judging";
import { idOf, SECOND_LINK, SECOND_SITE } from "./sound";

const PEER = "azurerm_vpn_site.bergen.link[0].bgp.peering_address";
const SECOND = "azurerm_vpn_site.bergen.link[1]";

describe("bgp-peer-unique", () => {
  test("takes different addresses", () => {
    expect(said(bgpPeerUnique, { [SECOND]: SECOND_LINK, "azurerm_vpn_site.oslo": SECOND_SITE })).toEqual([]);
  });

  test("refuses one address on two links of a site, and on links of two sites", () => {
    expect(
      said(bgpPeerUnique, { [SECOND]: { ...SECOND_LINK, bgp: { asn: 65032, peering_address: "10.31.255.1" } } }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[1].bgp[0].peering_address",
        message: "BGP peering address 10.31.255.1 of site bergen, link b is also that of site bergen, link a",
        evidence: { peeringAddress: "10.31.255.1", other: "azurerm_vpn_site.bergen", otherLink: "link[0]" },
        remedy: "Give every link a BGP peering address of its own.",
      },
    ]);
    expect(said(bgpPeerUnique, { [PEER]: "10.30.255.1", "azurerm_vpn_site.oslo": SECOND_SITE })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.oslo",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.30.255.1 of site oslo, link a is also that of site bergen, link a (azurerm_vpn_site.bergen)",
        evidence: { peeringAddress: "10.30.255.1", other: "azurerm_vpn_site.bergen", otherLink: "link[0]" },
        remedy: "Give every link a BGP peering address of its own.",
      },
    ]);
  });

  test("finds n links with one address n - 1 times", () => {
    const changes = Array.from({ length: 40 }, (_, n) => [
      `azurerm_vpn_site.s${n}`,
      { ...SECOND_SITE, name: `s${n}`, link: [{ name: "a", bgp: { asn: 65100, peering_address: "10.31.255.1" } }] },
    ]);
    expect(said(bgpPeerUnique, Object.fromEntries(changes))).toHaveLength(40);
  });

  test("is undecided on an unknown address where there is another peer", () => {
    expect(
      said(bgpPeerUnique, { [SECOND]: { ...SECOND_LINK, bgp: { asn: 65032, peering_address: "${var.peer}" } } }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[1].bgp[0].peering_address",
        message:
          "the BGP peering address of site bergen, link b is unknown, so it may be another link's, such as that of site bergen, link a",
        evidence: {},
        decidedBy: ["var.peer"],
      },
    ]);
  });

  test("says nothing of an unknown address where there is no other peer", () => {
    expect(said(bgpPeerUnique, { [PEER]: "${var.peer}", [SECOND]: { ...SECOND_LINK, bgp: undefined } })).toEqual([]);
  });

  test("lets WANs that have nothing to do with each other use the same address", () => {
    const lab = { name: "wan-lab", location: "swedencentral", resource_group_name: "rg" };
    const site = { ...SECOND_SITE, virtual_wan_id: "${azurerm_virtual_wan.lab.id}" };
    expect(
      said(bgpPeerUnique, { [PEER]: "10.30.255.1", "azurerm_virtual_wan.lab": lab, "azurerm_vpn_site.oslo": site }),
    ).toEqual([]);
  });

  test("is undecided where two WANs may be one", () => {
    const site = { ...SECOND_SITE, virtual_wan_id: idOf("virtualWans", "wan-nordics") };
    expect(said(bgpPeerUnique, { [PEER]: "10.30.255.1", "azurerm_vpn_site.oslo": site })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.oslo",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.30.255.1 of site oslo, link a is also that of site bergen, link a (azurerm_vpn_site.bergen); whether both are in one WAN can't be told",
        evidence: { peeringAddress: "10.30.255.1", other: "azurerm_vpn_site.bergen", otherLink: "link[0]" },
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan-nordics",
          "azurerm_virtual_wan.wan.id",
        ],
      },
    ]);
  });

  test("tells two links of one name apart by the address of the site", () => {
    expect(
      said(bgpPeerUnique, {
        "azurerm_vpn_site.bergen.count": 2,
        "azurerm_vpn_gateway_connection.bergen": undefined,
        network_intent: undefined,
      }).map(({ address, message }) => `${address}: ${message}`),
    ).toEqual([
      "azurerm_vpn_site.bergen[1]: BGP peering address 10.31.255.1 of site azurerm_vpn_site.bergen[1], link a is also that of site azurerm_vpn_site.bergen[0], link a",
    ]);
  });
});
