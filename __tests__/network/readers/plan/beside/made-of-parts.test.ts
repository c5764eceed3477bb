import { isMadeOfParts } from "../../../../../network/readers/plan/beside/made-of-parts";

const TABLE = "azurerm_virtual_hub.weu.default_route_table_id";

/** Of a connection that propagates to a table. */
function isMade(text: string): boolean {
  const propagated_route_table = [{ route_table_ids: [text] }];
  const path = ["routing", 0, "propagated_route_table", 0, "route_table_ids"];
  const inJson = { routing: { propagated_route_table: { route_table_ids: [text] } } };
  const all = [{ routing: [{ propagated_route_table }] }, inJson].map((body) => isMadeOfParts(body, path));
  expect(new Set(all).size).toBe(1);
  return all[0] ?? false;
}

describe("the id of a table that is made out of the default table's", () => {
  it.each([
    `\${replace(${TABLE}, "defaultRouteTable", "noneRouteTable")}`,
    `\${dirname(${TABLE})}/noneRouteTable`,
    `\${var.none ? format("%s/x", ${TABLE}) : ${TABLE}}`,
    `\${try(trimsuffix(${TABLE}, "x"), "")}`,
  ])("is another: %s", (text) => {
    expect(isMade(text)).toBe(true);
  });

  it.each([
    `\${${TABLE}}`,
    `\${try(${TABLE}, "")}`,
    `\${azurerm_virtual_hub.weu["a"].default_route_table_id}`,
    "${local.tables[each.key]}",
    "/subscriptions/s",
    "${",
  ])("is itself, as far as that can be told: %s", (text) => {
    expect(isMade(text)).toBe(false);
  });
});
