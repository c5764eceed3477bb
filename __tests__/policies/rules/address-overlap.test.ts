import { addressOverlap } from "../../../policies/rules/address-overlap";
import { networkOfInputs } from "../../support/network";
import { changed, said, saidOf } from "./judging";
import { SECOND_NETWORK, SECOND_SITE, SECOND_SPOKE, SOUND } from "./sound";

describe("address-overlap", () => {
  test("takes neighbours, and one on-premises prefix inside another", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_network.app.address_space": ["10.100.2.0/23", "10.99.254.0/23"],
        "azurerm_vpn_site.bergen.address_cidrs": ["10.31.0.0/16"],
        "azurerm_vpn_site.oslo": { ...SECOND_SITE, address_cidrs: ["10.31.0.0/16", "10.31.1.0/24"] },
        "azurerm_subnet.app": undefined,
      }),
    ).toEqual([]);
  });

  test("refuses a virtual network inside a hub", () => {
    expect(said(addressOverlap, { "azurerm_virtual_network.app.address_space": ["10.100.1.0/24"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space[0]",
        message:
          "10.100.1.0/24 of virtual network vnet-app lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {
          prefix: "10.100.1.0/24",
          other: "10.100.0.0/23",
          otherAddress: "azurerm_virtual_hub.sdc",
          otherPath: "address_prefix",
        },
        remedy: "Give one of the two another prefix.",
      },
    ]);
  });

  test("only warns of a virtual network that lies whole in what a site lists, whatever its length", () => {
    expect(said(addressOverlap, { "azurerm_vpn_site.bergen.address_cidrs": ["10.110.0.0/21"] })).toEqual([
      {
        outcome: "violation",
        level: "warning",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message:
          "10.110.0.0/21 in address_cidrs of site bergen overlaps 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app)",
        evidence: {
          prefix: "10.110.0.0/22",
          other: "10.110.0.0/21",
          otherAddress: "azurerm_vpn_site.bergen",
          otherPath: "address_cidrs[0]",
        },
        remedy:
          "Make sure that nothing on premises uses what 10.110.0.0/21 shares with Azure, or list narrower prefixes.",
      },
    ]);
  });

  test.each(["10.110.0.0/22", "10.110.2.0/23", "10.100.0.0/23"])(
    "refuses a site that lists %s, which is or lies in a prefix of Azure",
    (prefix) => {
      expect(said(addressOverlap, { "azurerm_vpn_site.bergen.address_cidrs": [prefix] })).toMatchObject([
        { outcome: "violation", level: "error", address: "azurerm_vpn_site.bergen", path: "address_cidrs[0]" },
      ]);
    },
  );

  test("refuses a site that lists part of a hub", () => {
    expect(said(addressOverlap, { "azurerm_vpn_site.bergen.address_cidrs": ["10.100.0.64/26"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message:
          "10.100.0.64/26 in address_cidrs of site bergen lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {
          prefix: "10.100.0.64/26",
          other: "10.100.0.0/23",
          otherAddress: "azurerm_virtual_hub.sdc",
          otherPath: "address_prefix",
        },
        remedy: "Use a prefix in Azure that nothing on premises uses, or list and advertise only what is on premises.",
      },
    ]);
  });

  test("refuses two equal virtual networks, once", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "10.112.0.0/22", "10.113.0.0/22"],
        "azurerm_virtual_network.data": {
          ...SECOND_NETWORK,
          address_space: ["10.110.0.0/22", "10.112.0.0/16", "10.113.0.0/24"],
        },
        "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.data",
        path: "address_space[0]",
        message:
          "10.110.0.0/22 of virtual network vnet-data is also a prefix of virtual network vnet-app (azurerm_virtual_network.app); 2 more prefixes of the two overlap",
        evidence: {
          prefix: "10.110.0.0/22",
          other: "10.110.0.0/22",
          otherAddress: "azurerm_virtual_network.app",
          otherPath: "address_space[0]",
          overlaps: [
            "10.110.0.0/22 in 10.110.0.0/22",
            "10.112.0.0/22 in 10.112.0.0/16",
            "10.113.0.0/24 in 10.113.0.0/22",
          ],
        },
        remedy: "Give one of the two another prefix.",
      },
    ]);
  });

  test("refuses two prefixes of one virtual network that overlap", () => {
    expect(
      said(addressOverlap, { "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "10.110.1.0/24"] }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space[1]",
        message: "10.110.1.0/24 of virtual network vnet-app lies in 10.110.0.0/22 of the same",
        evidence: {
          prefix: "10.110.1.0/24",
          other: "10.110.0.0/22",
          otherAddress: "azurerm_virtual_network.app",
          otherPath: "address_space[0]",
        },
        remedy: "Give one of the two another prefix.",
      },
    ]);
  });

  test("refuses equal hubs", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_hub.noe": {
          name: "hub-noe",
          location: "norwayeast",
          virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
          address_prefix: "10.100.0.0/23",
        },
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_hub.sdc",
        path: "address_prefix",
        message: "10.100.0.0/23 of hub hub-sdc is also a prefix of hub hub-noe (azurerm_virtual_hub.noe)",
        evidence: {
          prefix: "10.100.0.0/23",
          other: "10.100.0.0/23",
          otherAddress: "azurerm_virtual_hub.noe",
          otherPath: "address_prefix",
        },
        remedy: "Give one of the two another prefix.",
      },
    ]);
  });

  test("finds n equal virtual networks n - 1 times", () => {
    const changes = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        [
          `azurerm_virtual_network.n${n}`,
          { name: `n${n}`, resource_group_name: "rg", location: "swedencentral", address_space: ["10.200.0.0/16"] },
        ],
        [
          `azurerm_virtual_hub_connection.n${n}`,
          {
            name: `n${n}`,
            virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
            remote_virtual_network_id: `\${azurerm_virtual_network.n${n}.id}`,
          },
        ],
      ]).flat(),
    );
    expect(said(addressOverlap, changes)).toHaveLength(29);
  });

  test("refuses a peering subnet in a virtual network and in what a site lists", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_network.app.address_space": ["10.110.0.0/22", "172.29.0.0/29"],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_circuit_peering.stockholm",
        path: "primary_peer_address_prefix",
        message:
          "172.29.0.0/30 of private peering of circuit erc-stockholm lies in 172.29.0.0/29 of virtual network vnet-app (azurerm_virtual_network.app); 1 more prefix of the two overlaps",
        evidence: {
          prefix: "172.29.0.0/30",
          other: "172.29.0.0/29",
          otherAddress: "azurerm_virtual_network.app",
          otherPath: "address_space[1]",
          overlaps: ["172.29.0.0/30 in 172.29.0.0/29", "172.29.0.4/30 in 172.29.0.0/29"],
        },
        remedy: "Give one of the two another prefix.",
      },
    ]);
    expect(said(addressOverlap, { "azurerm_vpn_site.bergen.address_cidrs": ["172.29.0.4/30"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message:
          "172.29.0.4/30 in address_cidrs of site bergen is also a prefix of private peering of circuit erc-stockholm (azurerm_express_route_circuit_peering.stockholm)",
        evidence: {
          prefix: "172.29.0.4/30",
          other: "172.29.0.4/30",
          otherAddress: "azurerm_express_route_circuit_peering.stockholm",
          otherPath: "secondary_peer_address_prefix",
        },
        remedy: "Take the peering subnet out of address_cidrs.",
      },
    ]);
  });

  test("takes circuits that use the same peering subnets", () => {
    expect(
      said(addressOverlap, {
        "azurerm_express_route_circuit_peering.stockholm.secondary_peer_address_prefix": "172.29.0.0/30",
      }),
    ).toEqual([]);
  });

  test("leaves a virtual network alone that no hub is connected to", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_network.data": { ...SECOND_NETWORK, address_space: ["10.0.0.0/8", "${var.more}"] },
      }),
    ).toEqual([]);
  });

  test("goes on with what was meant where host bits are set, and passes over what is no prefix", () => {
    const network = changed(SOUND, {
      "azurerm_virtual_network.app.address_space": ["10.100.1.9/24", "10.100.0.0"],
    });
    expect(saidOf(addressOverlap, networkOfInputs({ "cdk.tf.json": network })).map(({ message }) => message)).toEqual([
      "10.100.1.0/24 of virtual network vnet-app lies in 10.100.0.0/23 of hub hub-sdc (azurerm_virtual_hub.sdc)",
    ]);
  });
});
