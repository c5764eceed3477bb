import { addressOverlap } from "../../../policies/rules/address-overlap";
import { networkOfInputs } from "../../support/network";
import { said, saidOf } from "./judging";
import { idOf, SOUND } from "./sound";

const OVER_EXPRESSROUTE = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';

describe("address-overlap where something is unknown", () => {
  test("is undecided on a prefix that can't be told, once for each owner", () => {
    expect(
      said(addressOverlap, {
        "azurerm_vpn_site.bergen.address_cidrs": ["${var.one}", "${var.two}"],
        "azurerm_virtual_network.app.address_space": "${var.space}",
        [OVER_EXPRESSROUTE]: ["${var.advertised}"],
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: 'expressRoute["azurerm_express_route_connection.stockholm"].advertises[0]',
        message:
          "a prefix advertised over circuit erc-stockholm at hub-sdc is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: ["var.advertised"],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_network.app",
        path: "address_space",
        message:
          "a prefix of virtual network vnet-app is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: ["var.space"],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_vpn_site.bergen",
        path: "address_cidrs[0]",
        message:
          "a prefix in address_cidrs of site bergen is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: ["var.one", "var.two"],
      },
    ]);
  });

  test("says nothing of an unknown on-premises prefix where there is nothing in Azure to overlap", () => {
    expect(
      said(addressOverlap, {
        azurerm_virtual_hub: {},
        azurerm_virtual_hub_connection: {},
        "azurerm_vpn_site.bergen.address_cidrs": ["${var.one}"],
        "azurerm_vpn_gateway.sdc.virtual_hub_id": undefined,
        "azurerm_express_route_gateway.sdc.virtual_hub_id": undefined,
        "azurerm_express_route_circuit_peering.stockholm.primary_peer_address_prefix": undefined,
        "azurerm_express_route_circuit_peering.stockholm.secondary_peer_address_prefix": undefined,
      }),
    ).toEqual([]);
  });

  test("is undecided on a hub and a virtual network that are known by id only, where they are used", () => {
    expect(
      said(addressOverlap, {
        "azurerm_virtual_hub_connection.old": {
          name: "old",
          virtual_hub_id: idOf("virtualHubs", "hub-old"),
          remote_virtual_network_id: idOf("virtualNetworks", "vnet-old"),
        },
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub_connection.old",
        path: "remote_virtual_network_id",
        message:
          "a prefix of virtual network vnet-old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-old) is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-old",
        ],
      },
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub_connection.old",
        path: "virtual_hub_id",
        message:
          "a prefix of hub hub-old (/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old) is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub-old",
        ],
      },
    ]);
  });

  test("is undecided where which virtual network is connected can't be told", () => {
    expect(
      said(addressOverlap, { "azurerm_virtual_hub_connection.app.remote_virtual_network_id": "${each.value.id}" }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub_connection.app",
        path: "remote_virtual_network_id",
        message:
          "a prefix of the virtual network of spoke app is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: ["each.value.id"],
      },
    ]);
  });

  test("finds an overlap across inputs", () => {
    const network = networkOfInputs({
      "west.tf.json": SOUND,
      "east.tf.json": {
        resource: {
          azurerm_virtual_hub: {
            east: {
              name: "hub-east",
              virtual_wan_id: idOf("virtualWans", "wan-nordics"),
              address_prefix: "10.110.2.0/23",
            },
          },
        },
      },
    });
    expect(saidOf(addressOverlap, network)).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "azurerm_virtual_hub.east",
        path: "address_prefix",
        message:
          "10.110.2.0/23 of hub hub-east lies in 10.110.0.0/22 of virtual network vnet-app (azurerm_virtual_network.app); whether both are in one WAN can't be told",
        evidence: {
          prefix: "10.110.2.0/23",
          other: "10.110.0.0/22",
          otherAddress: "azurerm_virtual_network.app",
          otherPath: "address_space[0]",
        },
        decidedBy: [
          "/subscriptions/5a1c8b1e-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan-nordics",
          "azurerm_virtual_wan.wan.id",
        ],
      },
    ]);
  });

  test("lets WANs that have nothing to do with each other use the same addresses", () => {
    const wan = { name: "wan-lab", location: "swedencentral", resource_group_name: "rg" };
    const hub = { name: "hub-lab", virtual_wan_id: "${azurerm_virtual_wan.lab.id}", address_prefix: "10.100.0.0/23" };
    expect(said(addressOverlap, { "azurerm_virtual_wan.lab": wan, "azurerm_virtual_hub.lab": hub })).toEqual([]);
  });

  test("is undecided on a hub that is merely read, at its data source, only where it is used", () => {
    const read = { "data.azurerm_virtual_hub.old": { name: "hub-old", resource_group_name: "rg" } };
    expect(said(addressOverlap, read)).toEqual([]);
    expect(
      said(addressOverlap, {
        ...read,
        "azurerm_virtual_hub_connection.app.virtual_hub_id": "${data.azurerm_virtual_hub.old.id}",
      }),
    ).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: "data.azurerm_virtual_hub.old",
        path: "address_prefix",
        message: "a prefix of hub hub-old is unknown, so it may overlap one of hub hub-sdc (azurerm_virtual_hub.sdc)",
        evidence: {},
        decidedBy: ["data.azurerm_virtual_hub.old.address_prefix"],
      },
    ]);
  });

  test("points at what is managed here where the narrower prefix is of a hub that is merely read", () => {
    const read = {
      "data.azurerm_virtual_hub.old": {
        name: "hub-old",
        resource_group_name: "rg",
        address_prefix: "10.110.2.0/23",
        virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
      },
    };
    expect(said(addressOverlap, read).map(({ outcome, address }) => [outcome, address])).toEqual([
      ["violation", "azurerm_virtual_network.app"],
    ]);
  });
});
