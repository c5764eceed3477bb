import { TerraformVariable } from "cdktf";
import { VirtualHub } from "../../../lib/hub/virtual-hub";
import { NextHop } from "../../../lib/routing/next-hop";
import { type IRouteTable, RouteTable } from "../../../lib/routing/route-table";
import { StaticRoute } from "../../../lib/routing/static-route";
import { resolved } from "../../../lib/terraform/resolved";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const HUB_ID = `${NETWORK}/virtualHubs/hub-weu`;
const TABLE_ID = `${HUB_ID}/hubRouteTables/isolated`;
const FIREWALL_ID = `${NETWORK}/azureFirewalls/fw`;

test("a route table has a name, and labels where they are given", () => {
  const stack = emptyStack();
  hubIn(stack).addRouteTable("table", { name: "isolated", labels: ["isolated", "spokes"] });
  expect(resourceOf(stack, "azurerm_virtual_hub_route_table")).toEqual({
    name: "isolated",
    virtual_hub_id: reference("azurerm_virtual_hub.hub.id"),
    labels: ["isolated", "spokes"],
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
  const other = emptyStack();
  hubIn(other).addRouteTable("table", { name: "isolated" });
  expect(Object.keys(resourceOf(other, "azurerm_virtual_hub_route_table"))).not.toContain("labels");
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  const table = hubIn(stack).addRouteTable("table", { name: variable.stringValue, labels: variable.listValue });
  table.addRoute("nva", {
    name: variable.stringValue,
    destinations: variable.listValue,
    nextHop: NextHop.networkVirtualAppliance(variable.stringValue),
  });
  const v = reference("var.v");
  expect(resourceOf(stack, "azurerm_virtual_hub_route_table")).toMatchObject({ name: v, labels: v });
  expect(resourceOf(stack, "azurerm_virtual_hub_route_table_route")).toMatchObject({
    name: v,
    destinations: v,
    next_hop: v,
  });
});

test("all that is wrong with a route table is said at once", () => {
  const wrong = { name: "", labels: ["a", " "] };
  expect(complaintsOf(() => hubIn(emptyStack()).addRouteTable("table", wrong))).toEqual([
    "name: it is empty",
    "labels[1]: it is empty",
  ]);
});

test.each<[string, (hub: VirtualHub) => IRouteTable, string]>([
  [
    "a table that is made here",
    (hub) => hub.addRouteTable("table", { name: "isolated" }),
    "${azurerm_virtual_hub_route_table.hub_table.id}",
  ],
  ["the default table", (hub) => hub.defaultRouteTable, "${azurerm_virtual_hub.hub.default_route_table_id}"],
  ["a table that exists", (hub) => RouteTable.fromAttributes(hub, "table", { routeTableId: TABLE_ID }), TABLE_ID],
])("a static route can be put into %s", (_which, tableOf, id) => {
  const stack = emptyStack();
  const hub = hubIn(stack);
  tableOf(hub).addRoute("to-fw", {
    name: "internet",
    destinations: ["0.0.0.0/0"],
    nextHop: NextHop.azureFirewall(FIREWALL_ID),
  });
  const { route_table_id, depends_on, ...route } = resourceOf(stack, "azurerm_virtual_hub_route_table_route");
  expect(route).toEqual({
    name: "internet",
    destinations_type: "CIDR",
    destinations: ["0.0.0.0/0"],
    next_hop_type: "ResourceId",
    next_hop: FIREWALL_ID,
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
  expect(route_table_id).toBe(id);
});

test.each([
  ["a firewall", NextHop.azureFirewall, "azureFirewalls"],
  ["an appliance", NextHop.networkVirtualAppliance, "networkVirtualAppliances"],
  ["a spoke", NextHop.spokeConnection, "virtualHubs/.../hubVirtualNetworkConnections"],
])("a route to %s needs the id of one", (_what, nextHopTo, type) => {
  const route = { name: "r", destinations: ["10.50.0.0/16"] };
  const id = type
    .split("/")
    .filter((segment) => segment !== "...")
    .map((segment) => `${segment}/x`)
    .join("/");
  const add = (resourceId: string) => () =>
    hubIn(emptyStack()).defaultRouteTable.addRoute("r", { ...route, nextHop: nextHopTo(resourceId) });
  expect(complaintsOf(add(`${NETWORK}/${id}`))).toEqual([]);
  expect(complaintsOf(add(`${NETWORK}/virtualNetworks/vnet`))).toEqual([
    `nextHop: "${NETWORK}/virtualNetworks/vnet" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/${type}/...`,
  ]);
});

test("all that is wrong with a static route is said at once", () => {
  const routeTable = hubIn(emptyStack()).defaultRouteTable;
  const wrong = { name: "", destinations: ["10.0.0.1"], nextHop: NextHop.azureFirewall("fw") };
  expect(complaintsOf(() => routeTable.addRoute("a", wrong))).toEqual([
    "name: it is empty",
    'destinations[0]: "10.0.0.1" is not a prefix: it has no mask',
    'nextHop: "fw" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/azureFirewalls/...',
  ]);
  const empty = { name: "r", destinations: [], nextHop: NextHop.azureFirewall(FIREWALL_ID) };
  expect(complaintsOf(() => routeTable.addRoute("b", empty))).toEqual([
    "destinations: a route has at least one prefix",
  ]);
});

test("an existing route table is used by its id, with or without its hub", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: HUB_ID });
  const table = RouteTable.fromAttributes(stack, "table", { routeTableId: TABLE_ID, hub });
  expect([table.routeTableId, table.hub]).toEqual([TABLE_ID, hub]);
  const routeTable = RouteTable.fromAttributes(stack, "other", { routeTableId: TABLE_ID });
  expect(routeTable.hub).toBeUndefined();
  const nextHop = NextHop.azureFirewall(FIREWALL_ID);
  expect(
    () => new StaticRoute(stack, "r", { routeTable, name: "r", destinations: ["0.0.0.0/0"], nextHop }),
  ).not.toThrow();
  expect(complaintsOf(() => RouteTable.fromAttributes(stack, "wrong", { routeTableId: HUB_ID }))).toEqual([
    `routeTableId: "${HUB_ID}" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/virtualHubs/.../hubRouteTables/...`,
  ]);
});

test("an existing route table can be read by its name", () => {
  const stack = emptyStack();
  const hub = VirtualHub.fromAttributes(stack, "hub", { virtualHubId: HUB_ID });
  const table = RouteTable.fromAttributes(stack, "table", { name: "isolated", hub });
  expect(dataSourceOf(stack, "azurerm_virtual_hub_route_table")).toEqual({
    name: "isolated",
    virtual_hub_name: "hub-weu",
    resource_group_name: "rg",
  });
  expect(resolved(stack, table.routeTableId)).toBe(reference("data.azurerm_virtual_hub_route_table.table.id"));
  expect(terraformOf(stack).resource).toBeUndefined();
  expect(complaintsOf(() => RouteTable.fromAttributes(stack, "wrong", { name: "", hub }))).toEqual([
    "name: it is empty",
  ]);
});
