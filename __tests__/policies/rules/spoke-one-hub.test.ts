import { spokeOneHub } from "../../../policies/rules/spoke-one-hub";
import { type Changes, said, saidTogether } from "./judging";
import { idOf, SECOND_NETWORK, SECOND_SPOKE } from "./sound";

const SECOND_HUB = {
  "azurerm_virtual_hub.noe": {
    name: "hub-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.101.0.0/23",
  },
};

/** A second connection. */
function alsoConnected(network: string, hub: string, more: Changes = {}): Changes {
  return {
    ...SECOND_HUB,
    "azurerm_virtual_network.data": SECOND_NETWORK,
    "azurerm_virtual_hub_connection.also": {
      name: "also",
      virtual_hub_id: hub,
      remote_virtual_network_id: network,
    },
    ...more,
  };
}

const APP = "${azurerm_virtual_network.app.id}";
const NOE = "${azurerm_virtual_hub.noe.id}";
const BOTH = ["azurerm_virtual_hub_connection.also", "azurerm_virtual_hub_connection.app"];

function twice(hubs: string, address = "azurerm_virtual_network.app") {
  return {
    outcome: "violation",
    level: "error",
    address,
    path: "",
    message: `virtual network vnet-app is connected twice: to ${hubs}`,
    remedy: "Keep one connection, and reach the other hub through the WAN.",
    evidence: { connections: BOTH },
  };
}

describe("spoke-one-hub", () => {
  test("takes two virtual networks, each at a hub of its own", () => {
    expect(said(spokeOneHub, alsoConnected("${azurerm_virtual_network.data.id}", NOE))).toEqual([]);
    expect(
      said(spokeOneHub, {
        "azurerm_virtual_network.data": SECOND_NETWORK,
        "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
      }),
    ).toEqual([]);
  });

  test("refuses a virtual network that is connected to two hubs", () => {
    expect(said(spokeOneHub, alsoConnected(APP, NOE))).toEqual([
      twice(
        "hub hub-noe (azurerm_virtual_hub.noe) by spoke vnet-app at hub-noe (azurerm_virtual_hub_connection.also), and to hub hub-sdc (azurerm_virtual_hub.sdc) by spoke vnet-app at hub-sdc (azurerm_virtual_hub_connection.app)",
      ),
    ]);
  });

  test("refuses a second connection to the same hub", () => {
    expect(said(spokeOneHub, alsoConnected(APP, "${azurerm_virtual_hub.sdc.id}"))).toEqual([
      twice(
        "hub hub-sdc (azurerm_virtual_hub.sdc) by spoke also (azurerm_virtual_hub_connection.also), and to hub hub-sdc by spoke app (azurerm_virtual_hub_connection.app)",
      ),
    ]);
  });

  test("refuses it where the hub of one can't be told, for two connections of one input are two", () => {
    const [finding, ...others] = said(spokeOneHub, alsoConnected(APP, "${each.value}"));
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      "virtual network vnet-app is connected twice: to a hub that can't be told by spoke also (azurerm_virtual_hub_connection.also), and to hub hub-sdc (azurerm_virtual_hub.sdc) by spoke vnet-app at hub-sdc (azurerm_virtual_hub_connection.app)",
    );
  });

  test("finds a double connection across inputs, by ids", () => {
    const id = idOf("virtualNetworks", "vnet-app");
    const other = {
      azurerm_virtual_network: {},
      azurerm_subnet: {},
      azurerm_virtual_hub: SECOND_HUB["azurerm_virtual_hub.noe"] && { noe: SECOND_HUB["azurerm_virtual_hub.noe"] },
      azurerm_vpn_gateway: {},
      azurerm_express_route_gateway: {},
      azurerm_vpn_gateway_connection: {},
      azurerm_express_route_connection: {},
      output: {},
      azurerm_virtual_hub_connection: {
        also: { name: "also", virtual_hub_id: NOE, remote_virtual_network_id: id },
      },
    };
    const found = saidTogether(spokeOneHub, {
      "a.tf.json": { "azurerm_virtual_network.app.id": id },
      "b.tf.json": other,
    });
    expect(found.map(({ outcome, address, message }) => [outcome, address, message])).toEqual([
      [
        "violation",
        "azurerm_virtual_network.app",
        "virtual network vnet-app is connected twice: to hub hub-sdc (azurerm_virtual_hub.sdc) by spoke vnet-app at hub-sdc (azurerm_virtual_hub_connection.app), and to hub hub-noe (azurerm_virtual_hub.noe) by spoke vnet-app at hub-noe (azurerm_virtual_hub_connection.also)",
      ],
    ]);
  });

  test("can't tell whether an unknown virtual network is one that is connected to another hub", () => {
    expect(said(spokeOneHub, alsoConnected("${each.value}", NOE))).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub_connection.also",
        path: "remote_virtual_network_id",
        message:
          "the virtual network of spoke also can't be told, so it may be one that is connected to another hub, such as that of spoke vnet-app (azurerm_virtual_hub_connection.app)",
        decidedBy: ["each.value"],
        evidence: {},
      },
    ]);
    expect(said(spokeOneHub, alsoConnected("${var.network_id}", NOE)).map(({ decidedBy }) => decidedBy)).toEqual([
      ["var.network_id"],
    ]);
  });

  test("doesn't ask where all are connected to one hub, or the id tells that it is another", () => {
    expect(said(spokeOneHub, alsoConnected("${each.value}", "${azurerm_virtual_hub.sdc.id}"))).toEqual([]);
    expect(said(spokeOneHub, alsoConnected(idOf("virtualNetworks", "vnet-far"), NOE))).toEqual([]);
  });

  test("can't tell whether two data sources of one name and resource group are one network, at two hubs", () => {
    const source = (group: string) => ({ name: "vnet-old", resource_group_name: group });
    const connected = (group: string) =>
      said(spokeOneHub, {
        ...alsoConnected("${data.azurerm_virtual_network.old.id}", NOE),
        "data.azurerm_virtual_network.old": source("rg-old"),
        "data.azurerm_virtual_network.again": source(group),
        "azurerm_virtual_hub_connection.again": {
          name: "again",
          virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
          remote_virtual_network_id: "${data.azurerm_virtual_network.again.id}",
        },
      });
    const doubt = (name: string, other: string, id: string) => ({
      outcome: "undecided",
      level: "error",
      address: `azurerm_virtual_hub_connection.${name}`,
      path: "remote_virtual_network_id",
      message: `the virtual network of spoke ${name} can't be told, so it may be one that is connected to another hub, such as that of spoke ${other} (azurerm_virtual_hub_connection.${other})`,
      decidedBy: [`data.azurerm_virtual_network.${id}.id`],
      evidence: {},
    });
    expect(connected("RG-OLD")).toEqual([doubt("again", "also", "again"), doubt("also", "again", "old")]);
    expect(connected("rg-new")).toEqual([]);
  });

  describe("of one network in two inputs", () => {
    const id = idOf("virtualNetworks", "vnet-app");
    const HUB_ID = idOf("virtualHubs", "hub-sdc");
    const OTHERS = {
      azurerm_subnet: {},
      azurerm_vpn_gateway: {},
      azurerm_express_route_gateway: {},
      azurerm_vpn_gateway_connection: {},
      azurerm_express_route_connection: {},
      output: {},
    };

    /** The sound network beside another input with a connection of the same network. */
    function together(also: object, more: Changes = {}) {
      return saidTogether(spokeOneHub, {
        "a.tf.json": { "azurerm_virtual_network.app.id": id, "azurerm_virtual_hub.sdc.id": HUB_ID, ...more },
        "b.tf.json": {
          ...OTHERS,
          azurerm_virtual_network: {},
          azurerm_virtual_hub: {},
          azurerm_virtual_hub_connection: { also: { remote_virtual_network_id: id, ...also } },
        },
      });
    }

    test("takes a connection of the same name at the same hub for the same one", () => {
      expect(together({ name: "APP", virtual_hub_id: HUB_ID })).toEqual([]);
    });

    test("refuses one of another name at the same hub, and one of the same name at another hub", () => {
      expect(together({ name: "also", virtual_hub_id: HUB_ID })).toMatchObject([{ outcome: "violation" }]);
      expect(together({ name: "app", virtual_hub_id: idOf("virtualHubs", "hub-noe") })).toMatchObject([
        { outcome: "violation" },
      ]);
    });

    test("can't tell where the name or the hub of one is unknown", () => {
      const [app, also] = ["azurerm_virtual_hub_connection.app", "azurerm_virtual_hub_connection.also"];
      const doubt = (called: string, ...decidedBy: readonly string[]) => ({
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "",
        message: `whether virtual network vnet-app is connected twice can't be told: ${called} (${app}) and spoke ${also} may be one connection`,
        evidence: { connections: [app, also] },
        decidedBy,
      });
      expect(together({ name: "${var.name}", virtual_hub_id: HUB_ID })).toEqual([
        doubt("spoke app", `${app}.id`, "var.name"),
      ]);
      expect(together({ name: "app", virtual_hub_id: "${var.hub}" })).toEqual([
        doubt("spoke vnet-app at hub-sdc", `${also}.id`, `${app}.id`),
      ]);
    });
  });

  test("can't tell of two connections of which neither network can be told", () => {
    const stray = (name: string, hub: string) => ({
      [`azurerm_virtual_hub_connection.${name}`]: {
        name,
        virtual_hub_id: hub,
        remote_virtual_network_id: "${each.value}",
      },
    });
    const two = {
      ...SECOND_HUB,
      "azurerm_virtual_hub_connection.app": undefined,
      ...stray("x", NOE),
      ...stray("y", "${azurerm_virtual_hub.sdc.id}"),
    };
    expect(said(spokeOneHub, two).map(({ outcome, address, decidedBy }) => [outcome, address, decidedBy])).toEqual([
      ["undecided", "azurerm_virtual_hub_connection.x", ["each.value"]],
      ["undecided", "azurerm_virtual_hub_connection.y", ["each.value"]],
    ]);
  });
});
