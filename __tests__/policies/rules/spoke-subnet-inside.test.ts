import { spokeSubnetInside } from "../../../policies/rules/spoke-subnet-inside";
import { said } from "./judging";
import { idOf, SECOND_NETWORK } from "./sound";

const APP = "azurerm_virtual_network.app";

function subnet(name: string, ...prefixes: string[]) {
  const network = "${azurerm_virtual_network.app.name}";
  return { name, resource_group_name: "rg", virtual_network_name: network, address_prefixes: prefixes };
}

describe("spoke-subnet-inside", () => {
  test("takes subnets side by side, up to the last address", () => {
    expect(
      said(spokeSubnetInside, {
        "azurerm_subnet.db": subnet("db", "10.110.1.0/24"),
        "azurerm_subnet.rest": subnet("rest", "10.110.2.0/23"),
      }),
    ).toEqual([]);
  });

  test("refuses a subnet outside its virtual network, and one that juts out of it", () => {
    expect(
      said(spokeSubnetInside, {
        "azurerm_subnet.app.address_prefixes": ["10.110.4.0/24"],
        [`${APP}.subnet`]: [{ name: "batch", address_prefixes: ["10.110.0.0/21"] }],
      }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_subnet.app",
        path: "address_prefixes[0]",
        message: "10.110.4.0/24 of subnet web of virtual network vnet-app does not lie inside its virtual network",
        evidence: { prefix: "10.110.4.0/24", addressSpace: ["10.110.0.0/22"] },
        remedy:
          "Use a prefix inside the address space of virtual network vnet-app (azurerm_virtual_network.app): 10.110.0.0/22.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_subnet.app",
        path: "address_prefixes[0]",
        message:
          "10.110.4.0/24 of subnet web of virtual network vnet-app overlaps 10.110.0.0/21 of subnet batch of virtual network vnet-app (azurerm_virtual_network.app)",
        evidence: { prefix: "10.110.4.0/24", other: "10.110.0.0/21", otherAddress: "azurerm_virtual_network.app" },
        remedy: "Give each subnet addresses of its own.",
      },
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "subnet[0].address_prefixes[0]",
        message: "10.110.0.0/21 of subnet batch of virtual network vnet-app does not lie inside its virtual network",
        evidence: { prefix: "10.110.0.0/21", addressSpace: ["10.110.0.0/22"] },
        remedy: "Use a prefix inside the address space of virtual network vnet-app: 10.110.0.0/22.",
      },
    ]);
  });

  test("refuses two subnets that share addresses", () => {
    expect(said(spokeSubnetInside, { "azurerm_subnet.db": subnet("db", "10.110.0.128/25") })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_subnet.db",
        path: "address_prefixes[0]",
        message:
          "10.110.0.128/25 of subnet db of virtual network vnet-app overlaps 10.110.0.0/24 of subnet web of virtual network vnet-app (azurerm_subnet.app)",
        evidence: { prefix: "10.110.0.128/25", other: "10.110.0.0/24", otherAddress: "azurerm_subnet.app" },
        remedy: "Give each subnet addresses of its own.",
      },
    ]);
  });

  test("finds n equal subnets n - 1 times", () => {
    const same = ["b", "c", "d"].map((name) => [`azurerm_subnet.${name}`, subnet(name, "10.110.0.0/24")]);
    expect(said(spokeSubnetInside, Object.fromEntries(same)).map(({ message }) => message)).toEqual([
      "10.110.0.0/24 of subnet b of virtual network vnet-app overlaps 10.110.0.0/24 of subnet web of virtual network vnet-app (azurerm_subnet.app)",
      "10.110.0.0/24 of subnet c of virtual network vnet-app overlaps 10.110.0.0/24 of subnet b of virtual network vnet-app (azurerm_subnet.b)",
      "10.110.0.0/24 of subnet d of virtual network vnet-app overlaps 10.110.0.0/24 of subnet c of virtual network vnet-app (azurerm_subnet.c)",
    ]);
  });

  test("is undecided on a subnet that can't be told, and on one in an address space that can't", () => {
    expect(
      said(spokeSubnetInside, {
        [`${APP}.address_space`]: ["10.110.1.0/24", "${var.more}"],
        "azurerm_subnet.db": subnet("db", "${var.db}"),
        "azurerm_subnet.cache": subnet("cache", "10.110.1.0/25"),
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_subnet.app",
        path: "address_prefixes[0]",
        message:
          "whether 10.110.0.0/24 of subnet web of virtual network vnet-app lies inside its virtual network can't be told",
        evidence: { prefix: "10.110.0.0/24", addressSpace: ["10.110.1.0/24"] },
        decidedBy: ["var.more"],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_subnet.db",
        path: "address_prefixes",
        message:
          "a prefix of subnet db of virtual network vnet-app is unknown, so it may lie outside its virtual network or overlap another",
        evidence: {},
        decidedBy: ["var.db"],
      },
    ]);
  });

  test("calls a known overlap one, whatever else is unknown", () => {
    expect(
      said(spokeSubnetInside, {
        [`${APP}.address_space`]: "${var.space}",
        "azurerm_subnet.db": subnet("db", "10.110.0.128/25"),
      }).map(({ outcome, address, path }) => `${outcome} ${address}.${path}`),
    ).toEqual([
      "undecided azurerm_subnet.app.address_prefixes[0]",
      "undecided azurerm_subnet.db.address_prefixes[0]",
      "violation azurerm_subnet.db.address_prefixes[0]",
    ]);
  });

  test("leaves a virtual network alone that no hub is connected to, or that no input describes", () => {
    expect(
      said(spokeSubnetInside, {
        "azurerm_virtual_network.data": SECOND_NETWORK,
        "azurerm_subnet.stray": {
          name: "stray",
          resource_group_name: "rg",
          virtual_network_name: "${azurerm_virtual_network.data.name}",
          address_prefixes: ["10.222.0.0/24"],
        },
        "azurerm_virtual_hub_connection.old": {
          name: "old",
          virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
          remote_virtual_network_id: idOf("virtualNetworks", "vnet-old"),
        },
      }),
    ).toEqual([]);
  });

  test("refuses two prefixes of one subnet that overlap", () => {
    expect(said(spokeSubnetInside, { "azurerm_subnet.db": subnet("db", "10.110.2.0/23", "10.110.3.0/24") })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_subnet.db",
        path: "address_prefixes[1]",
        message: "10.110.3.0/24 of subnet db of virtual network vnet-app overlaps 10.110.2.0/23 of the same",
        evidence: { prefix: "10.110.3.0/24", other: "10.110.2.0/23", otherAddress: "azurerm_subnet.db" },
        remedy: "Give each subnet addresses of its own.",
      },
    ]);
  });
});
