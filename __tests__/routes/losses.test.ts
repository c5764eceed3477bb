import { hubGroups } from "../../routes/hub-groups";
import { goneWith, lossesOf } from "../../routes/losses";
import type { Loss } from "../../routes/source";
import { routesOf } from "../../routes/wan-routes";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = { what: "circuit", name: "azurerm_express_route_circuit.stockholm" } as const;

/** A second circuit on the same hub that advertises these prefixes. */
function secondCircuit(...advertises: readonly string[]): Changes {
  return {
    "azurerm_express_route_circuit.oslo": { name: "erc-oslo", peering_location: "Oslo", resource_group_name: "rg" },
    "azurerm_express_route_circuit_peering.oslo": {
      peering_type: "AzurePrivatePeering",
      express_route_circuit_name: "${azurerm_express_route_circuit.oslo.name}",
      resource_group_name: "rg",
    },
    "azurerm_express_route_connection.oslo": {
      name: "oslo",
      express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
      express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.oslo.id}",
    },
    'network_intent.value.expressRoute["azurerm_express_route_connection.oslo"].advertises': advertises,
  };
}

function gone(changes: Changes, loss: Loss = CIRCUIT) {
  const network = networkOf(changed(SOUND, changes));
  return hubGroups(network).flatMap((group) => goneWith(loss, routesOf(network, group).routes, group.hubs));
}

describe("what can be lost", () => {
  test("is each link, connection, site and circuit that a route needs", () => {
    const network = networkOf(SOUND);
    const losses = hubGroups(network).flatMap((group) => lossesOf(routesOf(network, group).routes));
    expect(losses.map(({ what, name }) => ({ what, name }))).toEqual([
      { what: "link", name: `${CONNECTION}#a` },
      { what: "connection", name: CONNECTION },
      { what: "site", name: "azurerm_vpn_site.bergen" },
      { what: "connection", name: "azurerm_express_route_connection.stockholm" },
      CIRCUIT,
    ]);
  });

  test("takes the tunnels of a circuit with it whose device no other circuit leads to", () => {
    const link = { what: "link", name: `${CONNECTION}#a` };
    expect(gone({})).toEqual([CIRCUIT, link]);
    expect(gone(secondCircuit("10.99.0.0/24"))).toEqual([CIRCUIT, link]);
    expect(gone(secondCircuit("10.31.0.0/24"))).toEqual([CIRCUIT]);
  });

  test("takes the same tunnels with a circuit's connection to the hub, and none with a VPN connection", () => {
    const link = { what: "link", name: `${CONNECTION}#a` };
    const overCircuit: Loss = { what: "connection", name: "azurerm_express_route_connection.stockholm" };
    expect(gone({}, overCircuit)).toEqual([overCircuit, link]);
    expect(gone(secondCircuit("10.31.0.0/24"), overCircuit)).toEqual([overCircuit]);
    const vpn: Loss = { what: "connection", name: CONNECTION };
    expect(gone({}, vpn)).toEqual([vpn]);
  });

  test("counts a prefix from its first address to its last as leading to a device, and none of another hub", () => {
    const over = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
    const strands = (...prefixes: readonly string[]) => gone({ [over]: prefixes }).length === 2;
    expect(["10.31.0.4/32", "10.31.0.4/30", "10.31.0.4/31"].map((prefix) => strands(prefix))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["10.31.0.0/30", "10.31.0.5/32", "10.31.0.2/31"].map((prefix) => strands(prefix))).toEqual([
      false,
      false,
      false,
    ]);
    expect(strands("10.31.0.0/30", "0.0.0.0/0")).toBe(true);
    const elsewhere = {
      ...SECOND_HUB,
      "azurerm_express_route_gateway.sdc.virtual_hub_id": "${azurerm_virtual_hub.osl.id}",
    };
    expect(gone(elsewhere)).toEqual([CIRCUIT]);
  });

  test("takes no tunnel with a circuit that runs over the internet, or of which that can't be told", () => {
    const path = `${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`;
    expect(gone({ [path]: false })).toEqual([CIRCUIT]);
    expect(gone({ [path]: "${var.private}" })).toEqual([CIRCUIT]);
  });
});
