import { bgpPeerNotDeviceAddress } from "../../../policies/rules/bgp-peer-not-device-address";
import { said } from "./judging";
import { SECOND_LINK, SECOND_SITE } from "./sound";

const LINK = "azurerm_vpn_site.bergen.link[0]";
const SECOND = "azurerm_vpn_site.bergen.link[1]";

describe("bgp-peer-not-device-address", () => {
  test("takes the neighbour of a device, and the device of another site", () => {
    expect(said(bgpPeerNotDeviceAddress, { [`${LINK}.bgp.peering_address`]: "10.31.0.5" })).toEqual([]);
    expect(
      said(bgpPeerNotDeviceAddress, {
        [`${LINK}.bgp.peering_address`]: "10.30.0.4",
        "azurerm_vpn_site.oslo": SECOND_SITE,
      }),
    ).toEqual([]);
  });

  test("refuses the link's own device", () => {
    expect(said(bgpPeerNotDeviceAddress, { [`${LINK}.bgp.peering_address`]: "10.31.0.4" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message: "BGP peering address 10.31.0.4 of site bergen, link a is also the address of its VPN device",
        evidence: { peeringAddress: "10.31.0.4", deviceAddress: "10.31.0.4", deviceOf: "azurerm_vpn_site.bergen#a" },
        remedy: "Use another address of the device for BGP, such as one on its loopback interface.",
      },
    ]);
  });

  test("refuses the device of another link of the site", () => {
    expect(
      said(bgpPeerNotDeviceAddress, { [SECOND]: SECOND_LINK, [`${LINK}.bgp.peering_address`]: "10.31.0.5" }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.31.0.5 of site bergen, link a is also the address of the VPN device of site bergen, link b",
        evidence: { peeringAddress: "10.31.0.5", deviceAddress: "10.31.0.5", deviceOf: "azurerm_vpn_site.bergen#b" },
        remedy: "Use another address of the device for BGP, such as one on its loopback interface.",
      },
    ]);
  });

  test("is undecided on an unknown peer, and on an unknown device where no known one is equal", () => {
    expect(said(bgpPeerNotDeviceAddress, { [`${LINK}.bgp.peering_address`]: "${var.peer}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "the BGP peering address of site bergen, link a is unknown, so it may be the address of a VPN device of the site",
        evidence: {},
        decidedBy: ["var.peer"],
      },
    ]);
    expect(
      said(bgpPeerNotDeviceAddress, { [SECOND]: { ...SECOND_LINK, ip_address: "${var.device}" } }).map(
        ({ outcome, path, message, decidedBy }) => ({ outcome, path, message, decidedBy }),
      ),
    ).toEqual([
      {
        outcome: "undecided",
        path: "link[0].bgp[0].peering_address",
        message:
          "a VPN device address of site bergen is unknown, so it may be the BGP peering address 10.31.255.1 of site bergen, link a",
        decidedBy: ["var.device"],
      },
      {
        outcome: "undecided",
        path: "link[1].bgp[0].peering_address",
        message:
          "a VPN device address of site bergen is unknown, so it may be the BGP peering address 10.31.255.2 of site bergen, link b",
        decidedBy: ["var.device"],
      },
    ]);
  });

  test("calls a known equality a violation, whatever else is unknown", () => {
    expect(
      said(bgpPeerNotDeviceAddress, {
        [SECOND]: { ...SECOND_LINK, ip_address: "${var.device}", bgp: undefined },
        [`${LINK}.bgp.peering_address`]: "10.31.0.4",
      }).map(({ outcome, path }) => `${outcome} ${path}`),
    ).toEqual(["violation link[0].bgp[0].peering_address"]);
  });

  test("says nothing of an unknown peer where no device has a literal address", () => {
    expect(
      said(bgpPeerNotDeviceAddress, {
        [`${LINK}.ip_address`]: undefined,
        [`${LINK}.fqdn`]: "vpn.bergen.example",
        [`${LINK}.bgp.peering_address`]: "${var.peer}",
      }),
    ).toEqual([]);
  });
});
