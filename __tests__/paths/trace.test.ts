import { literalPrefix } from "../../address/prefix";
import type { Asked } from "../../paths/asked";
import { tracesMarkdown } from "../../paths/markdown";
import { routeTable } from "../../paths/table";
import { tracesText } from "../../paths/text";
import { tracesOf } from "../../paths/trace";
import { type Changes, changed } from "../policies/rules/judging";
import { SECOND_HUB, SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const OVER = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;

function traces(address: string, from: string, changes: Changes = {}) {
  const network = networkOf(changed(SOUND, changes));
  const asked: Asked = { from: new Set([from]), to: literalPrefix(`${address}/32`), whenLost: "link" };
  return tracesOf(network, routeTable(network, asked), literalPrefix(`${address}/32`), asked);
}

/** The lines of the traces from one place, as a person reads them. */
function lines(...asked: Parameters<typeof traces>): string[] {
  return tracesText(traces(...asked), [])
    .split("\n")
    .slice(0, -1);
}

const TUNNEL = "site bergen, link a";
const STOCKHOLM = "circuit erc-stockholm at hub-sdc";

describe("a trace", () => {
  test("of a spoke says that it follows its hub, what the hub takes, and what happens when the link is lost", () => {
    expect(lines("10.31.16.7", SPOKE)).toEqual([
      `spoke vnet-app (${SPOKE}) -> 10.31.16.7`,
      `  1. follows the default route table of hub hub-sdc (${HUB})`,
      "  2. doesn't hear of 0.0.0.0/0: internet_security_enabled is off",
      `  3. 10.31.16.0/20 is routed over ${TUNNEL} (${CONNECTION}); hub hub-sdc takes ${TUNNEL} (longest prefix, the only route of it)`,
      `  4. 10.31.0.0/16 is routed over ${STOCKHOLM} (${CIRCUIT}): its prefix is shorter`,
      `  5. 10.31.16.7/32: encrypted over ${TUNNEL} (more-specific-on-vpn): The tunnel has a longer prefix than ExpressRoute.`,
      `  6. when ${TUNNEL} is lost: clear over ${STOCKHOLM}`,
    ]);
  });

  test("of a site towards a spoke says why it takes the tunnel, and what it doesn't take", () => {
    expect(lines("10.110.1.7", SITE)).toEqual([
      `site bergen (${SITE}) -> 10.110.1.7`,
      `  1. 10.110.1.7/32: encrypted over ${TUNNEL} (${CONNECTION}) (preferred-on-premises): Azure advertises it on both paths, and on-premises routers prefer the tunnel.`,
      `  2. not over ${STOCKHOLM} (${CIRCUIT}): on-premises routers prefer the tunnel`,
      `  3. when ${TUNNEL} is lost: clear over ${STOCKHOLM}`,
    ]);
  });

  test("goes on to the hub whose route is taken, which decides again", () => {
    expect(lines("10.31.16.7", "azurerm_virtual_hub.osl", SECOND_HUB)).toEqual([
      "hub hub-osl (azurerm_virtual_hub.osl) -> 10.31.16.7",
      `  1. 10.31.16.0/20 is routed over ${TUNNEL} (${CONNECTION}); hub hub-osl takes ${TUNNEL} (longest prefix, the only route of it)`,
      `  2. 10.31.0.0/16 is routed over ${STOCKHOLM} (${CIRCUIT}): its prefix is shorter`,
      `  3. goes on to hub hub-sdc (${HUB}), which decides again`,
      `  4. 10.31.16.0/20 is routed over ${TUNNEL}; hub hub-sdc takes ${TUNNEL} (longest prefix, the only route of it)`,
      `  5. 10.31.0.0/16 is routed over ${STOCKHOLM}: its prefix is shorter`,
      `  6. 10.31.16.7/32: encrypted over ${TUNNEL} (more-specific-on-vpn): The tunnel has a longer prefix than ExpressRoute. It goes by way of hub hub-sdc (${HUB}).`,
      `  7. when ${TUNNEL} is lost: clear over ${STOCKHOLM}`,
    ]);
  });

  test("says which firewall inspects it, where routing intent says so", () => {
    const virtual_hub_id = "${azurerm_virtual_hub.sdc.id}";
    const policy = { name: "all", destinations: ["PrivateTraffic"], next_hop: "${azurerm_firewall.fw.id}" };
    const secured: Changes = {
      "azurerm_firewall.fw": { name: "fw", resource_group_name: "rg", location: "swedencentral", sku_name: "AZFW_Hub" },
      "azurerm_virtual_hub_routing_intent.ri": { name: "ri", virtual_hub_id, routing_policy: [policy] },
    };
    expect(lines("10.31.16.7", SPOKE, secured).slice(1, 4)).toEqual([
      `  1. follows the default route table of hub hub-sdc (${HUB})`,
      "  2. firewall fw (azurerm_firewall.fw) inspects private traffic at hub hub-sdc, by its routing intent",
      `  3. 10.31.16.0/20 is routed over ${TUNNEL} (${CONNECTION}); hub hub-sdc takes ${TUNNEL} (longest prefix, the only route of it)`,
    ]);
  });

  test("passes over what a hub hears nothing of, and takes it where the spoke's own table holds it", () => {
    const route = {
      name: "r",
      destinations_type: "CIDR",
      destinations: ["10.31.18.0/24"],
      next_hop_type: "ResourceId",
      next_hop: "${azurerm_virtual_hub_connection.app.id}",
    };
    const OWN = "azurerm_virtual_hub_route_table.own";
    const table: Changes = {
      [OWN]: { name: "own", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", labels: [], route: [route] },
      [`${SPOKE}.routing`]: { associated_route_table_id: "${azurerm_virtual_hub_route_table.own.id}" },
    };
    expect(lines("10.31.18.7", HUB, table).slice(1, 4)).toEqual([
      `  1. 10.31.18.0/24 is routed over route table own, static route r (${OWN}); hub hub-sdc hears of none of it`,
      `  2. 10.31.16.0/20 is routed over ${TUNNEL} (${CONNECTION}); hub hub-sdc takes ${TUNNEL} (longest prefix, the only route of it)`,
      `  3. 10.31.0.0/16 is routed over ${STOCKHOLM} (${CIRCUIT}): its prefix is shorter`,
    ]);
    expect(lines("10.31.18.7", SPOKE, table).slice(1, 6)).toEqual([
      `  1. follows route table own (${OWN}) of hub hub-sdc (${HUB})`,
      "  2. doesn't hear of 0.0.0.0/0: internet_security_enabled is off",
      `  3. 10.31.18.0/24 is routed over route table own, static route r (${OWN}); hub hub-sdc takes route table own, static route r (longest prefix, the only route of it)`,
      `  4. 10.31.16.0/20 is routed over ${TUNNEL} (${CONNECTION}): its prefix is shorter`,
      `  5. 10.31.0.0/16 is routed over ${STOCKHOLM} (${CIRCUIT}): its prefix is shorter`,
    ]);
  });

  test.each([
    ["ExpressRoute", `takes ${STOCKHOLM}`, "then routing preference ExpressRoute"],
    ["VpnGateway", `takes ${TUNNEL}`, "then routing preference VpnGateway"],
    ["ASPath", `may take ${STOCKHOLM}; ${TUNNEL}`, "then the shortest AS path"],
    ["${var.preference}", `may take ${STOCKHOLM}; ${TUNNEL}`, "then routing preference that can't be told"],
  ])("of two routes of one length says what the preference %s takes, or may take", (preference, taken, why) => {
    const changes = { [OVER]: ["10.31.16.0/20"], "azurerm_virtual_hub.sdc.hub_routing_preference": preference };
    expect(lines("10.31.16.7", HUB, changes)[1]).toBe(
      `  1. 10.31.16.0/20 is routed over ${STOCKHOLM} (${CIRCUIT}); ${TUNNEL} (${CONNECTION}); hub hub-sdc ${taken} (longest prefix, ${why})`,
    );
  });

  test("stays in Azure where the address is a spoke's", () => {
    expect(lines("10.110.1.7", HUB)).toEqual([
      `hub hub-sdc (${HUB}) -> 10.110.1.7`,
      `  1. 10.110.0.0/22 is routed over spoke vnet-app (${SPOKE}); hub hub-sdc takes spoke vnet-app (longest prefix, the only route of it)`,
      "  2. 10.110.1.7/32: inside over spoke vnet-app (only-candidate): It is the only route of the longest prefix.",
    ]);
    expect(lines("10.110.1.7", SPOKE).at(-1)).toBe(
      "  4. 10.110.1.7/32: inside (own-addresses): It is an address of the place itself.",
    );
  });

  test("as Markdown is a list for each place", () => {
    expect(tracesMarkdown(traces("10.77.0.1", HUB), ["A note."])).toBe(
      [
        "## wanproof routes",
        "A note.",
        "### hub hub-sdc (azurerm&#95;virtual&#95;hub.sdc) to <code>10.77.0.1</code>",
        "1. no prefix holds it at hub hub-sdc\n2. 10.77.0.1/32&#58; dropped (no-route)&#58; No route leads there.",
        "",
      ].join("\n\n"),
    );
  });
});
