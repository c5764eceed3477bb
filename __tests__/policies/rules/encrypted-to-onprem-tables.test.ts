import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { type Changes, said } from "./judging";
import { dropping, mapAt, mapRule } from "./maps";

const SPOKE = "azurerm_virtual_hub_connection.app";
const TUNNEL = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const HUB = "${azurerm_virtual_hub.sdc.id}";
const DEFAULT = "${azurerm_virtual_hub.sdc.default_route_table_id}";

/** Outcome, place and what is said in evidence or what would decide. */
function brief(changes: Changes) {
  return said(encryptedToOnprem, changes).map(({ outcome, address, path, decidedBy, evidence }) => {
    const reason = "reason" in evidence ? evidence.reason : undefined;
    return { outcome, address, path, told: outcome === "violation" ? reason : decidedBy };
  });
}

const OVER_EXPRESS_ROUTE = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;
const THROUGH_TUNNEL = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';

/** A second hub with a spoke, and nothing on premises. */
const FAR: Changes = {
  "azurerm_virtual_hub.noe": {
    name: "hub-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.101.0.0/23",
  },
};

describe("encrypted-to-onprem, by route tables", () => {
  test("refuses a far hub that hears ExpressRoute alone, by label, and can't tell where Azure may add the label", () => {
    const toLabel = { [`${CIRCUIT}.routing`]: { propagated_route_table: { labels: ["default"] } } };
    const tunnel = (labels: readonly string[]) => ({
      [`${TUNNEL}.routing`]: {
        associated_route_table: DEFAULT,
        propagated_route_table: { route_table_ids: [DEFAULT], ...(labels.length > 0 && { labels }) },
      },
    });
    const open = {
      outcome: "undecided",
      address: TUNNEL,
      path: "",
      told: [`${TUNNEL}.routing[0].propagated_route_table[0].labels`],
    };
    expect(brief({ ...FAR, ...toLabel, ...tunnel([]) })).toEqual([open]);
    expect(brief({ ...FAR, ...toLabel, ...tunnel(["default"]) })).toEqual([]);
    // By the shorter prefix packets come to the near hub, of which no page says that it puts them into the tunnel.
    expect(brief({ ...FAR, ...toLabel, ...tunnel(["red"]) })).toEqual([{ ...open, told: [TUNNEL] }]);
  });

  test("refuses a tunnel whose routes come nowhere", () => {
    const none = { associated_route_table: DEFAULT, propagated_route_table: { labels: ["none"] } };
    expect(brief({ [`${TUNNEL}.routing`]: none })).toEqual([
      { outcome: "violation", address: TUNNEL, path: "", told: "not-advertised-over-vpn" },
    ]);
  });

  test("can't tell where a tunnel's routes come whose labels can't be told", () => {
    const untold = { associated_route_table: DEFAULT, propagated_route_table: { labels: "${var.labels}" } };
    expect(brief({ [`${TUNNEL}.routing`]: untold })).toEqual([
      { outcome: "undecided", address: TUNNEL, path: "", told: ["var.labels"] },
    ]);
  });

  test("can't tell what a spoke hears through an outbound map that takes routes away, and doesn't mind one that prepends", () => {
    const path = "routing[0].outbound_route_map_id";
    const open = [{ outcome: "undecided", address: SPOKE, path, told: [`${SPOKE}.${path}`] }];
    expect(brief(mapAt(SPOKE, "outbound", dropping("10.0.1.0/24")))).toEqual(open);
    const replacing = { type: "Replace", parameter: [{ route_prefix: ["10.0.0.0/8"] }] };
    expect(brief(mapAt(SPOKE, "outbound", mapRule("sum", undefined, replacing)))).toEqual(open);
    const untold = { type: "Replace", parameter: [{ route_prefix: "${var.prefixes}" }] };
    expect(brief(mapAt(SPOKE, "outbound", mapRule("sum", undefined, untold)))).toEqual(open);
    const prepending = { type: "Add", parameter: [{ as_path: ["65001"] }] };
    expect(brief(mapAt(SPOKE, "outbound", mapRule("prepend", undefined, prepending)))).toEqual([]);
  });

  test("asks of a spoke with a table of its own what comes into that", () => {
    const own = (labels: readonly string[]): Changes => ({
      "azurerm_virtual_hub_route_table.own": { name: "own", virtual_hub_id: HUB, labels: ["own"] },
      [`${SPOKE}.routing`]: { associated_route_table_id: "${azurerm_virtual_hub_route_table.own.id}" },
      [`${TUNNEL}.routing`]: { associated_route_table: DEFAULT, propagated_route_table: { labels } },
      [`${CIRCUIT}.routing`]: { propagated_route_table: { labels: ["default", "own"] } },
    });
    expect(brief(own(["default", "own"]))).toEqual([]);
    expect(brief(own(["default"]))).toEqual([
      {
        outcome: "violation",
        address: SPOKE,
        path: "routing[0].associated_route_table_id",
        told: "not-advertised-over-vpn",
      },
    ]);
  });

  test("takes a table that nobody follows, whatever is in it", () => {
    const table = {
      name: "later",
      virtual_hub_id: HUB,
      route: [{ name: "all", destinations_type: "CIDR", destinations: ["10.31.16.0/24"], next_hop: `\${${SPOKE}.id}` }],
    };
    expect(brief({ "azurerm_virtual_hub_route_table.later": table })).toEqual([]);
  });

  test("refuses a spoke that doesn't hear of the default route which alone leads into the tunnel", () => {
    const byDefault = { [THROUGH_TUNNEL]: ["0.0.0.0/0"], [OVER_EXPRESS_ROUTE]: ["10.31.0.0/24"] };
    expect(brief({ ...byDefault, [`${SPOKE}.internet_security_enabled`]: true })).toEqual([]);
    expect(brief(byDefault)).toEqual([
      { outcome: "violation", address: SPOKE, path: "internet_security_enabled", told: "not-advertised-over-vpn" },
    ]);
    const unsure = { ...byDefault, [`${SPOKE}.internet_security_enabled`]: "${var.hears}" };
    expect(brief(unsure)).toEqual([
      { outcome: "undecided", address: SPOKE, path: "internet_security_enabled", told: ["var.hears"] },
    ]);
  });

  test("refuses a hub of which only another's default route leads into the tunnel", () => {
    const byDefault = { [THROUGH_TUNNEL]: ["0.0.0.0/0"], [`${SPOKE}.internet_security_enabled`]: true };
    const found = brief({ ...FAR, ...byDefault, [OVER_EXPRESS_ROUTE]: ["10.31.0.0/24"] });
    expect(found).toEqual([{ outcome: "violation", address: TUNNEL, path: "", told: "not-advertised-over-vpn" }]);
  });
});
