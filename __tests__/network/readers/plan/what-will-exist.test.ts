import { readPlan } from "../../../../network/readers/plan/read-plan";
import type { JsonObject } from "../../../../text/json";
import { change, inState, planJson } from "./plan-json";

const WAN = "azurerm_virtual_wan.wan";

function read(plan: JsonObject) {
  const { resources, counts, unread } = readPlan("plan.json", plan);
  const found = resources.map(({ address, standing, attributes }) => [address, standing, attributes.name]);
  return { found, counts, unread };
}

describe("a plan is read as what will exist after apply", () => {
  it("keeps what is created, changed, replaced and left alone, and drops what goes", () => {
    const actions: readonly (readonly [string, readonly string[]])[] = [
      ["made", ["create"]],
      ["changed", ["update"]],
      ["kept", ["no-op"]],
      ["replaced", ["delete", "create"]],
      ["replaced_first", ["create", "delete"]],
      ["removed", ["delete"]],
    ];
    const changes = actions.map(([name, does]) =>
      change({ base: `azurerm_virtual_wan.${name}`, actions: does, after: { name } }),
    );
    expect(read(planJson({ changes }))).toEqual({
      found: [
        ["azurerm_virtual_wan.made", "managed", "made"],
        ["azurerm_virtual_wan.changed", "managed", "changed"],
        ["azurerm_virtual_wan.kept", "managed", "kept"],
        ["azurerm_virtual_wan.replaced", "managed", "replaced"],
        ["azurerm_virtual_wan.replaced_first", "managed", "replaced_first"],
      ],
      counts: { total: 5, ofOurTypes: 5 },
      unread: [],
    });
  });

  it("keeps what leaves Terraform and stays in Azure, as it was", () => {
    const forgotten = { base: "azurerm_virtual_wan.old", actions: ["forget"], before: { name: "old" } };
    const { resources, unread } = readPlan("plan.json", planJson({ changes: [change(forgotten)] }));
    expect(unread).toEqual([]);
    expect(
      resources.map(({ address, standing, isForgotten, attributes }) => [address, standing, isForgotten, attributes]),
    ).toEqual([["azurerm_virtual_wan.old", "managed", true, { name: "old" }]]);
  });

  it("drops the deposed half of a replacement that an earlier apply left behind", () => {
    const changes = [
      change({ base: WAN, actions: ["no-op"], after: { name: "new" } }),
      change({ base: WAN, actions: ["delete"], deposed: "4fa1", after: { name: "old" } }),
    ];
    expect(read(planJson({ changes })).found).toEqual([[WAN, "managed", "new"]]);
  });

  it("takes a refresh-only plan, which has no changes, from its state", () => {
    const { resource_changes: _, ...plan } = planJson({ state: [inState(WAN, { name: "wan" })] });
    expect(read(plan).found).toEqual([[WAN, "managed", "wan"]]);
  });

  it("keeps what a targeted plan leaves out, and takes nothing from the state that the plan settles", () => {
    const state = [
      inState(WAN, { name: "before" }),
      inState("azurerm_virtual_wan.elsewhere", { name: "elsewhere" }),
      inState("azurerm_virtual_wan.gone", { name: "gone" }),
      inState("azurerm_virtual_wan.moved", { name: "moved" }),
      inState("azurerm_virtual_wan.elsewhere", { name: "deposed" }, { deposed_key: "4fa1" }),
    ];
    const changes = [
      change({ base: WAN, actions: ["update"], after: { name: "after" } }),
      change({ base: "azurerm_virtual_wan.gone", actions: ["delete"] }),
      change({
        base: "azurerm_virtual_wan.here",
        actions: ["no-op"],
        after: { name: "here" },
        previous: "azurerm_virtual_wan.moved",
      }),
    ];
    expect(read(planJson({ changes, state })).found).toEqual([
      [WAN, "managed", "after"],
      ["azurerm_virtual_wan.here", "managed", "here"],
      ["azurerm_virtual_wan.elsewhere", "managed", "elsewhere"],
    ]);
  });

  it("takes data sources from the state they were read into, in modules too", () => {
    const hub = inState("data.azurerm_virtual_hub.hub", { name: "hub" });
    const inModule = {
      ...inState("data.azurerm_virtual_wan.wan", { name: "wan" }),
      address: "module.wan.data.azurerm_virtual_wan.wan",
    };
    const plan = planJson({
      more: {
        prior_state: {
          values: {
            root_module: { resources: [hub], child_modules: [{ address: "module.wan", resources: [inModule] }] },
          },
        },
      },
    });
    expect(read(plan).found).toEqual([
      ["data.azurerm_virtual_hub.hub", "data", "hub"],
      ["module.wan.data.azurerm_virtual_wan.wan", "data", "wan"],
    ]);
  });

  it("counts resources of other types, and reads none of them", () => {
    const changes = [change({ base: "azurerm_resource_group.rg" }), change({ base: WAN, after: { name: "wan" } })];
    expect(read(planJson({ changes }))).toEqual({
      found: [[WAN, "managed", "wan"]],
      counts: { total: 2, ofOurTypes: 1 },
      unread: [],
    });
  });

  it("says of what Terraform puts off that there may be more of it", () => {
    const deferred_changes = [
      { reason: "instance_count_unknown", resource_change: change({ base: WAN, after: { name: "wan" } }) },
    ];
    expect(read(planJson({ more: { deferred_changes } }))).toEqual({
      found: [[WAN, "managed", "wan"]],
      counts: { total: 1, ofOurTypes: 1 },
      unread: [{ address: WAN, reason: "is put off by Terraform to a later plan", unknown: { decidedBy: [WAN] } }],
    });
  });

  it("gives each resource its construct and source line where synthesis left them beside the plan", () => {
    const sources = {
      version: 1,
      resources: { [WAN]: { constructPath: "global/wan", file: "main.ts", line: 12 } },
    };
    const { resources } = readPlan(
      "out/plan.json",
      planJson({ changes: [change({ base: WAN, after: { name: "wan" } })] }),
      sources,
    );
    expect(resources).toEqual([
      {
        address: WAN,
        type: "azurerm_virtual_wan",
        standing: "managed",
        input: "out/plan.json",
        constructPath: "global/wan",
        source: { file: "main.ts", line: 12 },
        change: { action: "created", forcedBy: [], changed: [], namesBefore: {} },
        attributes: { name: "wan" },
      },
    ]);
  });
});
