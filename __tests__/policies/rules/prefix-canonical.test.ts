import { prefixCanonical } from "../../../policies/rules/prefix-canonical";
import { said } from "./judging";
import { SECOND_NETWORK } from "./sound";

describe("prefix-canonical", () => {
  test("takes canonical prefixes, IPv6 in a virtual network too", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "fd00:110::/48"],
        "azurerm_vpn_site.bergen.address_cidrs": ["10.31.32.0/20", "0.0.0.0/0", "10.31.9.9/32"],
      }),
    ).toEqual([]);
  });

  test("refuses host bits and says what was meant", () => {
    expect(said(prefixCanonical, { "azurerm_virtual_hub.sdc.address_prefix": "10.100.0.5/23" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: '"10.100.0.5/23" (address prefix of hub hub-sdc): it has host bits set; right would be 10.100.0.0/23',
        evidence: { prefix: "10.100.0.5/23" },
        remedy: "Write 10.100.0.0/23.",
      },
    ]);
  });

  test("refuses an address without a mask and a mask that is too long", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_virtual_hub.sdc.address_prefix": "10.100.0.0",
        "azurerm_virtual_network.app.address_space": ["10.110.0.0/99"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: '"10.100.0.0" (address prefix of hub hub-sdc): it has no mask',
        evidence: { prefix: "10.100.0.0" },
        remedy: "Write an address and a length, such as 10.0.0.0/16.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space[0]",
        message: '"10.110.0.0/99" (address space of virtual network vnet-app): prefix length 99 is over 32',
        evidence: { prefix: "10.110.0.0/99" },
        remedy: "Write an address and a length, such as 10.0.0.0/16.",
      },
    ]);
  });

  test("refuses leading zeros, and text that is no prefix at all", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_vpn_site.bergen.address_cidrs": ["10.31.32.0/020", "10.031.48.0/20", "bergen"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message:
          '"10.31.32.0/020" (address_cidrs of site bergen): prefix length 020 has a leading zero; right would be 10.31.32.0/20',
        evidence: { prefix: "10.31.32.0/020" },
        remedy: "Write 10.31.32.0/20.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[1]",
        message: '"10.031.48.0/20" (address_cidrs of site bergen): octet 031 has a leading zero',
        evidence: { prefix: "10.031.48.0/20" },
        remedy: "Write an address and a length, such as 10.0.0.0/16.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[2]",
        message: '"bergen" (address_cidrs of site bergen): not an IP address',
        evidence: { prefix: "bergen" },
        remedy: "Write an address and a length, such as 10.0.0.0/16.",
      },
    ]);
  });

  test("refuses IPv6 where Azure takes IPv4 only", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_virtual_hub.sdc.address_prefix": "fd00:100::/48",
        "azurerm_vpn_site.bergen.address_cidrs": ["fd00:31::/48"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: '"fd00:100::/48" (address prefix of hub hub-sdc): it is IPv6',
        evidence: { prefix: "fd00:100::/48" },
        remedy: "Write an IPv4 prefix: Virtual WAN hubs and their gateways don't take IPv6.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message: '"fd00:31::/48" (address_cidrs of site bergen): it is IPv6',
        evidence: { prefix: "fd00:31::/48" },
        remedy: "Write an IPv4 prefix: Virtual WAN hubs and their gateways don't take IPv6.",
      },
    ]);
  });

  test("judges peering subnets, subnets and what intent states alike", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_express_route_circuit_peering.stockholm.primary_peer_address_prefix": "172.29.0.1/30",
        "azurerm_subnet.app.address_prefixes": ["10.110.0.1/24"],
        'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises': ["10.31.0.1/16"],
        'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises': ["10.31.16.1/20"],
        "network_intent.value.protected": ["10.31.16.1/20"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_circuit_peering.stockholm",
        path: "primary_peer_address_prefix",
        message:
          '"172.29.0.1/30" (subnet of private peering of circuit erc-stockholm): it has host bits set; right would be 172.29.0.0/30',
        evidence: { prefix: "172.29.0.1/30" },
        remedy: "Write 172.29.0.0/30.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[0]',
        message:
          '"10.31.0.1/16" (advertised over circuit erc-stockholm at hub-sdc): it has host bits set; right would be 10.31.0.0/16',
        evidence: { prefix: "10.31.0.1/16" },
        remedy: "Write 10.31.0.0/16.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_subnet.app",
        path: "address_prefixes[0]",
        message:
          '"10.110.0.1/24" (address prefix of subnet web of virtual network vnet-app): it has host bits set; right would be 10.110.0.0/24',
        evidence: { prefix: "10.110.0.1/24" },
        remedy: "Write 10.110.0.0/24.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: 'vpn["azurerm_vpn_site.bergen"].a.advertises[0]',
        message:
          '"10.31.16.1/20" (advertised over site bergen, link a): it has host bits set; right would be 10.31.16.0/20',
        evidence: { prefix: "10.31.16.1/20" },
        remedy: "Write 10.31.16.0/20.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "output.network_intent",
        path: "protected[0]",
        message: '"10.31.16.1/20" (protected): it has host bits set; right would be 10.31.16.0/20',
        evidence: { prefix: "10.31.16.1/20" },
        remedy: "Write 10.31.16.0/20.",
      },
    ]);
  });

  test("is undecided on a value that only a later step tells", () => {
    expect(
      said(prefixCanonical, { "azurerm_vpn_site.bergen.address_cidrs": ["${terraform_data.ipam.output}"] }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message: "a prefix (address_cidrs of site bergen) is unknown, so it may be badly written",
        evidence: {},
        decidedBy: ["terraform_data.ipam.output"],
      },
    ]);
  });

  test("leaves a virtual network alone that no hub is connected to", () => {
    expect(
      said(prefixCanonical, {
        "azurerm_virtual_network.data": { ...SECOND_NETWORK, address_space: ["10.111.0.0/99", "${var.unknown}"] },
      }),
    ).toEqual([]);
  });

  test("leaves data sources alone, which have passed Azure, where they can't be told", () => {
    expect(
      said(prefixCanonical, {
        "data.azurerm_virtual_hub.old": { name: "hub-old", resource_group_name: "rg" },
        "azurerm_virtual_hub_connection.app.virtual_hub_id": "${data.azurerm_virtual_hub.old.id}",
      }),
    ).toEqual([]);
  });

  describe("of a BGP peering address", () => {
    const PEER = "azurerm_vpn_site.bergen.link[0].bgp.peering_address";

    test("takes one IPv4 address, and leaves an unknown one to the rules about BGP peers", () => {
      expect(said(prefixCanonical, { [PEER]: "10.31.255.7" })).toEqual([]);
      expect(said(prefixCanonical, { [PEER]: "${var.peer}" })).toEqual([]);
      expect(said(prefixCanonical, { "azurerm_vpn_site.bergen.link[0].bgp": undefined })).toEqual([]);
    });

    test.each([
      ["fd00::1", "it is IPv6"],
      ["10.31.255.1/32", "an address has no mask"],
      ["10.31.255.01", "octet 01 has a leading zero"],
      ["", "it is empty"],
    ])("refuses %j", (text, problem) => {
      expect(said(prefixCanonical, { [PEER]: text })).toEqual([
        {
          outcome: "violation",
          level: "error",
          address: "azurerm_vpn_site.bergen",
          path: "link[0].bgp[0].peering_address",
          message: `${JSON.stringify(text)} (BGP peering address of site bergen, link a): ${problem}`,
          evidence: { peeringAddress: text },
          remedy: "Write one IPv4 address of the device, such as 10.0.255.1.",
        },
      ]);
    });
  });
});
