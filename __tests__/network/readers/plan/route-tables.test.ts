import { Reference, UnknownAttribute } from "../../../../network/resource";
import { attributesOf, change, configured, refers } from "./plan-json";

const HUB = "azurerm_virtual_hub.hub";

describe("a route table that a plan doesn't know", () => {
  it.each([
    ["the hub's own table", [`${HUB}.default_route_table_id`, HUB], true],
    ["a table whose id is made of the hub's", [`${HUB}.id`, HUB], false],
    ["any of both, behind a key", [HUB, "each.key"], false],
  ])("is one of a hub only where that is told: %s", (_, references, isTold) => {
    const base = "azurerm_virtual_hub_connection.app";
    const { [base]: connection } = attributesOf({
      changes: [
        change({ base: HUB, unknown: { id: true, default_route_table_id: true } }),
        change({ base, after: { routing: [{}] }, unknown: { routing: [{ associated_route_table_id: true }] } }),
      ],
      root: {
        resources: [
          configured(HUB, {}),
          configured(base, { routing: [{ associated_route_table_id: refers(...references) }] }),
        ],
      },
    });
    const [first = ""] = references;
    const told = new Reference(HUB, "plan.json", ["default_route_table_id"], first);
    expect(connection?.routing).toEqual([
      { associated_route_table_id: isTold ? told : new UnknownAttribute({ decidedBy: [first] }) },
    ]);
  });
});
