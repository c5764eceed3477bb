import { assemble } from "../../../network/assemble/assemble";
import { networkOfInputs, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { data, managed, readingOf } from "../../support/readings";

const HUB_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/weu";
const READ = { name: "weu", resource_group_name: "RG" };

const MAKES = {
  resource: {
    azurerm_virtual_wan: { wan: { name: "wan", resource_group_name: "rg" } },
    azurerm_virtual_hub: {
      weu: { name: "weu", resource_group_name: "rg", virtual_wan_id: tf("azurerm_virtual_wan.wan.id") },
    },
  },
};

const READS = {
  data: { azurerm_virtual_hub: { theirs: READ } },
  resource: {
    azurerm_vpn_gateway: { vpn: { name: "vpn", virtual_hub_id: tf("data.azurerm_virtual_hub.theirs.id") } },
    azurerm_vpn_site: { hq: { name: "hq", virtual_wan_id: tf("data.azurerm_virtual_hub.theirs.virtual_wan_id") } },
  },
  output: { network_intent: { value: { protected: ["10.1.0.0/16"] } } },
};

test("a hub that one input makes and another reads by name is one, and so is its WAN", () => {
  const network = networkOfInputs({ reads: READS, makes: MAKES });
  expect(network.hubs.map(noted)).toMatchObject([
    { resource: "azurerm_virtual_hub.weu", vpnGateways: ["azurerm_vpn_gateway.vpn"] },
  ]);
  expect(network.sites.map(noted)).toMatchObject([{ wan: "-> azurerm_virtual_wan.wan" }]);
});

test("the intent of the input that reads it speaks of it", () => {
  const network = networkOfInputs({ reads: READS, makes: MAKES });
  const [statement] = network.intent.statements;
  const scope = statement?.scope === "all" ? [] : [...(statement?.scope ?? [])];
  expect(scope).toContain(network.hubs[0]);
});

test("an existing hub that two inputs read is one, by what tells most of it", () => {
  const { hubs } = assemble([
    readingOf("a.json", [data("a.json", "data.azurerm_virtual_hub.a", READ)]),
    readingOf("b.json", [data("b.json", "data.azurerm_virtual_hub.b", { ...READ, address_prefix: "10.9.0.0/23" })]),
    readingOf("c.json", [
      data("c.json", "data.azurerm_virtual_hub.c", { ...READ, id: HUB_ID, address_prefix: "10.9.0.0/23" }),
      managed("c.json", "azurerm_express_route_gateway.er", { virtual_hub_id: HUB_ID }),
    ]),
  ]);
  expect(hubs.map(noted)).toMatchObject([
    {
      resource: "data.azurerm_virtual_hub.c",
      addressPrefix: "10.9.0.0/23",
      expressRouteGateways: ["azurerm_express_route_gateway.er"],
    },
  ]);
});

test("names in two resource groups are two hubs", () => {
  const other = { data: { azurerm_virtual_hub: { theirs: { ...READ, resource_group_name: "rg-other" } } } };
  expect(networkOfInputs({ other, makes: MAKES }).hubs).toHaveLength(2);
});

test.each([
  [
    "two inputs make a hub of the name",
    [
      managed("a.json", "azurerm_virtual_hub.weu", READ),
      managed("b.json", "azurerm_virtual_hub.weu", READ),
      data("c.json", "data.azurerm_virtual_hub.weu", READ),
    ],
  ],
  [
    "ids tell that two hubs have the name",
    [
      data("a.json", "data.azurerm_virtual_hub.weu", { ...READ, id: HUB_ID }),
      data("b.json", "data.azurerm_virtual_hub.weu", { ...READ, id: HUB_ID.replace("/s/", "/t/") }),
      data("c.json", "data.azurerm_virtual_hub.weu", READ),
    ],
  ],
  [
    "one input reads the name twice, so perhaps in two subscriptions",
    [
      managed("a.json", "azurerm_virtual_hub.weu", READ),
      data("c.json", "data.azurerm_virtual_hub.one", READ),
      data("c.json", "data.azurerm_virtual_hub.two", READ),
    ],
  ],
])("nothing is joined where %s", (_, resources) => {
  const inputs = [...new Set(resources.map(({ input }) => input))];
  const readings = inputs.map((path) =>
    readingOf(
      path,
      resources.filter(({ input }) => input === path),
    ),
  );
  expect(assemble(readings).hubs).toHaveLength(3);
});

test("what is read in one input is what it makes itself under that name", () => {
  const { hubs } = assemble([
    readingOf("a.json", [
      managed("a.json", "azurerm_virtual_hub.weu", READ),
      data("a.json", "data.azurerm_virtual_hub.weu", READ),
    ]),
  ]);
  expect(hubs.map(({ resource }) => resource.address)).toEqual(["azurerm_virtual_hub.weu"]);
});

test("names that lead to each other in a circle end", () => {
  const { hubs } = networkOfInputs({
    a: {
      data: {
        azurerm_virtual_hub: {
          one: { name: tf("data.azurerm_virtual_hub.two.name"), resource_group_name: "rg" },
          two: { name: tf("data.azurerm_virtual_hub.one.name"), resource_group_name: "rg" },
        },
      },
    },
  });
  expect(hubs).toHaveLength(2);
});
