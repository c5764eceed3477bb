import { encryptedToAzure } from "../../../policies/rules/encrypted-to-azure";
import { said } from "./judging";
import { DROP_ALL, dropping, mapAt } from "./maps";

const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "azurerm_virtual_hub.sdc";
const PREFERS = "network_intent.value.onPremises.prefersTunnelFor";
const FILTERS = "network_intent.value.onPremises.filtersExpressRoute";

/** An outbound route map on the circuit's connection with these rules. */
function outbound(...rule: readonly object[]) {
  return {
    "azurerm_route_map.out": { name: "out", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}", rule },
    [`${CIRCUIT}.routing`]: {
      associated_route_table_id: "${azurerm_virtual_hub.sdc.default_route_table_id}",
      outbound_route_map_id: "${azurerm_route_map.out.id}",
    },
  };
}

const ALIKE = "Azure advertises the prefix over ExpressRoute and through tunnels alike";
const UNPROTECTED = [
  ALIKE,
  "on-premises routers neither prefer the tunnel for it nor refuse it over ExpressRoute",
  "no outbound route map keeps it off ExpressRoute",
];

describe("encrypted-to-azure", () => {
  test("takes a preference for all, or for every hub and spoke prefix, in whatever pieces", () => {
    expect(said(encryptedToAzure, {})).toEqual([]);
    expect(said(encryptedToAzure, { [PREFERS]: ["10.100.0.0/23", "10.110.0.0/23", "10.110.2.0/23"] })).toEqual([]);
    expect(said(encryptedToAzure, { [PREFERS]: ["10.100.0.0/16"], [FILTERS]: ["10.110.0.0/16"] })).toEqual([]);
  });

  test("refuses prefixes for which no tunnel is preferred", () => {
    expect(said(encryptedToAzure, { [PREFERS]: ["10.100.0.0/23", "10.110.0.0/24"] })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: HUB,
        path: "",
        message:
          "on-premises routers prefer no tunnel for 10.110.1.0/24 and 10.110.2.0/23, which Azure advertises over ExpressRoute too",
        remedy:
          "Prefer the tunnel on premises for every hub and spoke prefix and state it in the intent, or keep the spokes off ExpressRoute by an outbound route map.",
        evidence: {
          prefixes: ["10.110.1.0/24", "10.110.2.0/23"],
          hub: HUB,
          sites: ["azurerm_vpn_site.bergen"],
          flow: "on-premises -> 10.110.1.0/24",
          trace: UNPROTECTED,
        },
      },
    ]);
  });

  test("takes a route map that leaves the hub's prefix alone on ExpressRoute, whatever is preferred", () => {
    expect(said(encryptedToAzure, { ...outbound(DROP_ALL), [PREFERS]: undefined })).toEqual([]);
  });

  test("refuses spokes that such a map lets through", () => {
    const permit = {
      name: "permit",
      next_step_if_matched: "Terminate",
      match_criterion: [{ match_condition: "Equals", route_prefix: ["10.110.0.0/22"] }],
    };
    const [finding] = said(encryptedToAzure, { ...outbound(permit, DROP_ALL), [PREFERS]: ["10.100.0.0/23"] });
    expect({ outcome: finding?.outcome, evidence: finding?.evidence }).toEqual({
      outcome: "violation",
      evidence: {
        prefixes: ["10.110.0.0/22"],
        hub: HUB,
        sites: ["azurerm_vpn_site.bergen"],
        flow: "on-premises -> 10.110.0.0/22",
        trace: UNPROTECTED,
      },
    });
  });

  test("is undecided without intent, and names the line that would decide", () => {
    expect(said(encryptedToAzure, { network_intent: undefined })).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: HUB,
        path: "",
        message: "whether on-premises routers reach 10.100.0.0/23 and 10.110.0.0/22 through the tunnel can't be told",
        decidedBy: ["network_intent.onPremises.prefersTunnelFor"],
        evidence: {
          prefixes: ["10.100.0.0/23", "10.110.0.0/22"],
          flow: "on-premises -> 10.100.0.0/23",
          trace: [ALIKE, "what on-premises routers prefer or refuse, or what route maps keep off, can't be told"],
        },
      },
    ]);
  });

  test("is undecided where a spoke's addresses or a route map can't be told", () => {
    const decidedBy = (changes: object) =>
      said(encryptedToAzure, { ...changes }).map((finding) => [finding.outcome, finding.decidedBy]);
    const space = { "azurerm_virtual_network.app.address_space": ["${var.space}"], [PREFERS]: ["10.100.0.0/23"] };
    expect(decidedBy(space)).toEqual([["undecided", ["var.space"]]]);
    const map = { ...outbound(DROP_ALL), [PREFERS]: [], [`${CIRCUIT}.routing.outbound_route_map_id`]: "${var.map}" };
    expect(decidedBy(map)).toEqual([["undecided", ["var.map"]]]);
  });

  test("has nothing to say where no link uses the gateway's private addresses", () => {
    const flag = "azurerm_vpn_gateway_connection.bergen.vpn_link[0].local_azure_ip_address_enabled";
    expect(said(encryptedToAzure, { [flag]: false, [PREFERS]: [] })).toEqual([]);
  });

  test("names the connection where can't be told which site it connects", () => {
    const stray = {
      "azurerm_vpn_gateway_connection.bergen.remote_vpn_site_id": "${each.value}",
      "network_intent.value.onPremises.prefersTunnelFor": ["10.100.0.0/23"],
    };
    expect(said(encryptedToAzure, stray)).toMatchObject([
      {
        outcome: "violation",
        evidence: { prefixes: ["10.110.0.0/22"], sites: ["azurerm_vpn_gateway_connection.bergen"] },
      },
    ]);
  });

  test("asks about a spoke whose addresses can't be told, unless a map keeps all of it off ExpressRoute", () => {
    const untold = (changes: object) =>
      said(encryptedToAzure, {
        "azurerm_virtual_network.app.address_space": "${var.space}",
        "network_intent.value.onPremises.prefersTunnelFor": ["10.100.0.0/23"],
        ...changes,
      }).map(({ outcome, message, decidedBy }) => [outcome, message, decidedBy]);
    const open = "whether on-premises routers reach all of hub hub-sdc and its spokes through the tunnel can't be told";
    expect(untold(mapAt(CIRCUIT, "outbound", DROP_ALL))).toEqual([]);
    expect(untold(mapAt(CIRCUIT, "outbound", dropping("10.110.0.0/22")))).toEqual([["undecided", open, ["var.space"]]]);
    expect(untold({ [`${CIRCUIT}.routing`]: { outbound_route_map_id: "${each.value}" } })).toEqual([
      ["undecided", open, ["each.value", "var.space"]],
    ]);
  });
});
