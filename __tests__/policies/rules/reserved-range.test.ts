import { reservedRange } from "../../../policies/rules/reserved-range";
import { said } from "./judging";
import { SECOND_NETWORK } from "./sound";

describe("reserved-range", () => {
  test("takes any other prefix, public ones and the default route too", () => {
    expect(
      said(reservedRange, {
        "azurerm_virtual_network.app.address_space": ["100.64.0.0/22", "198.18.0.0/15", "168.63.0.0/16"],
        "azurerm_vpn_site.bergen.address_cidrs": ["0.0.0.0/0", "128.0.0.0/2"],
      }),
    ).toEqual([]);
  });

  test("refuses hubs, connected virtual networks and sites in ranges that Azure keeps for itself", () => {
    expect(
      said(reservedRange, {
        "azurerm_virtual_hub.sdc.address_prefix": "169.254.16.0/23",
        "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "239.1.0.0/16"],
        "azurerm_vpn_site.bergen.address_cidrs": [
          "127.0.0.0/8",
          "0.1.0.0/16",
          "255.255.255.255/32",
          "168.63.129.16/32",
        ],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "169.254.16.0/23 (address prefix of hub hub-sdc) lies in 169.254.0.0/16: link-local (APIPA)",
        evidence: { prefix: "169.254.16.0/23", range: "169.254.0.0/16" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space[1]",
        message: "239.1.0.0/16 (address space of virtual network vnet-app) lies in 224.0.0.0/4: multicast",
        evidence: { prefix: "239.1.0.0/16", range: "224.0.0.0/4" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message: "127.0.0.0/8 (address_cidrs of site bergen) lies in 127.0.0.0/8: loopback",
        evidence: { prefix: "127.0.0.0/8", range: "127.0.0.0/8" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[1]",
        message: "0.1.0.0/16 (address_cidrs of site bergen) lies in 0.0.0.0/8: this network (RFC 791)",
        evidence: { prefix: "0.1.0.0/16", range: "0.0.0.0/8" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[2]",
        message: "255.255.255.255/32 (address_cidrs of site bergen) lies in 255.255.255.255/32: broadcast",
        evidence: { prefix: "255.255.255.255/32", range: "255.255.255.255/32" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[3]",
        message:
          "168.63.129.16/32 (address_cidrs of site bergen) lies in 168.63.129.16/32: Azure's own platform address (DNS, DHCP, health probes)",
        evidence: { prefix: "168.63.129.16/32", range: "168.63.129.16/32" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
    ]);
  });

  test("goes on with what was meant where host bits are set", () => {
    expect(said(reservedRange, { "azurerm_vpn_site.bergen.address_cidrs": ["169.254.1.1/24"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message: "169.254.1.0/24 (address_cidrs of site bergen) lies in 169.254.0.0/16: link-local (APIPA)",
        evidence: { prefix: "169.254.1.0/24", range: "169.254.0.0/16" },
        remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      },
    ]);
  });

  test("is undecided on an unknown prefix", () => {
    expect(said(reservedRange, { "azurerm_vpn_site.bergen.address_cidrs": "${var.cidrs}" })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs",
        message: "a prefix (address_cidrs of site bergen) is unknown, so it may lie in a range that Azure refuses",
        evidence: {},
        decidedBy: ["var.cidrs"],
      },
    ]);
  });

  test("says nothing of what is advertised, nor of a virtual network that no hub is connected to", () => {
    expect(
      said(reservedRange, {
        'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises': ["169.254.21.0/24"],
        "azurerm_virtual_network.data": { ...SECOND_NETWORK, address_space: ["169.254.0.0/24"] },
      }),
    ).toEqual([]);
  });

  test.each([
    ["0.0.0.0", "0.0.0.0/8", "this network (RFC 791)"],
    ["127.0.0.1", "127.0.0.0/8", "loopback"],
    ["224.0.0.5", "224.0.0.0/4", "multicast"],
    ["168.63.129.16", "168.63.129.16/32", "Azure's own platform address (DNS, DHCP, health probes)"],
  ])("refuses %s as the BGP peer of a site", (peeringAddress, range, reason) => {
    expect(said(reservedRange, { "azurerm_vpn_site.bergen.link[0].bgp.peering_address": peeringAddress })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "link[0].bgp[0].peering_address",
        message: `BGP peering address ${peeringAddress} of site bergen, link a lies in ${range}: ${reason}`,
        evidence: { peeringAddress, range },
        remedy: "Use an address of the device's own, such as one on its loopback interface.",
      },
    ]);
  });

  test("leaves an APIPA peer, an IPv6 one and an unknown one to other rules, and takes the neighbours of a range", () => {
    for (const peer of ["169.254.21.5", "fd00::1", "${var.peer}", "126.255.255.255", "223.255.255.255"]) {
      expect(said(reservedRange, { "azurerm_vpn_site.bergen.link[0].bgp.peering_address": peer })).toEqual([]);
    }
  });
});
