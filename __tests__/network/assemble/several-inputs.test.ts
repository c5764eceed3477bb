import { assert, property, shuffledSubarray, tuple } from "fast-check";
import { assemble } from "../../../network/assemble/assemble";
import type { Reading } from "../../../network/input/reading";
import type { Network } from "../../../network/network";
import { readConfigurations } from "../../../network/readers/configuration/read-configuration";
import type { JsonObject } from "../../../text/json";
import { networkOfInputs, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { data, managed, readingOf } from "../../support/readings";
import { WRITTEN_NETWORK } from "../../support/written-network";

const HUB_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/weu";

const MANAGED = readingOf("hub.json", [
  managed("hub.json", "azurerm_virtual_hub.weu", { id: HUB_ID, name: "weu", address_prefix: "10.100.0.0/23" }),
  managed("hub.json", "azurerm_vpn_gateway.vpn", { virtual_hub_id: HUB_ID }),
]);

const ONE_HUB = [
  {
    resource: "azurerm_virtual_hub.weu",
    addressPrefix: "10.100.0.0/23",
    vpnGateways: ["azurerm_vpn_gateway.vpn"],
    expressRouteGateways: ["azurerm_express_route_gateway.er"],
  },
];

describe("a hub that one input manages is the same", () => {
  test("for another that knows its id, in whatever case", () => {
    const other = readingOf("er.json", [
      managed("er.json", "azurerm_express_route_gateway.er", { virtual_hub_id: HUB_ID.toUpperCase() }),
    ]);
    expect(assemble([other, MANAGED]).hubs.map(noted)).toMatchObject(ONE_HUB);
  });

  test("for another that has it as a data source", () => {
    const { hubs, resources } = assemble([
      readingOf("er.json", [
        data("er.json", "data.azurerm_virtual_hub.weu", {
          id: HUB_ID.replace("rg", "RG"),
          address_prefix: "10.9.0.0/23",
        }),
        managed("er.json", "azurerm_express_route_gateway.er", { virtual_hub_id: HUB_ID }),
      ]),
      MANAGED,
    ]);
    expect(hubs.map(noted)).toMatchObject(ONE_HUB);
    expect(resources.map(({ input, address }) => `${input} ${address}`)).toEqual([
      "er.json azurerm_express_route_gateway.er",
      "er.json data.azurerm_virtual_hub.weu",
      "hub.json azurerm_virtual_hub.weu",
      "hub.json azurerm_vpn_gateway.vpn",
    ]);
  });

  test("for another that lets it leave its state, so that this one takes it over", () => {
    const left = managed("a.json", "azurerm_virtual_hub.old", { id: HUB_ID, address_prefix: "10.9.0.0/23" });
    const { hubs } = assemble([
      readingOf("a.json", [
        { ...left, isForgotten: true },
        managed("a.json", "azurerm_express_route_gateway.er", { virtual_hub_id: HUB_ID }),
      ]),
      MANAGED,
    ]);
    expect(hubs.map(noted)).toMatchObject(ONE_HUB);
  });

  test("for another stack that takes its id from the first one's output", () => {
    const network = networkOfInputs({
      hub: {
        resource: {
          azurerm_virtual_hub: { weu: { name: "weu", address_prefix: "10.100.0.0/23" } },
          azurerm_vpn_gateway: { vpn: { virtual_hub_id: tf("azurerm_virtual_hub.weu.id") } },
        },
        output: { "cross-stack-output-hub-id": { value: tf("azurerm_virtual_hub.weu.id") } },
      },
      er: {
        resource: {
          azurerm_express_route_gateway: {
            er: {
              virtual_hub_id: tf(
                "data.terraform_remote_state.cross-stack-reference-input-hub.outputs.cross-stack-output-hub-id",
              ),
            },
          },
        },
      },
    });
    expect(network.hubs.map(noted)).toMatchObject(ONE_HUB);
  });
});

test("a data source that two inputs read is one hub", () => {
  const reading = (input: string) =>
    readingOf(input, [data(input, "data.azurerm_virtual_hub.weu", { id: HUB_ID, name: "weu" })]);
  expect(assemble([reading("b.json"), reading("a.json")]).hubs.map(({ resource }) => resource.input)).toEqual([
    "a.json",
  ]);
});

test("a hub that nobody describes is one for all inputs", () => {
  const { hubs } = assemble([
    readingOf("a.json", [managed("a.json", "azurerm_vpn_gateway.vpn", { virtual_hub_id: HUB_ID })]),
    readingOf("b.json", [managed("b.json", "azurerm_express_route_gateway.er", { virtual_hub_id: `${HUB_ID}/` })]),
  ]);
  expect(hubs.map(noted)).toMatchObject([
    {
      resource: HUB_ID,
      vpnGateways: ["azurerm_vpn_gateway.vpn"],
      expressRouteGateways: ["azurerm_express_route_gateway.er"],
    },
  ]);
});

test("equal expressions of two inputs are two things", () => {
  const network = networkOfInputs({
    a: { resource: { azurerm_vpn_gateway: { vpn: { virtual_hub_id: tf("var.hub_id") } } } },
    b: { resource: { azurerm_vpn_gateway: { vpn: { virtual_hub_id: tf("var.hub_id") } } } },
  });
  expect(network.hubs.map(({ resource }) => [resource.input, resource.address])).toEqual([
    ["a", "var.hub_id"],
    ["b", "var.hub_id"],
  ]);
});

test("what two inputs manage stays two, for neither tells which one holds", () => {
  const again = readingOf("again.json", [
    managed("again.json", "azurerm_virtual_hub.weu", { id: HUB_ID, name: "weu" }),
  ]);
  expect(assemble([MANAGED, again]).hubs.map(({ resource }) => resource.input)).toEqual(["again.json", "hub.json"]);
});

test("the order of inputs, and of resources in them, changes nothing", () => {
  const contents: JsonObject = JSON.parse(JSON.stringify(WRITTEN_NETWORK));
  const files = { names: [], files: [], root: ".", contents: [contents], sources: undefined };
  const readings = readConfigurations([
    { ...files, path: "one" },
    { ...files, path: "two" },
  ]);
  const all = [...readings, MANAGED];
  const expected = everythingNoted(assemble(all));
  const orders = tuple(...all.map(shuffled));
  assert(
    property(orders, shuffledSubarray([0, 1, 2], { minLength: 3 }), (inputs, order) => {
      const mixed = order.flatMap((index) => inputs[index] ?? []);
      expect(everythingNoted(assemble(mixed))).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

function shuffled(reading: Reading) {
  return shuffledSubarray([...reading.resources], { minLength: reading.resources.length }).map((resources) => ({
    ...reading,
    resources,
  }));
}

function everythingNoted({ inputs: _, before: _before, intent, resources, ...parts }: Network): unknown {
  const lists = Object.entries(parts).map(([kind, list]) => [kind, list.map(noted)]);
  return [Object.fromEntries(lists), resources.map(({ input, address }) => `${input} ${address}`), noted(intent)];
}
