import { assemble } from "../../../network/assemble/assemble";
import { UnknownAttribute } from "../../../network/resource";
import { networkOf, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { data, managed, readingOf } from "../../support/readings";

const HUB = "data.azurerm_virtual_hub.hub";

test("what a data source doesn't show is what Azure has, not a default", () => {
  const { hubs } = networkOf({
    data: { azurerm_virtual_hub: { hub: { name: "hub-weu", resource_group_name: "rg" } } },
    resource: { azurerm_vpn_gateway: { vpn: { virtual_hub_id: tf(`${HUB}.id`) } } },
  });
  expect(hubs.map(noted)).toEqual([
    {
      resource: HUB,
      name: "hub-weu",
      location: { unknown: [`${HUB}.location`] },
      wan: { unknown: [`${HUB}.virtual_wan_id`] },
      addressPrefix: { unknown: [`${HUB}.address_prefix`] },
      sku: { unknown: [`${HUB}.sku`] },
      routingPreference: { unknown: [`${HUB}.hub_routing_preference`] },
      routes: { items: [], unknown: [`${HUB}.route`] },
      vpnGateways: ["azurerm_vpn_gateway.vpn"],
      expressRouteGateways: [],
      spokeConnections: [],
    },
  ]);
});

test("the type of an existing WAN is what its data source calls sku", () => {
  const wan = data("plan.json", "data.azurerm_virtual_wan.wan", { name: "wan", sku: "Basic" });
  expect(assemble([readingOf("plan.json", [wan])]).wans.map(({ type }) => type)).toEqual([
    { state: "known", path: "sku", value: "Basic", written: true },
  ]);
});

test("what a plan has read of it is known, and a value that the provider fills in is not a default", () => {
  const hub = data("plan.json", HUB, {
    name: "hub-weu",
    address_prefix: "10.100.0.0/23",
    sku: new UnknownAttribute({ decidedBy: [`${HUB}.sku`] }, true),
    hub_routing_preference: null,
  });
  expect(assemble([readingOf("plan.json", [hub])]).hubs.map(noted)).toMatchObject([
    {
      addressPrefix: "10.100.0.0/23",
      sku: { unknown: [`${HUB}.sku`] },
      routingPreference: { unknown: [`${HUB}.hub_routing_preference`] },
      routes: { items: [], unknown: [`${HUB}.route`] },
    },
  ]);
});

test("its subnets, and the links of a site, may be any", () => {
  const network = assemble([
    readingOf("plan.json", [data("plan.json", "data.azurerm_virtual_network.app", { address_space: ["10.0.0.0/16"] })]),
  ]);
  expect(network.virtualNetworks.map(noted)).toEqual([
    {
      resource: "data.azurerm_virtual_network.app",
      name: { unknown: ["data.azurerm_virtual_network.app.name"] },
      addressSpace: ["10.0.0.0/16"],
      subnets: { items: [], unknown: ["data.azurerm_virtual_network.app.subnet"] },
      connections: [],
    },
  ]);
});

describe("the default route table of a hub", () => {
  const HUB_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/weu";
  const TABLE_ID = `${HUB_ID}/hubRouteTables/defaultRouteTable`;

  function tablesWith(associated: string, hub: object) {
    const network = networkOf({
      ...hub,
      resource: {
        azurerm_virtual_hub_connection: {
          a: { routing: { associated_route_table_id: associated } },
          b: { routing: { associated_route_table_id: TABLE_ID.replace("hubRouteTables", "HUBROUTETABLES") } },
        },
      },
    });
    return { network, tables: network.routeTables.map(noted) };
  }

  test("of which only the id is known is one table, and its routes are unknown", () => {
    const { network, tables } = tablesWith(TABLE_ID, {});
    expect(tables).toEqual([
      {
        resource: `${HUB_ID}/hubRouteTables/defaultRouteTable`,
        hub: `-> ${HUB_ID}`,
        name: { default: "defaultRouteTable" },
        isDefault: true,
        labels: [{ default: "default" }],
        routes: { items: [], unknown: [TABLE_ID] },
      },
    ]);
    const [a, b] = network.spokeConnections.map(({ routing }) => routing.associatedRouteTable);
    expect(a?.state === "resolved" && b?.state === "resolved" && a.to === b.to).toBe(true);
  });

  test("of a data source is that of its hub", () => {
    const hub = { data: { azurerm_virtual_hub: { hub: { name: "weu" } } } };
    expect(tablesWith(tf(`${HUB}.default_route_table_id`), hub).tables).toMatchObject([
      { hub: `-> ${HUB}`, isDefault: true },
      { hub: `-> ${HUB_ID}`, isDefault: true },
    ]);
  });

  test("is also what an id says that is made of the hub's, and so are others that no input describes", () => {
    const hub = { data: { azurerm_virtual_hub: { hub: { name: "weu" } } } };
    const named = (name: string) => tablesWith(`${tf(`${HUB}.id`)}/hubRouteTables/${name}`, hub).tables[0];
    expect([named("DefaultRouteTable"), named("noneRouteTable"), named("branches")]).toMatchObject([
      { hub: `-> ${HUB}`, isDefault: true, name: { default: "defaultRouteTable" } },
      { hub: `-> ${HUB}`, isDefault: false, labels: [{ default: "none" }] },
      { hub: `-> ${HUB}`, isDefault: false, labels: { items: [], unknown: [`${HUB}/hubRouteTables/branches`] } },
    ]);
  });

  test("that an expression hides is unknown, and not taken for another table", () => {
    const { network } = tablesWith(tf("var.table_id"), {});
    expect(network.spokeConnections[0]?.routing.associatedRouteTable).toEqual({
      state: "unknown",
      path: "routing[0].associated_route_table_id",
      unknown: { decidedBy: ["var.table_id"], expression: tf("var.table_id") },
    });
    expect(network.routeTables).toHaveLength(1);
  });

  test("holds the routes that are resources of their own", () => {
    const { routeTables } = networkOf({
      resource: {
        azurerm_virtual_hub: { weu: { name: "weu" } },
        azurerm_virtual_hub_route_table_route: {
          back: {
            route_table_id: tf("azurerm_virtual_hub.weu.default_route_table_id"),
            name: "back",
            destinations_type: "CIDR",
            destinations: ["10.0.0.0/8"],
            next_hop: `${HUB_ID}/hubVirtualNetworkConnections/app`,
          },
        },
      },
    });
    expect(routeTables.map(noted)).toMatchObject([
      {
        hub: "-> azurerm_virtual_hub.weu",
        routes: [
          {
            name: "back",
            destinationsType: "CIDR",
            destinations: ["10.0.0.0/8"],
            nextHop: `-> ${HUB_ID}/hubVirtualNetworkConnections/app`,
            holder: "azurerm_virtual_hub_route_table_route.back",
          },
        ],
      },
    ]);
  });
});

test("a hub that is managed has the routes that are written, and no others", () => {
  const hub = managed("plan.json", "azurerm_virtual_hub.h", { name: "h" });
  expect(assemble([readingOf("plan.json", [hub])]).routeTables).toEqual([]);
});
