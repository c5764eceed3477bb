import { assemble } from "../../../network/assemble/assemble";
import { networkOf, networkOfInputs, tf } from "../../support/network";
import { noted } from "../../support/noted";
import { managed, readingOf } from "../../support/readings";

function subnetsOf(network: { readonly virtualNetworks: readonly unknown[] }): unknown {
  return network.virtualNetworks.map((part) => Object(noted(part)).subnets);
}

function network(name: unknown, group: unknown, subnet: object) {
  return {
    resource: {
      azurerm_virtual_network: { app: { name, resource_group_name: group } },
      azurerm_subnet: { front: { name: "front", ...subnet } },
    },
  };
}

describe("a subnet belongs to the network", () => {
  test.each([
    ["that it refers to", { virtual_network_name: tf("azurerm_virtual_network.app.name"), resource_group_name: "rg" }],
    ["of its name and resource group", { virtual_network_name: "VNET-app", resource_group_name: "RG" }],
  ])("%s", (_, subnet) => {
    expect(subnetsOf(networkOf(network("vnet-app", "rg", subnet)))).toEqual([["azurerm_subnet.front"]]);
  });

  test("of its name in the resource group that both refer to", () => {
    const group = tf("azurerm_resource_group.main.name");
    const subnet = { virtual_network_name: "vnet-app", resource_group_name: group };
    expect(subnetsOf(networkOf(network("vnet-app", group, subnet)))).toEqual([["azurerm_subnet.front"]]);
  });

  test("that it refers to, though nobody knows its name yet", () => {
    const subnet = { virtual_network_name: tf("azurerm_virtual_network.app.name"), resource_group_name: "rg" };
    expect(subnetsOf(networkOf(network(`vnet-${tf("var.env")}`, "rg", subnet)))).toEqual([["azurerm_subnet.front"]]);
  });

  test("that its own id names", () => {
    const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-app";
    const joined = assemble([
      readingOf("a.json", [managed("a.json", "azurerm_virtual_network.app", { id, name: "vnet-app" })]),
      readingOf("b.json", [
        managed("b.json", "azurerm_subnet.front", {
          id: `${id.toUpperCase().replace("SUBSCRIPTIONS", "subscriptions")}/subnets/front`,
        }),
      ]),
    ]);
    expect(subnetsOf(joined)).toEqual([["azurerm_subnet.front"]]);
  });

  test("that a connection knows by its id", () => {
    const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-app";
    const outside = networkOf({
      resource: {
        azurerm_virtual_hub_connection: { app: { remote_virtual_network_id: id } },
        azurerm_subnet: { front: { virtual_network_name: "vnet-app", resource_group_name: "rg" } },
      },
    });
    expect(subnetsOf(outside)).toEqual([{ items: ["azurerm_subnet.front"], unknown: [id] }]);
  });
});

describe("a subnet doesn't belong to a network", () => {
  test.each([
    ["of another name", { virtual_network_name: "vnet-data", resource_group_name: "rg" }],
    ["of another resource group", { virtual_network_name: "vnet-app", resource_group_name: "other" }],
  ])("%s", (_, subnet) => {
    expect(subnetsOf(networkOf(network("vnet-app", "rg", subnet)))).toEqual([[]]);
  });

  test("of the same name in another input, which may be another subscription", () => {
    const { azurerm_virtual_network, azurerm_subnet } = network("vnet", "rg", {
      virtual_network_name: "vnet",
      resource_group_name: "rg",
    }).resource;
    const apart = networkOfInputs({
      "a.tf.json": { resource: { azurerm_virtual_network } },
      "b.tf.json": { resource: { azurerm_subnet } },
    });
    expect(subnetsOf(apart)).toEqual([[]]);
  });
});

test("a subnet of a network that can't be told may be in every one of its resource group", () => {
  const subnet = { virtual_network_name: tf("var.network") };
  const unknown = { items: [], unknown: ["var.network"] };
  expect(subnetsOf(networkOf(network("vnet-app", "rg", { ...subnet, resource_group_name: "rg" })))).toEqual([unknown]);
  expect(subnetsOf(networkOf(network("vnet-app", "rg", { ...subnet, resource_group_name: "other" })))).toEqual([[]]);
});

test("a network whose name can't be told may have a subnet that no other has", () => {
  const subnet = { virtual_network_name: "vnet-app", resource_group_name: "rg" };
  expect(subnetsOf(networkOf(network(tf("var.name"), "rg", subnet)))).toEqual([{ items: [], unknown: ["var.name"] }]);
});

test("where the resource group can't be compared, the network may have a subnet more", () => {
  const subnet = { virtual_network_name: "vnet-app", resource_group_name: tf("var.group") };
  expect(subnetsOf(networkOf(network("vnet-app", "rg", subnet)))).toEqual([{ items: [], unknown: ["var.group"] }]);
});

test("a subnet that Azure lists in its network and that is a resource too is one subnet", () => {
  const read = {
    name: "vnet-app",
    resource_group_name: "rg",
    subnet: [
      { name: "front", address_prefixes: ["10.0.0.0/24"] },
      { name: "back", address_prefixes: ["10.0.1.0/24"], routeTables: [] },
    ],
  };
  const own = {
    name: "Front",
    virtual_network_name: "vnet-app",
    resource_group_name: "rg",
    address_prefixes: ["10.0.0.0/25"],
  };
  const [app] = assemble([
    readingOf("plan.json", [
      managed("plan.json", "azurerm_virtual_network.app", read),
      managed("plan.json", "azurerm_subnet.front", own),
    ]),
  ]).virtualNetworks;
  expect(app?.subnets.items.map(noted)).toEqual([
    { resource: "azurerm_subnet.front", name: "Front", prefixes: ["10.0.0.0/25"], routeTables: [] },
    { resource: "azurerm_virtual_network.app", name: "back", prefixes: ["10.0.1.0/24"], routeTables: [] },
  ]);
});

describe("a peering belongs to the circuit", () => {
  function circuitOf(peering: object): unknown {
    const joined = networkOf({
      resource: {
        azurerm_express_route_circuit: { ams: { name: "erc-ams", resource_group_name: "rg" } },
        azurerm_express_route_circuit_peering: { ams: { peering_type: "AzurePrivatePeering", ...peering } },
      },
    });
    return Object(noted(joined.peerings[0])).circuit;
  }

  test("that it refers to, or of its name and resource group", () => {
    const name = tf("azurerm_express_route_circuit.ams.name");
    expect(circuitOf({ express_route_circuit_name: name, resource_group_name: "rg" })).toBe(
      "-> azurerm_express_route_circuit.ams",
    );
    expect(circuitOf({ express_route_circuit_name: "ERC-AMS", resource_group_name: "rg" })).toBe(
      "-> azurerm_express_route_circuit.ams",
    );
  });

  test("of its name alone, where no input describes that one", () => {
    expect(circuitOf({ express_route_circuit_name: "erc-fra", resource_group_name: "rg" })).toBe("-> erc-fra");
  });

  test("which is unknown where the group can't be compared, or the name can't be told", () => {
    expect(circuitOf({ express_route_circuit_name: "erc-ams", resource_group_name: tf("var.group") })).toEqual({
      unknown: ["var.group"],
    });
    expect(circuitOf({ express_route_circuit_name: tf("var.circuit") })).toEqual({ unknown: ["var.circuit"] });
  });
});
