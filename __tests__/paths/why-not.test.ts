import { literalPrefix } from "../../address/prefix";
import { routeTable } from "../../paths/table";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const HUB = "azurerm_virtual_hub.sdc";
const FAR = "azurerm_virtual_hub.osl";
const TUNNEL = "azurerm_vpn_gateway_connection.bergen#a";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const AGAIN = "azurerm_express_route_connection.again";

/** A second connection of the hub to the same circuit. */
const SECOND_CIRCUIT: Changes = {
  [AGAIN]: {
    name: "again",
    express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
    express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
  },
};

const over = (connection: string, advertises: readonly string[], asPath: readonly number[] = [12076, 65020]) => ({
  [`network_intent.value.expressRoute["${connection}"]`]: { advertises, asPath },
});

/** From a hub to an address that is asked for: what is taken and why, and why not the others. */
function asked(from: string, changes: Changes, address = "10.31.16.9") {
  const to = literalPrefix(`${address}/32`);
  const { routes } = routeTable(networkOf(changed(SOUND, changes)), { from: new Set([from]), to });
  return routes.map(({ outcome, via, reason, alternatives }) => ({
    taken: `${outcome} ${via.join(" ")} (${reason})`,
    not: alternatives.map((one) => `${one.via}: ${one.whyNot}`),
  }));
}

describe("why a route isn't taken", () => {
  test("is its shorter prefix, or the hub's preference", () => {
    expect(asked(HUB, {})).toEqual([
      { taken: `encrypted ${TUNNEL} (more-specific-on-vpn)`, not: [`${CIRCUIT}: its prefix is shorter`] },
    ]);
    expect(asked(HUB, over(CIRCUIT, ["10.31.16.0/20"]))).toEqual([
      { taken: `clear ${CIRCUIT} (equal-prefix)`, not: [`${TUNNEL}: the hub's routing preference is against it`] },
    ]);
  });

  test("is its longer AS path", () => {
    const two = {
      ...SECOND_CIRCUIT,
      ...over(CIRCUIT, ["10.40.0.0/16"]),
      ...over(AGAIN, ["10.40.0.0/16"], [12076, 65020, 65020]),
    };
    expect(asked(HUB, two, "10.40.0.1")).toEqual([
      {
        taken: `clear ${CIRCUIT} (not-advertised-over-vpn)`,
        not: [`${AGAIN}: its AS path is longer, or comes after in the hub's order`],
      },
    ]);
  });

  test("is the hub's own route, where another hub has one too", () => {
    const far: Changes = {
      ...SECOND_HUB,
      "azurerm_express_route_gateway.osl": { name: "ergw-osl", virtual_hub_id: "${azurerm_virtual_hub.osl.id}" },
      "azurerm_express_route_connection.osl": {
        name: "osl",
        express_route_gateway_id: "${azurerm_express_route_gateway.osl.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
      },
      ...over(CIRCUIT, ["10.40.0.0/16"]),
      ...over("azurerm_express_route_connection.osl", ["10.40.0.0/16"]),
    };
    const osl = "azurerm_express_route_connection.osl";
    expect(asked(HUB, far, "10.40.0.1")).toEqual([
      {
        taken: `clear ${CIRCUIT} (not-advertised-over-vpn)`,
        not: [`${osl}: the hub's own route comes before another hub's`],
      },
    ]);
    expect(asked(FAR, far, "10.40.0.1")).toEqual([
      {
        taken: `clear ${osl} (not-advertised-over-vpn)`,
        not: [`${CIRCUIT}: the hub's own route comes before another hub's`],
      },
    ]);
  });

  test("is that 0.0.0.0/0 stays in its hub", () => {
    const byDefault = { ...SECOND_HUB, ...over(CIRCUIT, ["0.0.0.0/0"]) };
    expect(asked(FAR, byDefault, "10.77.0.1")).toEqual([
      { taken: "dropped  (no-route)", not: [`${CIRCUIT}: its hub doesn't tell it to this one`] },
    ]);
  });

  test("is that it doesn't come into the route table, of the hub's own", () => {
    const nowhere = {
      ...over(CIRCUIT, ["10.31.16.0/20"]),
      [`${CIRCUIT}.routing`]: { propagated_route_table: { labels: ["none"] } },
    };
    expect(asked(HUB, nowhere)).toEqual([
      { taken: `encrypted ${TUNNEL} (only-candidate)`, not: [`${CIRCUIT}: it doesn't come into the route table`] },
    ]);
    expect(asked(FAR, { ...SECOND_HUB, ...nowhere })).toEqual([
      { taken: `encrypted ${TUNNEL} (only-candidate)`, not: [`${CIRCUIT}: its hub doesn't tell it to this one`] },
    ]);
    expect(asked(HUB, { ...nowhere, ...over(CIRCUIT, ["10.31.16.0/24"]) })).toEqual([
      { taken: `encrypted ${TUNNEL} (only-candidate)`, not: [`${CIRCUIT}: it doesn't come into the route table`] },
    ]);
  });

  test("is a spoke, or a static route of the hub's table, that comes first", () => {
    const inSpoke = over(CIRCUIT, ["10.110.0.0/22"]);
    expect(asked(HUB, inSpoke, "10.110.0.9")).toEqual([
      {
        taken: "inside azurerm_virtual_hub_connection.app (spoke)",
        not: [`${CIRCUIT}: a spoke of the hub comes first`],
      },
    ]);
  });
});
