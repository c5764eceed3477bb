import { bgpPeerOutsideAddressSpace } from "../../../policies/rules/bgp-peer-outside-address-space";
import { networkOf } from "../../support/network";
import { said, saidOf } from "./judging";
import { idOf, SECOND_NETWORK, SECOND_SITE } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const PEER = `${SITE}.link[0].bgp.peering_address`;

describe("bgp-peer-outside-address-space", () => {
  test("takes a peer beside every address space, in what is advertised, and in another site's", () => {
    expect(said(bgpPeerOutsideAddressSpace, { [PEER]: "10.100.2.0" })).toEqual([]);
    expect(said(bgpPeerOutsideAddressSpace, { [PEER]: "10.31.16.9" })).toEqual([]);
    expect(
      said(bgpPeerOutsideAddressSpace, {
        [PEER]: "10.30.7.7",
        "azurerm_vpn_site.oslo": { ...SECOND_SITE, address_cidrs: ["10.30.0.0/20"] },
      }),
    ).toEqual([]);
  });

  test("refuses a peer in its own site's address_cidrs", () => {
    expect(
      said(bgpPeerOutsideAddressSpace, { [`${SITE}.address_cidrs`]: ["10.31.32.0/20"], [PEER]: "10.31.47.255" }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.31.47.255 of site bergen, link a lies in 10.31.32.0/20 of its site's address_cidrs",
        evidence: { peeringAddress: "10.31.47.255", prefix: "10.31.32.0/20", owner: "azurerm_vpn_site.bergen" },
        remedy:
          "Use an address of the device that lies in no hub, no virtual network and none of the site's address_cidrs, such as one on its loopback interface.",
      },
    ]);
  });

  test("refuses a peer in a hub, and one in a connected virtual network", () => {
    expect(said(bgpPeerOutsideAddressSpace, { [PEER]: "10.100.1.250" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.100.1.250 of site bergen, link a lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: { peeringAddress: "10.100.1.250", prefix: "10.100.0.0/23", owner: "azurerm_virtual_hub.sdc" },
        remedy:
          "Use an address of the device that lies in no hub, no virtual network and none of the site's address_cidrs, such as one on its loopback interface.",
      },
    ]);
    expect(said(bgpPeerOutsideAddressSpace, { [PEER]: "10.110.0.0" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.110.0.0 of site bergen, link a lies in 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
        evidence: { peeringAddress: "10.110.0.0", prefix: "10.110.0.0/22", owner: "azurerm_virtual_network.app" },
        remedy:
          "Use an address of the device that lies in no hub, no virtual network and none of the site's address_cidrs, such as one on its loopback interface.",
      },
    ]);
  });

  test("takes a peer in a virtual network that no hub is connected to", () => {
    expect(
      said(bgpPeerOutsideAddressSpace, { "azurerm_virtual_network.data": SECOND_NETWORK, [PEER]: "10.111.0.4" }),
    ).toEqual([]);
  });

  test("takes a peer in the hub of a WAN that has nothing to do with the site", () => {
    expect(
      said(bgpPeerOutsideAddressSpace, {
        "azurerm_virtual_wan.lab": { name: "wan-lab", location: "swedencentral", resource_group_name: "rg" },
        "azurerm_virtual_hub.lab": {
          name: "hub-lab",
          virtual_wan_id: "${azurerm_virtual_wan.lab.id}",
          address_prefix: "10.31.255.0/24",
        },
      }),
    ).toEqual([]);
  });

  test("is undecided on an unknown peer", () => {
    expect(said(bgpPeerOutsideAddressSpace, { [PEER]: "${var.peer}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message: "the BGP peering address of site bergen, link a is unknown, so it may lie in an address space",
        evidence: {},
        decidedBy: ["var.peer"],
      },
    ]);
  });

  test("is undecided where its site's address_cidrs are unknown", () => {
    expect(said(bgpPeerOutsideAddressSpace, { [`${SITE}.address_cidrs`]: ["${terraform_data.ipam.output}"] })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message:
          "BGP peering address 10.31.255.1 of site bergen, link a may lie in its site's address_cidrs, which are unknown",
        evidence: {},
        decidedBy: ["terraform_data.ipam.output"],
      },
    ]);
  });

  test("is undecided once for a virtual network or hub that can't be told, naming the peers", () => {
    expect(
      said(bgpPeerOutsideAddressSpace, {
        "azurerm_virtual_network.app.address_space": "${var.space}",
        "azurerm_vpn_site.oslo": SECOND_SITE,
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space",
        message:
          "the address space of virtual network vnet-app can't be told, so it may hold the BGP peering address of site bergen, link a (azurerm_vpn_site.bergen) and site oslo, link a (azurerm_vpn_site.oslo)",
        evidence: {},
        decidedBy: ["var.space"],
      },
    ]);
    expect(
      said(bgpPeerOutsideAddressSpace, {
        "azurerm_virtual_hub_connection.app.virtual_hub_id": idOf("virtualHubs", "hub-old"),
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub_connection.app",
        path: "virtual_hub_id",
        message:
          "the address space of hub hub-old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old) can't be told, so it may hold the BGP peering address of site bergen, link a (azurerm_vpn_site.bergen)",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old",
        ],
      },
    ]);
  });

  test("calls a known address space a violation, whatever else is unknown", () => {
    expect(
      said(bgpPeerOutsideAddressSpace, { [`${SITE}.address_cidrs`]: ["${var.cidr}"], [PEER]: "10.100.0.9" }).map(
        ({ outcome, message }) => `${outcome}: ${message}`,
      ),
    ).toEqual([
      "violation: BGP peering address 10.100.0.9 of site bergen, link a lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
    ]);
  });

  test("counts the WAN that a site is connected to, beside the one that it names", () => {
    const foreign = {
      "azurerm_virtual_wan.other": { name: "wan-other" },
      "azurerm_vpn_site.bergen.virtual_wan_id": "${azurerm_virtual_wan.other.id}",
      "azurerm_vpn_site.bergen.link[0].bgp.peering_address": "10.100.0.4",
    };
    expect(said(bgpPeerOutsideAddressSpace, foreign).map(({ outcome, message }) => `${outcome}: ${message}`)).toEqual([
      "violation: BGP peering address 10.100.0.4 of site bergen, link a lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
    ]);
    expect(
      said(bgpPeerOutsideAddressSpace, { ...foreign, "azurerm_vpn_gateway_connection.bergen": undefined }),
    ).toEqual([]);
  });

  test("asks about an unknown peer only where there is an address space, known or not", () => {
    const link = [{ name: "a", ip_address: "10.31.0.4", bgp: { asn: 65032, peering_address: "${var.peer}" } }];
    const alone = (more: object) =>
      saidOf(
        bgpPeerOutsideAddressSpace,
        networkOf({ resource: { azurerm_vpn_site: { bergen: { name: "bergen", link, ...more } } } }),
      ).map(({ outcome, decidedBy }) => [outcome, decidedBy]);
    const open = [["undecided", ["var.peer"]]];
    expect(alone({})).toEqual([]);
    expect(alone({ address_cidrs: ["10.31.32.0/20"] })).toEqual(open);
    expect(alone({ address_cidrs: "${var.cidrs}" })).toEqual(open);
  });

  test("doesn't ask about an address space that can't be told where no site has a known peer", () => {
    const space = {
      "azurerm_virtual_hub.sdc.address_prefix": "${var.prefix}",
      [PEER]: undefined,
      [`${SITE}.link[0].bgp`]: undefined,
    };
    expect(said(bgpPeerOutsideAddressSpace, space)).toEqual([]);
  });

  test("is undecided on a peer in a hub of which can't be told whether it is in the site's WAN", () => {
    const other = { "azurerm_virtual_wan.other": { name: "other", location: "norwayeast", resource_group_name: "rg" } };
    const found = said(bgpPeerOutsideAddressSpace, {
      ...other,
      [PEER]: "10.100.1.250",
      [`${SITE}.virtual_wan_id`]: "${each.value}",
      "azurerm_vpn_gateway_connection.bergen": undefined,
    });
    expect(found.map(({ outcome, message, decidedBy }) => [outcome, message, decidedBy])).toEqual([
      [
        "undecided",
        "BGP peering address 10.100.1.250 of site bergen, link a lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc); whether both are in one WAN can't be told",
        ["each.value"],
      ],
    ]);
  });
});
