import { literalPrefix } from "../../address/prefix";
import { routeTable } from "../../paths/table";
import { PATH_OF_AZURE } from "../../routes/as-path";
import { throughMap } from "../../routes/route-map";
import { flowsOver } from "../../routes/to-onprem";
import { marked } from "../../routes/wan-routes";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";
import { hubOf, plainViews, sourceOf } from "./networks";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const DROP = { type: "Drop" };

function withMap(hub: string, spokes: readonly string[], ...rule: readonly object[]) {
  const routing = {
    associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
    outbound_route_map_id: "${azurerm_route_map.out.id}",
  };
  return networkOf(
    changed(SOUND, {
      "azurerm_virtual_hub.sdc.address_prefix": hub,
      "azurerm_virtual_network.app.address_space": spokes,
      "azurerm_route_map.out": { name: "out", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", rule },
      [`${CIRCUIT}.routing`]: routing,
    }),
  );
}

/** What on-premises routers hear over the circuit, whether or not they take it. */
function heardOverCircuit(network: ReturnType<typeof networkOf>): string[] {
  const { routes } = routeTable(network);
  return routes
    .filter(({ direction }) => direction === "to-azure")
    .filter(({ via, alternatives }) => [...via, ...alternatives.map((one) => one.via)].includes(CIRCUIT))
    .map(({ destination }) => destination);
}

describe("what Azure tells, as Microsoft documents it and labs measured it", () => {
  // MicrosoftDocs/azure-docs routing-deep-dive.md @01ca66f8 (05/08/2022): documented
  test("adv-02: a static route in the default table of one hub is not told to another", () => {
    const [one, two] = [hubOf("hub1", "ExpressRoute"), hubOf("hub2", "ExpressRoute")];
    const prefix = literalPrefix("10.2.20.0/22");
    const routes = [{ first: Number(prefix.first), length: 22, source: sourceOf(two, "static", "static", 0) }];
    const { flows } = flowsOver(marked(routes, [prefix]), plainViews([one, two]));

    expect(flows.map(({ hub, decision }) => [hub, decision.via.map(({ via }) => via)])).toEqual([
      [one, []],
      [two, ["static"]],
    ]);
  });

  // blog.blackair.io, Azure Virtual WAN Route Map Tips, use case 1: lab
  test("rm-02: a map that allows one spoke and drops the rest leaves that spoke and the hub's own prefix", () => {
    const only = "10.102.33.0/24";
    const network = withMap(
      "10.102.0.0/24",
      [only, "10.102.36.0/24"],
      {
        name: "only_allow",
        next_step_if_matched: "Terminate",
        match_criterion: [{ match_condition: "Equals", route_prefix: [only] }],
        action: [{ type: "Replace", parameter: [{ route_prefix: [only] }] }],
      },
      { name: "deny_all", next_step_if_matched: "Terminate", action: [DROP] },
    );

    expect(heardOverCircuit(network)).toEqual(["10.102.0.0/24", only]);
  });

  // MicrosoftDocs/azure-docs route-maps-about.md @0821e41c (03/04/2024): documented
  test.each([
    ["Contains", ["10.2.0.0/16", "10.2.1.0/24"]],
    ["Equals", ["10.2.0.0/16"]],
  ])("rm-06: %s 10.2.0.0/16 matches %j", (match_condition, matches) => {
    const network = withMap("10.100.0.0/23", ["10.110.0.0/22"], {
      name: "match",
      next_step_if_matched: "Terminate",
      match_criterion: [{ match_condition, route_prefix: ["10.2.0.0/16"] }],
      action: [DROP],
    });
    const dropped = ["10.2.0.0/16", "10.2.1.0/24"].filter((text) =>
      network.routeMaps.some(
        (map) => throughMap(map, { prefix: literalPrefix(text), asPath: PATH_OF_AZURE }) === "dropped",
      ),
    );

    expect(dropped).toEqual(matches);
  });

  // Composed of what the page on route maps says: inferred
  test("rm-08: a map that drops all leaves only the hub's own prefix on ExpressRoute", () => {
    const network = withMap("10.51.230.0/24", ["10.51.231.0/24"], {
      name: "drop",
      next_step_if_matched: "Terminate",
      action: [DROP],
    });

    expect(heardOverCircuit(network)).toEqual(["10.51.230.0/24"]);
  });
});
