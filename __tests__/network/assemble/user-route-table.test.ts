import { assemble } from "../../../network/assemble/assemble";
import { type Attribute, type AttributeObject, UnknownAttribute } from "../../../network/resource";
import { networkOf, type Tree } from "../../support/network";
import { noted } from "../../support/noted";
import { managed, readingOf } from "../../support/readings";

const VNET_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/app";
const RG = { resource_group_name: "rg" };
const TO_FIREWALL = {
  name: "to-firewall",
  address_prefix: "10.0.0.0/8",
  next_hop_type: "VirtualAppliance",
  next_hop_in_ip_address: "10.1.0.4",
};

describe("a table of user-defined routes", () => {
  /** The tables of a network with two of them, which have what `more` says. */
  function tables(more: Tree) {
    const { userRouteTables } = networkOf({
      resource: {
        azurerm_route_table: {
          a: { ...RG, name: "a", route: [TO_FIREWALL], bgp_route_propagation_enabled: false },
          b: { ...RG, name: "b" },
        },
        ...more,
      },
    });
    return userRouteTables.map(noted);
  }

  const ROUTE = {
    resource: "azurerm_route_table.a",
    name: "to-firewall",
    destination: "10.0.0.0/8",
    nextHopType: "VirtualAppliance",
    nextHopAddress: "10.1.0.4",
  };
  const A = { resource: "azurerm_route_table.a", name: "a", propagatesHubRoutes: false };
  const B = { resource: "azurerm_route_table.b", name: "b", propagatesHubRoutes: { default: true } };

  function route(table: string) {
    return {
      azurerm_route: {
        out: { ...RG, name: "out", route_table_name: table, address_prefix: "0.0.0.0/0", next_hop_type: "Internet" },
      },
    };
  }

  const OUT = {
    resource: "azurerm_route.out",
    name: "out",
    destination: "0.0.0.0/0",
    nextHopType: "Internet",
    nextHopAddress: "absent",
  };

  test("has the routes that it writes, and those that are resources of their own", () => {
    const { azurerm_route } = route("${azurerm_route_table.b.name}");
    expect(tables({})).toEqual([
      { ...A, routes: ["azurerm_route_table.a"] },
      { ...B, routes: [] },
    ]);
    const azurerm_route_table = { a: { ...RG, name: "a", route: [TO_FIREWALL] }, b: { ...RG, name: "b" } };
    const [a, b] = networkOf({ resource: { azurerm_route_table, azurerm_route } }).userRouteTables;
    expect(a?.routes.items.map(noted)).toEqual([ROUTE]);
    expect(b?.routes.items.map(noted)).toEqual([OUT]);
  });

  test("may have a route whose table can't be told", () => {
    expect(tables(route("${local.table}"))).toEqual([
      { ...A, routes: { items: ["azurerm_route_table.a"], unknown: ["local.table"] } },
      { ...B, routes: { items: [], unknown: ["local.table"] } },
    ]);
  });

  test("has no route of a table that it is not", () => {
    expect(tables(route("c"))).toEqual([
      { ...A, routes: ["azurerm_route_table.a"] },
      { ...B, routes: [] },
    ]);
  });
});

test("a route that Azure lists in its table and that is a resource too is one route", () => {
  const [table] = assemble([
    readingOf("plan.json", [
      managed("plan.json", "azurerm_route_table.a", {
        ...RG,
        name: "a",
        route: [{ ...TO_FIREWALL, name: "To-Firewall" }],
      }),
      managed("plan.json", "azurerm_route.own", { ...RG, ...TO_FIREWALL, route_table_name: "a" }),
    ]),
  ]).userRouteTables;
  expect(table?.routes.items.map(({ resource }) => resource.address)).toEqual(["azurerm_route.own"]);
});

describe("a subnet's table of user-defined routes is told", () => {
  /** Each subnet's tables, in a network with two subnets and an association that names one so. */
  function tablesOf(subnet_id: Attribute, id?: string): unknown {
    const { virtualNetworks } = assemble([
      readingOf("plan.json", [
        managed("plan.json", "azurerm_virtual_network.app", {
          ...RG,
          name: "app",
          ...(id === undefined ? {} : { id }),
          subnet: [{ name: "front" }],
        }),
        managed("plan.json", "azurerm_subnet.back", { ...RG, name: "back", virtual_network_name: "app" }),
        managed("plan.json", "azurerm_route_table.a", { id: "/routeTables/a", name: "a" }),
        managed("plan.json", "azurerm_subnet_route_table_association.back", {
          subnet_id,
          route_table_id: "/routeTables/a",
        }),
      ]),
    ]);
    return virtualNetworks.flatMap(({ subnets }) =>
      subnets.items.map((one) => [
        Object(noted(one)).name,
        ...one.routeTables.map(({ doubts }) => doubts.flatMap(({ decidedBy }) => decidedBy)),
      ]),
    );
  }

  test("by an id, in any case", () => {
    expect(tablesOf(`${VNET_ID.toUpperCase()}/subnets/BACK`, VNET_ID)).toEqual([["front"], ["back", []]]);
    expect(tablesOf(`${VNET_ID}/subnets/front`, VNET_ID)).toEqual([["front", []], ["back"]]);
  });

  test("by nothing but an id where no other id is known: it may be the one with that name", () => {
    const id = `${VNET_ID}/subnets/back`;
    expect(tablesOf(id)).toEqual([["front"], ["back", [id]]]);
    expect(tablesOf(`${VNET_ID.replace("app", "other")}/subnets/back`)).toEqual([["front"], ["back"]]);
  });

  test("by nothing where its id is unknown: it may be any of them", () => {
    const unknown = ["azurerm_subnet_route_table_association.back.subnet_id"];
    expect(tablesOf(new UnknownAttribute({ decidedBy: [] }))).toEqual([
      ["front", unknown],
      ["back", unknown],
    ]);
  });
});

test("a subnet's own block and its association tell its table, by reference too", () => {
  const { virtualNetworks, userRouteTables } = networkOf({
    resource: {
      azurerm_route_table: { a: { name: "a" } },
      azurerm_virtual_network: {
        app: { ...RG, name: "app", subnet: [{ name: "front", route_table_id: "${azurerm_route_table.a.id}" }] },
      },
      azurerm_subnet: { back: { ...RG, name: "back", virtual_network_name: "${azurerm_virtual_network.app.name}" } },
      azurerm_subnet_route_table_association: {
        back: { subnet_id: "${azurerm_subnet.back.id}", route_table_id: "${azurerm_route_table.a.id}" },
      },
    },
  });
  expect(userRouteTables).toHaveLength(1);
  expect(virtualNetworks[0]?.subnets.items.map(({ routeTables }) => routeTables.map(noted))).toEqual([
    [{ part: "azurerm_virtual_network.app", table: "-> azurerm_route_table.a", doubts: [] }],
    [{ part: "azurerm_subnet_route_table_association.back", table: "-> azurerm_route_table.a", doubts: [] }],
  ]);
});

describe("azurerm 5.x tells a subnet's table", () => {
  /** The tables of a subnet with these attributes, beside a table whose id is known. */
  function tablesWith(attributes: AttributeObject): unknown {
    const { virtualNetworks } = assemble([
      readingOf("plan.json", [
        managed("plan.json", "azurerm_virtual_network.app", { ...RG, name: "app" }),
        managed("plan.json", "azurerm_route_table.a", { id: "/routeTables/a", name: "a" }),
        managed("plan.json", "azurerm_subnet.back", {
          ...RG,
          name: "back",
          virtual_network_name: "app",
          ...attributes,
        }),
      ]),
    ]);
    return virtualNetworks[0]?.subnets.items[0]?.routeTables.map((one) => Object(noted(one)).table);
  }

  test("as written, or by its version alone where that is all that a plan keeps", () => {
    expect(tablesWith({ route_table_id_wo: "/routeTables/a", route_table_id_wo_version: 1 })).toEqual([
      "-> azurerm_route_table.a",
    ]);
    expect(tablesWith({ route_table_id_wo: null, route_table_id_wo_version: 1 })).toEqual([
      { unknown: ["azurerm_subnet.back.route_table_id_wo"] },
    ]);
  });

  test("as Azure had it, where nobody writes one, but not what is known after apply", () => {
    expect(tablesWith({ route_table_id: "/routeTables/a" })).toEqual(["-> azurerm_route_table.a"]);
    expect(tablesWith({ route_table_id: new UnknownAttribute({ decidedBy: [] }) })).toEqual([]);
  });
});
