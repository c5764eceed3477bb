import { hubGroups } from "../../routes/hub-groups";
import { goneWith, lossesOf } from "../../routes/losses";
import type { Loss } from "../../routes/source";
import { routesOf } from "../../routes/wan-routes";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
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
});
