import { encryptedToAzure } from "../../../policies/rules/encrypted-to-azure";
import { said } from "./judging";
import { DROP_ALL, dropping, keeping, mapAt, mapRule } from "./maps";
import { SECOND_HUB, SECOND_NETWORK, SECOND_SPOKE } from "./sound";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const HUB = "azurerm_virtual_hub.sdc";
const SPOKE = "azurerm_virtual_hub_connection.app";
const PREFERS = "network_intent.value.onPremises.prefersTunnelFor";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";
const TWO_SPOKES = {
  "azurerm_virtual_network.data": SECOND_NETWORK,
  "azurerm_virtual_hub_connection.data": SECOND_SPOKE,
};

/** A rule that makes one prefix of another and all underneath. */
function summarising(route_prefix: string) {
  const contains = { match_condition: "Contains", route_prefix: [route_prefix] };
  return mapRule("summarise", contains, { type: "Replace", parameter: [{ route_prefix: [route_prefix] }] });
}

function found(changes: object) {
  return said(encryptedToAzure, { ...changes }).map(({ outcome, address, evidence, decidedBy }) => {
    const prefixes = "prefixes" in evidence ? evidence.prefixes : undefined;
    return { outcome, address, prefixes, ...(decidedBy === undefined ? {} : { decidedBy }) };
  });
}

describe("encrypted-to-azure, by what is announced", () => {
  test("refuses spokes that an outbound map keeps out of the tunnel, whatever is preferred", () => {
    expect(said(encryptedToAzure, mapAt(CONNECTION, "outbound", dropping("10.110.0.0/22")))).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CONNECTION,
        path: "routing[0].outbound_route_map_id",
        message:
          "no tunnel of site bergen (azurerm_vpn_site.bergen) carries 10.110.0.0/22, so it is reached unencrypted over circuit erc-stockholm at hub-sdc (azurerm_express_route_connection.stockholm)",
        remedy:
          "Let the outbound route map of the VPN connection announce the prefix as it is, or keep it off ExpressRoute as well.",
        evidence: {
          prefixes: ["10.110.0.0/22"],
          via: [CIRCUIT],
          hub: HUB,
          flow: "on-premises -> 10.110.0.0/22",
          trace: [
            `Azure advertises the prefix over ${CIRCUIT}`,
            "no tunnel of azurerm_vpn_site.bergen carries it",
            "on-premises routers take the longest prefix before any preference",
          ],
        },
      },
    ]);
  });

  test("refuses a summary in the tunnel beside the exact prefix over ExpressRoute: the longer one goes first", () => {
    const [finding] = said(encryptedToAzure, mapAt(CONNECTION, "outbound", summarising("10.110.0.0/16")));
    expect(finding?.outcome).toBe("violation");
    expect(finding?.message).toMatch(
      /^no tunnel of .* carries a prefix as long as ExpressRoute's for 10\.110\.0\.0\/22, so/,
    );
  });

  test("takes such maps where the spokes are kept off ExpressRoute, or summarised there alike", () => {
    const summary = summarising("10.110.0.0/16");
    const tunnel = mapAt(CONNECTION, "outbound", summary);
    expect(found({ ...tunnel, ...mapAt(CIRCUIT, "outbound", DROP_ALL) })).toEqual([]);
    expect(found({ ...tunnel, ...mapAt(CIRCUIT, "outbound", summary) })).toEqual([]);
    expect(found({ ...tunnel, [FILTERS]: ["10.110.0.0/22"] })).toEqual([]);
  });

  test("takes a summary over ExpressRoute beside the exact prefix in the tunnel without any preference", () => {
    const summary = mapAt(CIRCUIT, "outbound", summarising("10.110.0.0/16"));
    expect(found({ ...summary, [PREFERS]: ["10.100.0.0/23"] })).toEqual([]);
    // A filter of the spoke alone refuses no summary.
    const both = {
      ...summary,
      ...mapAt(CONNECTION, "outbound", dropping("10.110.0.0/22")),
      [FILTERS]: ["10.110.0.0/22"],
    };
    expect(found(both)).toEqual([{ outcome: "violation", address: CONNECTION, prefixes: ["10.110.0.0/22"] }]);
  });

  test("takes a map that another connection of the same site makes good", () => {
    const other = {
      ...SECOND_HUB,
      "azurerm_vpn_gateway_connection.oslo": {
        name: "con-oslo",
        vpn_gateway_id: "${azurerm_vpn_gateway.osl.id}",
        remote_vpn_site_id: "${azurerm_vpn_site.bergen.id}",
        vpn_link: [
          {
            name: "a",
            vpn_site_link_id: "${azurerm_vpn_site.bergen.link[0].id}",
            bgp_enabled: true,
            local_azure_ip_address_enabled: true,
          },
        ],
      },
    };
    expect(found({ ...other, ...mapAt(CONNECTION, "outbound", DROP_ALL) })).toEqual([]);
  });

  test("doesn't ask for announcements where a link has no BGP: routers know the prefixes by themselves", () => {
    const map = mapAt(CONNECTION, "outbound", DROP_ALL);
    expect(found({ ...map, [`${CONNECTION}.vpn_link[0].bgp_enabled`]: false })).toEqual([]);
    expect(found({ ...map, [`${CONNECTION}.vpn_link[0].bgp_enabled`]: "${var.bgp}" })).toEqual([
      { outcome: "undecided", address: HUB, prefixes: ["10.110.0.0/22"], decidedBy: ["var.bgp"] },
    ]);
  });

  test("is undecided on an outbound map that can't be told, at the tunnel and on ExpressRoute", () => {
    const map = { [`${CONNECTION}.routing.outbound_route_map_id`]: "${var.map}" };
    const table = { [`${CONNECTION}.routing.associated_route_table`]: `\${${HUB}.default_route_table_id}` };
    expect(found({ ...table, ...map })).toEqual([
      { outcome: "undecided", address: HUB, prefixes: ["10.110.0.0/22"], decidedBy: ["var.map"] },
    ]);
    const dropped = mapAt(CONNECTION, "outbound", DROP_ALL);
    const unknown = {
      [`${CIRCUIT}.routing.associated_route_table_id`]: `\${${HUB}.default_route_table_id}`,
      [`${CIRCUIT}.routing.outbound_route_map_id`]: "${var.map}",
    };
    expect(found({ ...dropped, ...unknown })).toEqual([
      { outcome: "undecided", address: HUB, prefixes: ["10.110.0.0/22"], decidedBy: ["var.map"] },
    ]);
    // A map makes no prefix longer, so of equal ones the preference decides.
    expect(found(unknown)).toEqual([]);
  });

  test("leaves out spokes that nobody hears of: a label of none, or an inbound map that drops them", () => {
    const unpreferred = { ...TWO_SPOKES, [PREFERS]: ["10.100.0.0/23", "10.110.0.0/22"] };
    const data = { outcome: "violation", address: HUB, prefixes: ["10.111.0.0/22"] };
    expect(found(unpreferred)).toEqual([data]);
    const none = "azurerm_virtual_hub_connection.data.routing.propagated_route_table.labels";
    expect(found({ ...unpreferred, [none]: ["none"] })).toEqual([]);
    // Whether another label counts beside it no page says.
    const labels = "azurerm_virtual_hub_connection.data.routing[0].propagated_route_table[0].labels";
    expect(found({ ...unpreferred, [none]: ["none", "default"] })).toEqual([
      { ...data, outcome: "undecided", decidedBy: [labels] },
    ]);
    expect(found({ ...unpreferred, [none]: ["${var.label}"] })).toEqual([
      { ...data, outcome: "undecided", decidedBy: ["var.label"] },
    ]);
    const inbound = mapAt("azurerm_virtual_hub_connection.data", "inbound", dropping("10.111.0.0/22"));
    expect(found({ ...unpreferred, ...inbound })).toEqual([]);
    const beside = mapAt("azurerm_virtual_hub_connection.data", "inbound", keeping("10.111.0.0/22"), DROP_ALL);
    expect(found({ ...unpreferred, ...beside })).toEqual([data]);
  });

  test("counts a spoke of which can't be told to what hub it is connected", () => {
    const HUB_OF = "azurerm_virtual_hub_connection.data.virtual_hub_id";
    const preferring = { ...TWO_SPOKES, [PREFERS]: ["10.100.0.0/23", "10.110.0.0/22"] };
    expect(found({ ...TWO_SPOKES, [HUB_OF]: "${local.hubs[each.value]}" })).toEqual([]);
    expect(found({ ...preferring, [HUB_OF]: "${local.hubs[each.value]}" })).toEqual([
      {
        outcome: "undecided",
        address: "azurerm_virtual_hub_connection.data",
        prefixes: ["10.111.0.0/22"],
        decidedBy: ["each.value", "local.hubs"],
      },
    ]);
    // A hub that is known by this alone is in the WAN all the same.
    const address = "azurerm_virtual_hub_connection.data";
    expect(found({ ...TWO_SPOKES, [HUB_OF]: "${var.hub}" })).toEqual([]);
    expect(found({ ...preferring, [HUB_OF]: "${var.hub}" })).toEqual([
      { outcome: "undecided", address, prefixes: [], decidedBy: ["var.hub"] },
      { outcome: "violation", address, prefixes: ["10.111.0.0/22"] },
    ]);
  });

  test("says what is certain beside what isn't", () => {
    const changes = {
      ...TWO_SPOKES,
      [`${SPOKE}.routing.propagated_route_table.labels`]: ["${var.label}"],
      [PREFERS]: ["10.100.0.0/23"],
    };
    expect(found(changes)).toEqual([
      { outcome: "undecided", address: HUB, prefixes: ["10.110.0.0/22"], decidedBy: ["var.label"] },
      { outcome: "violation", address: HUB, prefixes: ["10.111.0.0/22"] },
    ]);
  });

  test("says nothing of another hub's own prefix that no tunnel of the site brings", () => {
    const circuit = {
      "azurerm_express_route_gateway.osl": {
        name: "ergw-osl",
        resource_group_name: "rg",
        location: "norwayeast",
        virtual_hub_id: "${azurerm_virtual_hub.osl.id}",
        scale_units: 1,
      },
      "azurerm_express_route_connection.osl": {
        name: "osl",
        express_route_gateway_id: "${azurerm_express_route_gateway.osl.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
      },
    };
    expect(found({ ...SECOND_HUB, ...circuit })).toEqual([]);
    expect(found({ ...SECOND_HUB, ...circuit, [PREFERS]: ["10.100.0.0/16", "10.110.0.0/22"] })).toEqual([
      { outcome: "violation", address: CONNECTION, prefixes: ["10.102.0.0/23"] },
    ]);
  });

  test("takes filters of all spokes, and leaves the hub's own prefix to them", () => {
    expect(found({ [PREFERS]: undefined, [FILTERS]: ["10.110.0.0/22"] })).toEqual([]);
    expect(found({ ...TWO_SPOKES, [PREFERS]: [], [FILTERS]: ["10.110.0.0/22"] })).toEqual([
      { outcome: "violation", address: HUB, prefixes: ["10.100.0.0/23", "10.111.0.0/22"] },
    ]);
  });

  test("refuses a tunnel that encrypts nothing", () => {
    const [finding, ...more] = said(encryptedToAzure, { "azurerm_virtual_wan.wan.disable_vpn_encryption": true });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      outcome: "violation",
      address: CONNECTION,
      evidence: { prefixes: ["10.110.0.0/22"], via: [`${CONNECTION}#a`] },
    });
    const none = { [`${CONNECTION}.vpn_link[0].ipsec_policy[0].encryption_algorithm`]: "None" };
    expect(found(none).map(({ outcome }) => outcome)).toEqual(["violation"]);
  });
});
