import { assemble } from "../../../network/assemble/assemble";
import type { Network } from "../../../network/network";
import { UnknownAttribute } from "../../../network/resource";
import { networkOf, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { managed, readingOf } from "../../support/readings";

const HUB_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/weu";

function gateways(vpn: string, expressRoute: string, more: object = {}): Network {
  return networkOf({
    resource: {
      azurerm_vpn_gateway: { a: { name: "a", virtual_hub_id: vpn } },
      azurerm_express_route_gateway: { b: { name: "b", virtual_hub_id: expressRoute } },
      ...more,
    },
  });
}

describe("two gateways meet", () => {
  test("in the hub that both refer to", () => {
    const hub = tf("azurerm_virtual_hub.weu.id");
    const { hubs } = gateways(hub, hub, { azurerm_virtual_hub: { weu: { name: "weu" } } });
    expect(hubs.map(noted)).toMatchObject([
      { vpnGateways: ["azurerm_vpn_gateway.a"], expressRouteGateways: ["azurerm_express_route_gateway.b"] },
    ]);
  });

  test("in a hub that is known by its id only, whatever its letters' case", () => {
    const { hubs } = gateways(HUB_ID, HUB_ID.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions"));
    const unknown = { unknown: [HUB_ID] };
    expect(hubs.map(noted)).toEqual([
      {
        resource: HUB_ID,
        name: "weu",
        location: unknown,
        wan: unknown,
        addressPrefix: unknown,
        sku: unknown,
        routingPreference: unknown,
        routes: { items: [], unknown: unknown.unknown },
        vpnGateways: ["azurerm_vpn_gateway.a"],
        expressRouteGateways: ["azurerm_express_route_gateway.b"],
        spokeConnections: [],
      },
    ]);
    expect(hubs[0]?.resource).toEqual({
      address: HUB_ID,
      type: "azurerm_virtual_hub",
      standing: "outside",
      input: "cdk.tf.json",
      attributes: { id: HUB_ID, name: "weu" },
    });
  });

  test("in a hub that one expression names", () => {
    const { hubs } = gateways(tf("var.hub_id"), tf("var.hub_id"));
    const unknown = { unknown: ["var.hub_id"] };
    expect(hubs.map(noted)).toEqual([
      {
        resource: "var.hub_id",
        name: unknown,
        location: unknown,
        wan: unknown,
        addressPrefix: unknown,
        sku: unknown,
        routingPreference: unknown,
        routes: { items: [], unknown: unknown.unknown },
        vpnGateways: ["azurerm_vpn_gateway.a"],
        expressRouteGateways: ["azurerm_express_route_gateway.b"],
        spokeConnections: [],
      },
    ]);
  });

  test("in what a module gives", () => {
    const id = tf("module.hub.hub_id");
    expect(gateways(id, id).hubs.map(({ resource }) => [resource.address, resource.standing])).toEqual([
      ["module.hub.hub_id", "outside"],
    ]);
  });

  test("in a resource of a type that isn't read", () => {
    const id = tf("azapi_resource.hub.id");
    const { hubs, vpnGateways, expressRouteGateways } = gateways(id, id);
    expect(hubs.map(({ resource }) => resource.address)).toEqual(["azapi_resource.hub.id"]);
    expect([noted(vpnGateways[0]), noted(expressRouteGateways[0])]).toMatchObject([
      { hub: "-> azapi_resource.hub.id" },
      { hub: "-> azapi_resource.hub.id" },
    ]);
  });

  test("in a hub that one of them takes from the other", () => {
    const { hubs } = gateways(HUB_ID, tf("azurerm_vpn_gateway.a.virtual_hub_id"));
    expect(hubs.map(noted)).toMatchObject([
      { vpnGateways: ["azurerm_vpn_gateway.a"], expressRouteGateways: ["azurerm_express_route_gateway.b"] },
    ]);
  });
});

describe("two gateways don't meet", () => {
  test("in different expressions, nor in different ids", () => {
    expect(gateways(tf("var.a"), tf("var.b")).hubs).toHaveLength(2);
    expect(gateways(HUB_ID, `${HUB_ID}2`).hubs).toHaveLength(2);
  });

  test("in two parts of one unknown value", () => {
    const network = networkOf({
      locals: { hubs: tf("var.hubs") },
      resource: {
        azurerm_vpn_gateway: {
          a: { virtual_hub_id: tf('local.hubs["weu"]') },
          b: { virtual_hub_id: tf('local.hubs["neu"]') },
        },
      },
    });
    expect(network.hubs.map(({ resource }) => resource.address)).toEqual(['local.hubs["weu"]', 'local.hubs["neu"]']);
  });

  test("in an expression of two module instances, whose variables differ", () => {
    const hub = new UnknownAttribute({ decidedBy: ["var.hub_id"], expression: "var.hub_id" });
    const gateway = (address: string) => managed("plan.json", address, { virtual_hub_id: hub });
    const { hubs } = assemble([
      readingOf("plan.json", [
        gateway('module.site["a.b"].azurerm_vpn_gateway.one'),
        gateway('module.site["a.b"].azurerm_vpn_gateway.two'),
        gateway('module.site["a"].azurerm_vpn_gateway.one'),
        gateway("azurerm_vpn_gateway.one"),
      ]),
    ]);
    expect(hubs.map(({ vpnGateways }) => vpnGateways.map(({ resource }) => resource.address))).toEqual([
      ["azurerm_vpn_gateway.one"],
      ['module.site["a"].azurerm_vpn_gateway.one'],
      ['module.site["a.b"].azurerm_vpn_gateway.one', 'module.site["a.b"].azurerm_vpn_gateway.two'],
    ]);
  });

  test("in an expression that means something else for each instance", () => {
    const network = networkOf({
      resource: {
        azurerm_vpn_gateway: {
          a: { for_each: tf("var.gateways"), name: "a", virtual_hub_id: tf("each.value.hub_id") },
          b: { for_each: tf("var.others"), name: "b", virtual_hub_id: tf("each.value.hub_id") },
        },
      },
    });
    expect(network.hubs).toEqual([]);
    expect(network.vpnGateways.map(({ hub }) => hub.state)).toEqual(["unknown", "unknown"]);
  });
});

describe("a reference", () => {
  test("to a resource of another kind is unknown", () => {
    const wan = { azurerm_virtual_wan: { wan: { name: "wan" } } };
    const network = gateways(tf("azurerm_virtual_wan.wan.id"), HUB_ID, wan);
    expect(network.vpnGateways[0]?.hub).toEqual({
      state: "unknown",
      path: "virtual_hub_id",
      unknown: { decidedBy: ["azurerm_virtual_wan.wan.id"], expression: "azurerm_virtual_wan.wan.id" },
    });
  });

  test("that nobody wrote is absent, an empty one too", () => {
    const network = networkOf({ resource: { azurerm_vpn_gateway: { a: { name: "a" }, b: { virtual_hub_id: "" } } } });
    expect(network.vpnGateways.map(({ hub }) => hub)).toEqual([
      { state: "absent", path: "virtual_hub_id" },
      { state: "absent", path: "virtual_hub_id" },
    ]);
  });

  test("that is no id is unknown", () => {
    const network = networkOf({ resource: { azurerm_vpn_gateway: { a: { virtual_hub_id: 5 } } } });
    expect(network.vpnGateways[0]?.hub).toEqual({
      state: "unknown",
      path: "virtual_hub_id",
      unknown: { decidedBy: ["azurerm_vpn_gateway.a.virtual_hub_id"], expression: "not a resource id" },
    });
  });

  test("by an id of another type doesn't take its name", () => {
    const id = HUB_ID.replace("virtualHubs", "virtualWans");
    expect(gateways(id, id).hubs.map(noted)).toMatchObject([{ resource: id, name: { unknown: [id] } }]);
  });
});

describe("an id tells what holds the thing", () => {
  const PEERING =
    "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/ams/peerings/AzurePrivatePeering";

  test("a peering its circuit and its type", () => {
    const { peerings, circuits } = networkOf({
      resource: { azurerm_express_route_connection: { c: { express_route_circuit_peering_id: PEERING } } },
    });
    expect(peerings.map(noted)).toMatchObject([
      { circuit: `-> ${PEERING.slice(0, PEERING.indexOf("/peerings"))}`, peeringType: "AzurePrivatePeering" },
    ]);
    expect(circuits.map(noted)).toMatchObject([{ name: "ams", peerings: [PEERING] }]);
  });

  test("a route map and a route table their hub", () => {
    const { routeMaps, routeTables, hubs } = networkOf({
      resource: {
        azurerm_virtual_hub_connection: {
          app: {
            virtual_hub_id: HUB_ID,
            routing: {
              associated_route_table_id: `${HUB_ID}/hubRouteTables/spokes`,
              inbound_route_map_id: `${HUB_ID}/routeMaps/in`,
            },
          },
        },
      },
    });
    expect(hubs).toHaveLength(1);
    expect([noted(routeMaps[0]), noted(routeTables[0])]).toMatchObject([
      { hub: `-> ${HUB_ID}`, name: "in", rules: { items: [], unknown: [`${HUB_ID}/routeMaps/in`] } },
      { hub: `-> ${HUB_ID}`, name: "spokes", isDefault: false },
    ]);
  });
});
