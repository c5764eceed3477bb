import { readPlan } from "../../../../network/readers/plan/read-plan";
import { type Json, type JsonObject, objectAt } from "../../../../text/json";
import { change, configured, inState, type Parts, planJson, refers } from "./plan-json";

const WAN = "azurerm_virtual_wan.wan";

/** What a plan doesn't show, each with the reason. */
function gaps(parts: Parts): readonly (readonly [string, string])[] {
  return readPlan("plan.json", planJson(parts)).unread.map(({ address, reason }) => [address, reason]);
}

function without(entry: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));
}

describe("a plan that was damaged on its way says what it doesn't show", () => {
  it("where an entry is no change of a resource", () => {
    const changes: Json = [null];
    expect(gaps({ more: { resource_changes: changes } })).toEqual([
      ["resource_changes[0]", "is no change of a resource"],
    ]);
  });

  it.each(["mode", "type", "name"])("where an entry has lost its %s", (name) => {
    const changes = [without(change({ base: WAN, after: { name: "wan" } }), name)];
    expect(gaps({ changes })).toEqual([[WAN, "doesn't tell its address, mode, type and name"]]);
  });

  it("where an entry doesn't tell what will be done", () => {
    for (const actions of [[], ["perhaps"]]) {
      expect(gaps({ changes: [change({ base: WAN, actions })] })).toEqual([
        [WAN, "doesn't tell what will be done with it"],
      ]);
    }
  });

  it.each(["after", "after_unknown"])("where a resource that stays has no %s", (name) => {
    const whole = change({ base: WAN, after: { name: "wan" } });
    const changes = [{ ...whole, change: without(objectAt(whole, "change"), name) }];
    expect(gaps({ changes })).toEqual([[WAN, "doesn't tell what it will be"]]);
  });

  it("where what leaves Terraform and stays in Azure isn't told, or is not the object of that address", () => {
    const before = { name: "wan" };
    const told = (more: object) => gaps({ changes: [change({ base: WAN, actions: ["forget"], ...more })] });
    expect([
      told({ before }),
      told({}),
      told({ before, deposed: "4fa1" }),
      told({ before, after: before, actions: ["forget", "create"] }),
    ]).toEqual([
      [],
      [[WAN, "stays in Azure, and the plan doesn't tell what it is"]],
      [[WAN, "leaves an object in Azure that Terraform forgets"]],
      [[WAN, "leaves an object in Azure that Terraform forgets"]],
    ]);
  });

  it("where what a replacement left behind stays there", () => {
    const wan = { name: "wan" };
    const state = [inState(WAN, wan), { ...inState(WAN, wan), deposed_key: "4fa1" }];
    const kept = change({ base: WAN, before: wan, after: wan, actions: ["no-op"] });
    const told = (...more: Parameters<typeof change>[0][]) =>
      gaps({ state, changes: more.length === 0 ? [] : [kept, ...more.map(change)] });
    const old = { base: WAN, before: wan, deposed: "4fa1" };
    const stays = [[WAN, "was to be replaced, and the object of before still exists"]];
    expect([
      told(),
      told({ ...old, actions: ["no-op"], after: wan }),
      told({ ...old, actions: ["delete"] }),
      told({ ...old, actions: ["delete"], deposed: "5bc2" }),
    ]).toEqual([stays, stays, [], stays]);
  });

  it("where the change of what exists is missing, though the state tells how it was", () => {
    const state = [inState(WAN, { name: "before" }), inState("data.azurerm_virtual_hub.hub", {}, { mode: "data" })];
    const planned = { root_module: { resources: state } };
    const parts = { state, more: { planned_values: planned } };

    expect(gaps({ ...parts, changes: [change({ base: "azurerm_lb.b" })] })).toEqual([
      [WAN, "is in the planned values, and the plan tells no change of it"],
    ]);
    // A refresh-only plan tells no change at all.
    expect(gaps({ ...parts, changes: [] })).toEqual([]);
  });

  it("where values are planned of what no change is told of", () => {
    const planned = {
      root_module: { child_modules: [{ resources: [inState(WAN, {}), inState("azurerm_lb.a", {})] }] },
    };
    expect(gaps({ changes: [change({ base: "azurerm_lb.b" })], more: { planned_values: planned } })).toEqual([
      [WAN, "is in the planned values, and the plan tells no change of it"],
    ]);
  });

  describe("where something is configured once and the plan tells nothing of it", () => {
    const call = (more: JsonObject): JsonObject => ({ module: { resources: [configured(WAN, {})] }, ...more });

    it("in the root module or in a module", () => {
      const root = { resources: [configured(WAN, {})], module_calls: { net: call({}) } };
      expect(gaps({ root })).toEqual([
        [WAN, "is configured, and the plan tells no change of it"],
        [`module.net.${WAN}`, "is configured, and the plan tells no change of it"],
      ]);
    });

    it("though the state has it: a plan tells what it keeps too", () => {
      const root = { resources: [configured(WAN, {}), configured("data.azurerm_virtual_hub.hub", {})] };
      const state = [inState(WAN, { name: "wan" }), inState("data.azurerm_virtual_hub.hub", {})];
      const changes = [change({ base: "azurerm_lb.b" })];
      expect(
        gaps({ root: { resources: [...root.resources, configured("azurerm_lb.b", {})] }, state, changes }),
      ).toEqual([[WAN, "is configured, and the plan tells no change of it"]]);
    });

    it("but not where it is repeated, which may be no time", () => {
      const root = {
        resources: [configured(WAN, {}, refers("var.wans"))],
        module_calls: { net: call({ count_expression: refers("var.nets") }) },
      };
      expect(gaps({ root })).toEqual([]);
    });

    it("but not where it is in the state of a plan without changes, is destroyed or of another type", () => {
      const root = { resources: [configured(WAN, {}), configured("azurerm_lb.a", {})] };
      expect(gaps({ root, state: [inState(WAN, { name: "wan" })] })).toEqual([]);
      expect(gaps({ root, changes: [change({ base: WAN, actions: ["delete"] })] })).toEqual([]);
    });

    it("but not one by one in a plan with -target, which leaves out more than that", () => {
      expect(gaps({ root: { resources: [configured(WAN, {})] }, more: { complete: false } })).toEqual([
        ["what -target leaves out", "is not in the plan"],
      ]);
    });

    it("but not where the plan isn't complete because it puts something off", () => {
      const deferral = { reason: "instance_count_unknown", resource_change: change({ base: "azurerm_lb.a" }) };
      const more = { complete: false, deferred_changes: [deferral] };
      expect(gaps({ root: { resources: [configured(WAN, {})] }, more })).toEqual([]);
    });
  });

  it("where it keeps what exists, and has no state", () => {
    const changes = [change({ base: WAN, actions: ["no-op"], after: { name: "wan" } })];
    expect(gaps({ changes, more: { prior_state: {} } })).toEqual([
      ["prior_state", "is missing, though the plan holds resources that exist"],
    ]);
    expect(gaps({ changes: [change({ base: WAN, after: { name: "wan" } })], more: { prior_state: {} } })).toEqual([]);
  });

  it("takes module and key of an entry from its address where they are gone", () => {
    const whole = change({ base: WAN, module: 'module.net["a"].module.inner', key: "x", after: { name: "wan" } });
    const { resources, unread } = readPlan(
      "plan.json",
      planJson({ changes: [without(without(whole, "module_address"), "index")] }),
    );
    expect({ found: resources.map(({ address }) => address), unread }).toEqual({
      found: [`module.net["a"].module.inner.${WAN}["x"]`],
      unread: [],
    });
  });
});

describe("a resource whose for_each names nothing, of which a plan keeps no expression", () => {
  const SITE = "azurerm_vpn_site.hq";

  it("is there with the instances that the plan tells", () => {
    const modules = { module_calls: { sites: { expressions: {}, module: { resources: [configured(SITE, {})] } } } };
    const keyed = change({ base: SITE, key: "a", after: { name: "a" } });
    const inModule = { ...change({ base: SITE, module: 'module.sites["x.y"]', after: { name: "a" } }) };
    expect([
      gaps({ changes: [keyed], root: { resources: [configured(SITE, {})] } }),
      gaps({ changes: [inModule], root: modules }),
    ]).toEqual([[], []]);
  });

  it("may be there no time where it speaks of its key, and is missing where it doesn't", () => {
    const other = change({ base: WAN, after: { name: "wan" } });
    const told = (expressions: JsonObject) =>
      gaps({ changes: [other], root: { resources: [configured(SITE, expressions)] } });
    expect([
      told({ name: refers("each.value") }),
      told({ link: [{ name: refers("each.key") }] }),
      told({ name: refers("var.each") }),
    ]).toEqual([[], [], [[SITE, "is configured, and the plan tells no change of it"]]]);
  });
});
