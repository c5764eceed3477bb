import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPlan } from "../../../../../network/readers/plan/read-plan";
import { Reference, UnknownAttribute } from "../../../../../network/resource";
import { change, configured, planJson } from "../plan-json";

const HUB = "azurerm_virtual_hub.weu";
const CONNECTION = "azurerm_virtual_hub_connection.app";
const TABLE = `${HUB}.default_route_table_id`;

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-tables-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The table that a spoke is associated with, where its file says so: a plan tells no more than that it names the hub's. */
function associated(expression: string) {
  const routing = `routing {\n  associated_route_table_id = ${expression}\n}`;
  writeFileSync(
    join(folder, "main.tf"),
    `resource "azurerm_virtual_hub" "weu" {\n  name = "weu"\n}\nresource "azurerm_virtual_hub_connection" "app" {\n  name = "app"\n  ${routing}\n}\n`,
  );
  const plan = planJson({
    changes: [
      change({ base: HUB, after: { name: "weu" }, unknown: { id: true, default_route_table_id: true } }),
      change({
        base: CONNECTION,
        after: { name: "app", routing: [{}] },
        unknown: { id: true, routing: [{ associated_route_table_id: true }] },
      }),
    ],
    root: {
      resources: [
        configured(HUB, { name: { constant_value: "weu" } }),
        configured(CONNECTION, {
          name: { constant_value: "app" },
          routing: [{ associated_route_table_id: { references: [TABLE, HUB] } }],
        }),
      ],
    },
  });
  const beside = { given: folder, likely: [], isOpenTofu: false, declaresAll: () => true };
  const { resources } = readPlan("plan.json", plan, undefined, undefined, beside);
  return resources.find(({ address }) => address === CONNECTION)?.attributes.routing;
}

describe("a table that a plan tells by the default table's id", () => {
  it("is that table where the file says no more", () => {
    expect(associated(TABLE)).toEqual([{ associated_route_table_id: expect.any(Reference) }]);
  });

  it("can't be told where the file makes another id of it", () => {
    const made = `replace(${TABLE}, "defaultRouteTable", "noneRouteTable")`;
    expect(associated(made)).toEqual([{ associated_route_table_id: expect.any(UnknownAttribute) }]);
  });
});
