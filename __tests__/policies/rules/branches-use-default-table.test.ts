import { branchesUseDefaultTable } from "../../../policies/rules/branches-use-default-table";
import { said } from "./judging";

const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const DEFAULT = "${azurerm_virtual_hub.sdc.default_route_table_id}";
const OWN = "${azurerm_virtual_hub_route_table.own.id}";
const TABLE = {
  "azurerm_virtual_hub_route_table.own": { name: "own", virtual_hub_id: "${azurerm_virtual_hub.sdc.id}" },
};

const SECOND_HUB = {
  "azurerm_virtual_hub.noe": {
    name: "hub-noe",
    resource_group_name: "rg",
    location: "norwayeast",
    virtual_wan_id: "${azurerm_virtual_wan.wan.id}",
    address_prefix: "10.101.0.0/23",
  },
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

  test("refuses the table of another hub, to associate with and to propagate to", () => {
    const found = said(branchesUseDefaultTable, {
      ...SECOND_HUB,
      [`${CONNECTION}.routing`]: {
        associated_route_table: "${azurerm_virtual_hub.noe.default_route_table_id}",
        propagated_route_table: { route_table_ids: ["${azurerm_virtual_hub.noe.default_route_table_id}"] },
      },
      [`${CIRCUIT}.routing`]: { propagated_route_table: { route_table_ids: [DEFAULT] } },
    });
    expect(found.map(({ outcome, address, path, message }) => ({ outcome, address, path, message }))).toEqual([
      {
        outcome: "violation",
        address: CIRCUIT,
        path: "routing[0]",
        message:
          "circuit erc-stockholm at hub-sdc propagates to default, and site bergen at hub-sdc (azurerm_vpn_gateway_connection.bergen) to default route table of hub hub-noe (azurerm_virtual_hub.noe)",
      },
      {
        outcome: "violation",
        address: CONNECTION,
        path: "routing[0].associated_route_table",
        message:
          "site bergen at hub-sdc associates with default route table of hub hub-noe (azurerm_virtual_hub.noe), which is another hub's",
      },
    ]);
  });

  test("refuses a label that others don't have: none, where a table can't be told, and one of other tables", () => {
    const routing = (labels: readonly string[], ids: readonly string[]) => ({
      [`${CIRCUIT}.routing`]: { propagated_route_table: { labels, route_table_ids: ids } },
    });
    const brief = (found: ReturnType<typeof said>) =>
      found.map(({ outcome, address, evidence }) => ({ outcome, address, evidence }));
    expect(brief(said(branchesUseDefaultTable, routing(["none"], ["${var.none}"])))).toEqual([
      { outcome: "violation", address: CIRCUIT, evidence: { tables: ["none"], others: ["default"] } },
    ]);
    expect(brief(said(branchesUseDefaultTable, routing(["red"], [])))).toEqual([
      { outcome: "violation", address: CIRCUIT, evidence: { tables: ["red"], others: ["default"] } },
    ]);
    expect(said(branchesUseDefaultTable, routing(["Default"], [DEFAULT]))).toEqual([]);
  });

  test("takes all that name one table and no label, and can't tell whether a label does more in other hubs", () => {
    const table = { propagated_route_table: { route_table_ids: [DEFAULT] } };
    const both = {
      [`${CONNECTION}.routing`]: { associated_route_table: DEFAULT, ...table },
      [`${CIRCUIT}.routing`]: table,
    };
    expect(said(branchesUseDefaultTable, { ...SECOND_HUB, ...both })).toEqual([]);
    expect(said(branchesUseDefaultTable, { [`${CIRCUIT}.routing`]: table })).toEqual([]);
    const one = said(branchesUseDefaultTable, { ...SECOND_HUB, [`${CIRCUIT}.routing`]: table });
    expect(one.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      {
        outcome: "undecided",
        address: CIRCUIT,
        decidedBy: [`${CIRCUIT}.routing[0].propagated_route_table[0].labels`],
      },
    ]);
  });

  test("compares with a connection whose tables can be told, where the first one's can't", () => {
    const again = "azurerm_express_route_connection.again";
    const table = { propagated_route_table: { route_table_ids: [OWN] } };
    const found = said(branchesUseDefaultTable, {
      ...TABLE,
      [`${CONNECTION}.routing`]: {
        associated_route_table: DEFAULT,
        propagated_route_table: { route_table_ids: ["${var.table}"] },
      },
      [again]: {
        name: "again",
        express_route_gateway_id: "${azurerm_express_route_gateway.sdc.id}",
        express_route_circuit_peering_id: "${azurerm_express_route_circuit_peering.stockholm.id}",
        routing: { associated_route_table_id: DEFAULT, ...table },
      },
    });
    expect(found.map(({ outcome, address, decidedBy }) => ({ outcome, address, decidedBy }))).toEqual([
      { outcome: "violation", address: CIRCUIT, decidedBy: undefined },
      { outcome: "undecided", address: CONNECTION, decidedBy: ["var.table"] },
    ]);
  });

  test("says nothing of another hub's table where the connection's own hub can't be told", () => {
    const stray = {
      [`${CONNECTION}.vpn_gateway_id`]: "${each.value}",
      [`${CONNECTION}.routing`]: { associated_route_table: DEFAULT },
    };
    expect(said(branchesUseDefaultTable, stray)).toEqual([]);
  });
});
