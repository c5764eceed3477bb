import { userRoutes } from "../../../policies/rules/user-routes";
import { networkOfInputs } from "../../support/network";
import { type Changes, changed, said, saidOf } from "./judging";
import { idOf, SOUND } from "./sound";

const TABLE = "azurerm_route_table.app";
const ROUTE = `${TABLE}.route[0]`;
const ASSOCIATION = "azurerm_subnet_route_table_association.app";

/** A table for the spoke's subnet; its route takes half of what is protected, 10.31.16.0/20, to the internet. */
const INTERNET: Changes = {
  [TABLE]: {
    name: "rt-app",
    resource_group_name: "rg",
    route: [{ name: "out", address_prefix: "10.31.16.0/21", next_hop_type: "Internet" }],
  },
  [ASSOCIATION]: {
    subnet_id: "${azurerm_subnet.app.id}",
    route_table_id: "${azurerm_route_table.app.id}",
  },
};

function found(changes: Changes) {
  return said(userRoutes, { ...INTERNET, ...changes });
}

function messages(changes: Changes): unknown[] {
  return found(changes).map(({ outcome, level, message, decidedBy }) =>
    outcome === "violation" ? [level, message] : [level, message, decidedBy],
  );
}

function route(to: object, prefix = "10.31.16.0/21"): Changes {
  return { [ROUTE]: { name: "out", address_prefix: prefix, ...to } };
}

const OUT = "user route out of user route table rt-app takes";
const FROM = "from spoke vnet-app (azurerm_virtual_hub_connection.app)";

describe("user-routes", () => {
  test("takes a network without tables, and a route for other addresses", () => {
    expect(said(userRoutes, {})).toEqual([]);
    expect(found(route({ next_hop_type: "Internet" }, "10.40.0.0/16"))).toEqual([]);
    expect(found(route({ next_hop_type: "Internet" }, "AzureMonitor"))).toEqual([]);
  });

  test("refuses one that takes protected addresses to the internet", () => {
    expect(found({})).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: TABLE,
        path: "route[0].next_hop_type",
        message: `${OUT} 10.31.16.0/21 ${FROM} to the internet`,
        remedy: "Take the route out, or write it for other prefixes: without it the subnet follows its hub.",
        evidence: {
          prefixes: ["10.31.16.0/21"],
          count: 1,
          nextHop: "Internet",
          followedBy: ["azurerm_subnet_route_table_association.app"],
        },
      },
    ]);
  });

  test("refuses an equal one, for a subnet's own route goes first, and takes a shorter one, which the hub's is longer than", () => {
    expect(messages(route({ next_hop_type: "Internet" }, "10.31.16.0/20"))).toEqual([
      ["error", `${OUT} 10.31.16.0/20 ${FROM} to the internet`],
    ]);
    expect(found(route({ next_hop_type: "Internet" }, "0.0.0.0/0"))).toEqual([]);
    expect(found(route({ next_hop_type: "Internet" }, "10.31.0.0/16"))).toEqual([]);
  });

  test("refuses a default route of a table that hears nothing of the hub, and asks where that can't be told", () => {
    const all = route({ next_hop_type: "Internet" }, "0.0.0.0/0");
    const deaf = { ...all, [`${TABLE}.bgp_route_propagation_enabled`]: false };
    expect(messages(deaf)).toEqual([["error", `${OUT} 10.31.16.0/20 ${FROM} to the internet`]]);
    expect(messages({ ...all, [`${TABLE}.bgp_route_propagation_enabled`]: "${var.hears}" })).toEqual([
      [
        "error",
        "whether user route out of user route table rt-app takes 10.31.16.0/20 from spoke vnet-app (azurerm_virtual_hub_connection.app) to the internet can't be told",
        ["var.hears"],
      ],
    ]);
  });

  test("takes what a longer route of the same table takes back", () => {
    const back = { name: "back", address_prefix: "10.31.16.0/22", next_hop_type: "None" };
    expect(messages({ [`${TABLE}.route[1]`]: back })).toEqual([
      ["error", `${OUT} 10.31.20.0/22 ${FROM} to the internet`],
      ["note", expect.stringContaining("takes 10.31.16.0/22")],
    ]);
  });

  test("refuses a route that is a resource of its own", () => {
    const own = {
      [`${TABLE}.route`]: undefined,
      "azurerm_route.out": {
        name: "out",
        resource_group_name: "rg",
        route_table_name: "${azurerm_route_table.app.name}",
        address_prefix: "10.31.16.0/21",
        next_hop_type: "Internet",
      },
    };
    expect(found(own)).toMatchObject([
      {
        address: "azurerm_route.out",
        path: "next_hop_type",
        message: `user route out takes 10.31.16.0/21 ${FROM} to the internet`,
      },
    ]);
  });

  test("asks about a route of another input for a table of that name, in a resource group that may be the same", () => {
    const elsewhere = (group: string) => ({
      resource: {
        azurerm_route: {
          out: {
            name: "out",
            resource_group_name: group,
            route_table_name: "RT-app",
            address_prefix: "10.31.16.0/21",
            next_hop_type: "Internet",
          },
        },
      },
    });
    const own = changed(SOUND, { ...INTERNET, [`${TABLE}.route`]: undefined });
    const judged = (group: string) =>
      saidOf(userRoutes, networkOfInputs({ "net.tf.json": own, "routes.tf.json": elsewhere(group) }));
    expect(judged("rg")).toMatchObject([
      { outcome: "undecided", address: TABLE, decidedBy: ["azurerm_route.out.route_table_name"] },
    ]);
    expect(judged("${var.group}")).toHaveLength(1);
    expect(judged("other")).toEqual([]);
  });

  test("asks what becomes of what goes to an appliance, unless intent says that it follows the hub", () => {
    const appliance = route({ next_hop_type: "VirtualAppliance", next_hop_in_ip_address: "10.110.2.4" });
    expect(found(appliance)).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: TABLE,
        path: "route[0].next_hop_type",
        message: `${OUT} 10.31.16.0/21 ${FROM} to appliance 10.110.2.4, and what becomes of it there can't be told`,
        evidence: {
          prefixes: ["10.31.16.0/21"],
          count: 1,
          nextHop: "VirtualAppliance",
          followedBy: ["azurerm_subnet_route_table_association.app"],
        },
        decidedBy: ['network_intent.appliances["10.110.2.4"]'],
      },
    ]);
    const appliances = { "10.110.2.4": "forwardsByHubRoutes" };
    expect(found({ ...appliance, "network_intent.value.appliances": appliances })).toEqual([]);
    const unknown = route({ next_hop_type: "VirtualAppliance", next_hop_in_ip_address: "${var.firewall}" });
    expect(messages(unknown)).toMatchObject([["error", expect.stringContaining("to an appliance"), ["var.firewall"]]]);
  });

  test("notes what is dropped, and asks about other next hops", () => {
    const dropped = `${OUT} 10.31.16.0/21 ${FROM} out of the way, where it is dropped`;
    expect(messages(route({ next_hop_type: "None" }))).toEqual([["note", dropped]]);
    expect(messages(route({ next_hop_type: "VirtualNetworkGateway" }))).toEqual([
      ["error", expect.stringContaining("to VirtualNetworkGateway"), [`${ROUTE}.next_hop_type`]],
    ]);
    expect(messages(route({ next_hop_type: "${var.hop}" }))).toEqual([
      ["error", expect.stringContaining("to an unknown next hop"), ["var.hop"]],
    ]);
  });

  test("is undecided where the destination, the routes, the table or the subnet can't be told", () => {
    expect(messages(route({ next_hop_type: "Internet" }, "${var.prefix}"))).toEqual([
      ["error", expect.stringContaining("takes protected prefixes from"), ["var.prefix"]],
    ]);
    expect(messages({ [`${TABLE}.route`]: "${var.routes}" })).toEqual([
      [
        "error",
        "which routes user route table rt-app has, which a subnet of spoke vnet-app (azurerm_virtual_hub_connection.app) follows, can't be told, nor whether they take what is protected past the hub",
        ["var.routes"],
      ],
    ]);
    expect(messages({ [`${ASSOCIATION}.route_table_id`]: "${var.table}" })).toEqual([
      ["error", expect.stringContaining("has, which a subnet of spoke vnet-app"), ["var.table"]],
    ]);
    expect(messages({ [`${ASSOCIATION}.subnet_id`]: "${var.subnet}" })).toEqual([
      ["error", expect.stringContaining("takes 10.31.16.0/21"), ["var.subnet"]],
    ]);
    const more = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
    expect(messages({ [more]: "${var.advertises}" })).toMatchObject([["error", expect.anything(), ["var.advertises"]]]);
  });

  test("finds the table of a subnet that no input shows, by the id of its network", () => {
    const network = idOf("virtualNetworks", "vnet-old");
    const unseen = {
      "azurerm_virtual_hub_connection.app.remote_virtual_network_id": network,
      [`${ASSOCIATION}.subnet_id`]: `${network}/subnets/old`,
    };
    expect(messages(unseen)).toEqual([["error", expect.stringContaining("takes 10.31.16.0/21")]]);
    const another = `${idOf("virtualNetworks", "vnet-other")}/subnets/old`;
    expect(messages({ ...unseen, [`${ASSOCIATION}.subnet_id`]: another })).toEqual([]);
    expect(messages({ ...unseen, [`${ASSOCIATION}.subnet_id`]: "${var.subnet}" })).toMatchObject([
      ["error", expect.anything(), ["var.subnet"]],
    ]);
  });

  test("asks what spokes hear under a private routing policy, where either may be longer", () => {
    const secured = {
      "azurerm_virtual_hub_routing_intent.sdc": {
        name: "all",
        virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
        routing_policy: [{ name: "private", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.sdc.id}" }],
      },
      "azurerm_firewall.sdc": {
        name: "afw-sdc",
        sku_name: "AZFW_Hub",
        virtual_hub: { virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
      },
    };
    expect(messages({ ...secured, ...route({ next_hop_type: "Internet" }, "0.0.0.0/0") })).toEqual([]);
    expect(messages({ ...secured, ...route({ next_hop_type: "Internet" }, "10.31.0.0/16") })).toMatchObject([
      ["error", expect.stringContaining("whether user route out"), ["azurerm_firewall.sdc"]],
    ]);
  });

  test("is undecided for what a network manager writes, whose spokes no input tells", () => {
    const rule = {
      name: "all-out",
      rule_collection_id: "x",
      destination: { address: "10.31.16.0/20", type: "AddressPrefix" },
      next_hop: { type: "Internet" },
    };
    expect(
      messages({ [TABLE]: undefined, [ASSOCIATION]: undefined, "azurerm_network_manager_routing_rule.all": rule }),
    ).toEqual([
      ["error", expect.stringContaining("to the internet can't be told"), ["azurerm_network_manager_routing_rule.all"]],
    ]);
  });

  test("can't tell what a spoke hears whose own table can't be told", () => {
    const stray = { "azurerm_virtual_hub_connection.app.routing": { associated_route_table_id: "${each.value}" } };
    expect(messages(stray)).toEqual([
      [
        "error",
        expect.stringContaining("whether user route out of user route table rt-app takes 10.31.16.0/21"),
        ["each.value"],
      ],
    ]);
  });

  test("asks about the table of a subnet that may be one of the network of that name, and of no other", () => {
    const subnet = (network: string) => ({
      [`${ASSOCIATION}.subnet_id`]: `${idOf("virtualNetworks", network)}/subnets/other`,
    });
    expect(messages(subnet("VNET-app"))).toEqual([
      ["error", expect.stringContaining("whether user route out"), ["azurerm_virtual_network.app"]],
    ]);
    expect(messages(subnet("vnet-other"))).toEqual([]);
    const unnamed = { ...subnet("vnet-other"), "azurerm_virtual_network.app.name": "${var.name}" };
    expect(messages(unnamed).map((one) => JSON.stringify(one).includes("azurerm_virtual_network.app"))).toEqual([true]);
  });

  test("names the table that no input describes, where that is the one that a subnet may follow", () => {
    const table = idOf("routeTables", "rt-old");
    expect(found({ [`${ASSOCIATION}.route_table_id`]: table }).map(({ decidedBy }) => decidedBy)).toEqual([[table]]);
  });
});
