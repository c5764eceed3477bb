import { monitored } from "../../../policies/rules/monitored";
import { type Changes, said } from "./judging";

const GATEWAY = "azurerm_vpn_gateway.sdc";
const SCOPES = [`\${${GATEWAY}.id}`];
const ALL: Changes = {
  "azurerm_monitor_diagnostic_setting.gateway": { target_resource_id: `\${${GATEWAY}.id}` },
  "azurerm_monitor_metric_alert.tunnel": { scopes: SCOPES, criteria: [{ metric_name: "TunnelEgressBytes" }] },
  "azurerm_monitor_metric_alert.bgp": { scopes: SCOPES, criteria: [{ metric_name: "BgpPeerStatus" }] },
};

function messages(changes: Changes): unknown[] {
  return said(monitored, changes).map(({ outcome, level, address, message }) => [outcome, level, address, message]);
}

describe("monitored", () => {
  test("takes a gateway with a diagnostic setting and alerts on tunnels and BGP", () => {
    expect(messages(ALL)).toEqual([]);
  });

  test("notes each that lacks", () => {
    expect(said(monitored, {})).toEqual(
      ["diagnostic setting", "metric alert on its BGP sessions", "metric alert on its tunnels"].map((what) => ({
        outcome: "violation",
        level: "note",
        address: GATEWAY,
        path: "",
        message: `VPN gateway vpngw-sdc has no ${what}`,
        remedy: `Add a ${what}; in network.yaml, write monitoring, which adds all of them.`,
        evidence: {},
      })),
    );
  });

  test("doesn't count what watches something else", () => {
    const elsewhere = { "azurerm_monitor_metric_alert.bgp.scopes": ["${azurerm_express_route_gateway.sdc.id}"] };
    expect(messages({ ...ALL, ...elsewhere })).toEqual([
      ["violation", "note", GATEWAY, "VPN gateway vpngw-sdc has no metric alert on its BGP sessions"],
    ]);
    const foreign = {
      "azurerm_monitor_diagnostic_setting.gateway.target_resource_id": "${azurerm_key_vault.kv.id}",
    };
    expect(messages({ ...ALL, ...foreign })).toEqual([
      ["violation", "note", GATEWAY, "VPN gateway vpngw-sdc has no diagnostic setting"],
    ]);
  });

  test("can't tell what an unknown target or metric is", () => {
    expect(
      messages({
        ...ALL,
        "azurerm_monitor_diagnostic_setting.gateway.target_resource_id": "${var.target}",
        "azurerm_monitor_metric_alert.bgp.criteria[0].metric_name": "${var.metric}",
      }),
    ).toEqual([
      ["undecided", "note", GATEWAY, "whether VPN gateway vpngw-sdc has a diagnostic setting can't be told"],
      [
        "undecided",
        "note",
        GATEWAY,
        "whether VPN gateway vpngw-sdc has a metric alert on its BGP sessions can't be told",
      ],
    ]);
  });

  test("counts an alert that watches the gateway beside something else, in whichever order", () => {
    const other = "${azurerm_express_route_gateway.sdc.id}";
    for (const scopes of [
      [other, ...SCOPES],
      [...SCOPES, other],
      ["${var.other}", ...SCOPES],
    ]) {
      expect(messages({ ...ALL, "azurerm_monitor_metric_alert.bgp.scopes": scopes })).toEqual([]);
    }
  });
});
