import { networkOf, type Tree } from "../../support/network";
import { noted } from "../../support/noted";

function managed(hub: Tree) {
  return networkOf({
    resource: {
      azurerm_virtual_hub: { weu: { name: "weu" } },
      azurerm_network_manager_connectivity_configuration: { spokes: { name: "spokes", hub: [hub] } },
    },
  });
}

describe("a connectivity configuration of a network manager", () => {
  test("is a spoke of its virtual hub, of which virtual network can't be told", () => {
    const { hubs, spokeConnections } = managed({
      resource_id: "${azurerm_virtual_hub.weu.id}",
      resource_type: "Microsoft.Network/virtualHubs",
    });
    const address = "azurerm_network_manager_connectivity_configuration.spokes";
    expect(hubs[0]?.spokeConnections).toEqual(spokeConnections);
    expect(spokeConnections.map(noted)).toEqual([
      expect.objectContaining({
        resource: address,
        hub: "-> azurerm_virtual_hub.weu",
        virtualNetwork: { unknown: [address] },
        internetSecurity: { unknown: [address] },
      }),
    ]);
  });

  test("is one too where what its hub is can't be told, and none where that is a virtual network", () => {
    const hub = { resource_id: "${var.hub}" };
    expect(managed({ ...hub, resource_type: "${var.type}" }).spokeConnections).toHaveLength(1);
    expect(managed({ ...hub, resource_type: "Microsoft.Network/virtualNetworks" }).spokeConnections).toEqual([]);
  });
});

test("a routing rule of a network manager is a user-defined route", () => {
  const { managedRoutes } = networkOf({
    resource: {
      azurerm_network_manager_routing_rule: {
        out: {
          name: "out",
          destination: [{ type: "AddressPrefix", address: "10.0.0.0/8" }],
          next_hop: [{ type: "VirtualAppliance", address: "10.1.0.4" }],
        },
      },
    },
  });
  expect(managedRoutes.map(noted)).toEqual([
    {
      resource: "azurerm_network_manager_routing_rule.out",
      name: "out",
      destination: "10.0.0.0/8",
      nextHopType: "VirtualAppliance",
      nextHopAddress: "10.1.0.4",
    },
  ]);
});
