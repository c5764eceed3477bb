import { branchesUseDefaultTable } from "../../../policies/rules/branches-use-default-table";
import { said } from "./judging";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const DEFAULT = "${azurerm_virtual_hub.sdc.default_route_table_id}";
const OWN = "${azurerm_virtual_hub_route_table.own.id}";
const TABLE = {
  "azurerm_virtual_hub_route_table.own": { name: "own", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
};

describe("branches-use-default-table", () => {
  test("takes the default table, written or not", () => {
    expect(said(branchesUseDefaultTable, {})).toEqual([]);
    expect(
      said(branchesUseDefaultTable, {
        [`${CONNECTION}.routing`]: {
          associated_route_table: DEFAULT,
          propagated_route_table: { route_table_ids: [DEFAULT], labels: ["default"] },
        },
        [`${CIRCUIT}.routing`]: { associated_route_table_id: DEFAULT },
      }),
    ).toEqual([]);
  });

  test("refuses another table", () => {
    expect(
      said(branchesUseDefaultTable, { ...TABLE, [`${CONNECTION}.routing`]: { associated_route_table: OWN } }),
    ).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: CONNECTION,
        path: "routing[0].associated_route_table",
        message:
          "site bergen at hub-sdc associates with route table own (azurerm_virtual_hub_route_table.own), which is not the default route table",
        remedy: "Associate it with the default route table of its hub.",
        evidence: { routeTable: "azurerm_virtual_hub_route_table.own" },
      },
    ]);
  });

  test("refuses connections of one hub that propagate to different tables", () => {
    const found = said(branchesUseDefaultTable, {
      ...TABLE,
      [`${CIRCUIT}.routing`]: {
        associated_route_table_id: DEFAULT,
        propagated_route_table: { route_table_ids: [DEFAULT, OWN] },
      },
    });
    expect(found.map(({ outcome, address, evidence }) => ({ outcome, address, evidence }))).toEqual([
      {
        outcome: "violation",
        address: CIRCUIT,
        evidence: { tables: ["azurerm_virtual_hub_route_table.own", "default"], others: ["default"] },
      },
    ]);
  });

  test("is undecided where a table can't be told", () => {
    const found = said(branchesUseDefaultTable, {
      [`${CONNECTION}.routing`]: { associated_route_table: "${var.table}" },
      [`${CIRCUIT}.routing`]: {
        associated_route_table_id: DEFAULT,
        propagated_route_table: { route_table_ids: ["${var.other}"] },
      },
    });
    expect(found.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      { outcome: "undecided", address: CIRCUIT, decidedBy: ["var.other"] },
      { outcome: "undecided", address: CONNECTION, decidedBy: ["var.table"] },
    ]);
  });
});
