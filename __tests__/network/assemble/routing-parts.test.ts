import { networkOf } from "../../support/network";
import { noted } from "../../support/noted";
import { WRITTEN_NETWORK } from "../../support/written-network";

const DEFAULT_TABLE = "azurerm_virtual_hub.weu/hubRouteTables/defaultRouteTable";

const NO_ROUTING = {
  written: false,
  associatedRouteTable: "absent",
  propagatedRouteTables: [],
  propagatedLabels: [],
  inboundRouteMap: "absent",
  outboundRouteMap: "absent",
};

describe("a network in which everything is written", () => {
  const network = networkOf(WRITTEN_NETWORK);

  test("has its spoke with an inline subnet and one that is a resource", () => {
    expect(network.virtualNetworks.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_network.app",
        name: "vnet-app",
        addressSpace: ["10.110.0.0/22"],
        subnets: ["azurerm_virtual_network.app", "azurerm_subnet.back"],
        connections: ["azurerm_virtual_hub_connection.app"],
      },
    ]);
    expect(network.virtualNetworks[0]?.subnets.items.map(noted)).toEqual([
      { resource: "azurerm_virtual_network.app", name: "front", prefixes: ["10.110.0.0/25"], routeTables: [] },
      { resource: "azurerm_subnet.back", name: "back", prefixes: ["10.110.1.0/24"], routeTables: [] },
    ]);
    expect(network.spokeConnections.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_connection.app",
        name: "app",
        hub: "-> azurerm_virtual_hub.weu",
        virtualNetwork: "-> azurerm_virtual_network.app",
        internetSecurity: { default: false },
        routing: { ...NO_ROUTING, written: true, outboundRouteMap: "-> azurerm_route_map.in" },
        staticRoutes: [],
        propagatesStaticRoutes: { default: true },
      },
    ]);
  });

  test("has its route tables, the default one too, and its route map", () => {
    expect(network.routeTables.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_route_table.branches",
        hub: "-> azurerm_virtual_hub.weu",
        name: "branches",
        isDefault: false,
        labels: ["branch"],
        routes: [
          {
            name: "to-firewall",
            destinationsType: "CIDR",
            destinations: ["10.8.0.0/16"],
            nextHop: "-> azurerm_virtual_hub_connection.app",
            holder: "azurerm_virtual_hub_route_table.branches",
          },
        ],
      },
      {
        resource: DEFAULT_TABLE,
        hub: "-> azurerm_virtual_hub.weu",
        name: { default: "defaultRouteTable" },
        isDefault: true,
        labels: [{ default: "default" }],
        routes: [],
      },
    ]);
    const nothing = { prefixes: [], asPath: [], communities: [] };
    expect(network.routeMaps.map(noted)).toEqual([
      {
        resource: "azurerm_route_map.in",
        hub: "-> azurerm_virtual_hub.weu",
        name: "in",
        rules: [
          {
            name: "keep",
            matches: [{ ...nothing, condition: "Equals", prefixes: ["10.0.0.0/24"] }],
            actions: [],
            nextStep: "Terminate",
          },
          {
            name: "prepend",
            matches: [{ condition: "Contains", prefixes: [], asPath: ["65010"], communities: ["65010:1"] }],
            actions: [
              { type: "Add", parameters: [{ prefixes: ["10.0.0.0/8"], asPath: ["64500"], communities: ["1:2"] }] },
            ],
            nextStep: { default: "Unknown" },
          },
        ],
      },
    ]);
    expect(network.routingIntents.map(noted)).toEqual([
      {
        resource: "azurerm_virtual_hub_routing_intent.intent",
        hub: "-> azurerm_virtual_hub.weu",
        policies: [{ name: "private", destinations: ["PrivateTraffic"], nextHop: "-> azurerm_firewall.hub" }],
      },
    ]);
  });

  test("a next hop is the very part of that connection", () => {
    const [table] = network.routeTables;
    const [route] = table?.routes.items ?? [];
    expect(route?.nextHop.state === "resolved" && route.nextHop.to).toBe(network.spokeConnections[0]);
  });
});
