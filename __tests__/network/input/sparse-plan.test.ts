import fc from "fast-check";
import { BadJson } from "../../../network/input/json-bytes";
import { sparsePlan } from "../../../network/input/sparse-plan";
import { readPlan, readPlanBefore } from "../../../network/readers/plan/read-plan";
import type { JsonObject } from "../../../text/json";
import { sample } from "../../sample";
import { change, configured, inState, is, planJson, refers } from "../readers/plan/plan-json";
import { hubPlan, regionPlan } from "../readers/saved/region-plans";

const LONG = "x".repeat(60);

function sparse(plan: JsonObject | string): JsonObject {
  return sparsePlan(Buffer.from(typeof plan === "string" ? plan : JSON.stringify(plan)));
}

function read(plan: JsonObject): object {
  return [readPlan("plan.json", plan), readPlanBefore("plan.json", plan)];
}

/** Resources of ours that take values from resources of other types, near and far. */
const FROM_OTHERS: JsonObject = planJson({
  changes: [
    change({ base: "azurerm_resource_group.rg", after: { name: "rg", note: LONG }, unknown: { id: true } }),
    change({ base: "terraform_data.ipam", after: { input: { note: LONG } }, unknown: { output: true } }),
    change({
      base: "azurerm_public_ip.x",
      module: 'module.weu["a"]',
      key: 0,
      actions: ["delete", "create"],
      after: { ip_address: "20.0.0.1", tags: { note: LONG } },
    }),
    change({ base: "azurerm_storage_account.gone", actions: ["delete"], after: {} }),
    change({
      base: "azurerm_virtual_hub.hub",
      after: { name: "hub" },
      unknown: { address_prefix: true, virtual_wan_id: true, resource_group_name: true },
    }),
  ],
  state: [
    inState("azurerm_storage_account.gone", { id: "/subscriptions/s/x", note: LONG }),
    inState("data.azurerm_virtual_wan.wan", { id: "/subscriptions/s/resourceGroups/r/providers/M/v/wan" }),
    inState("azurerm_role_assignment.r", { scope: "/subscriptions/s/resourceGroups/r/providers/M/v/wan", note: LONG }),
  ],
  root: {
    resources: [
      configured("azurerm_resource_group.rg", { name: is("rg"), note: is(LONG) }),
      configured("terraform_data.ipam", { input: refers("var.ipam"), note: is(LONG) }),
      configured("azurerm_virtual_hub.hub", {
        name: is("hub"),
        address_prefix: refers("terraform_data.ipam.output", "terraform_data.ipam"),
        virtual_wan_id: refers("data.azurerm_virtual_wan.wan.id", "data.azurerm_virtual_wan.wan"),
        resource_group_name: refers("azurerm_resource_group.rg.name", "azurerm_resource_group.rg"),
      }),
    ],
    module_calls: {
      weu: {
        expressions: { name: is(LONG) },
        module: { resources: [configured("azurerm_public_ip.x", { sku: is(LONG), name: refers("var.name") })] },
      },
    },
  },
});

describe("a plan that is parsed in part reads like the whole", () => {
  it.each<readonly [string, JsonObject]>([
    ["a region", regionPlan(1)],
    ["a state with nothing but a WAN", hubPlan()],
    ["values from resources of other types", FROM_OTHERS],
    ["lists that are none, and members of other kinds", { ...FROM_OTHERS, resource_changes: {}, prior_state: [1] }],
    ["elements that are no resources", planJson({ changes: [{}, { type: 3 }, { change: [] }] })],
    ["nothing", {}],
  ])("%s", (_, plan) => {
    expect(read(sparse(plan))).toEqual(read(plan));
  });

  test("all of it can be looked at, save what no reader asks for", () => {
    const { planned_values: _, ...rest } = FROM_OTHERS;
    expect(sparse(rest)).toEqual(rest);
  });

  test("with space between everything", () => {
    const text = JSON.stringify(FROM_OTHERS, null, 2).replaceAll("\n", "\r\n\t");
    expect(read(sparse(text))).toEqual(read(FROM_OTHERS));
  });
});

describe("what is odd is read as JSON.parse reads it", () => {
  it.each([
    [
      "a type that stands twice",
      '{"type":"azurerm_x","type":"azurerm_virtual_wan","change":{"after":{"name":"LONG"}}}',
    ],
    ["a type with an escape", '{"t\\u0079pe":"azurerm_virtual_wan","change":{"after":{"name":"LONG"}}}'],
    ["a value that stands twice", '{"type":"azurerm_x","values":{"name":"LONG"},"values":1}'],
    ["a change that stands twice", '{"type":"azurerm_x","change":{"after":{"name":"LONG"}},"change":{"after":{}}}'],
    ["a change that is no object", '{"type":"azurerm_x","change":[{"after":{"name":"LONG"}}],"values":{"a":"LONG"}}'],
    ["a name like that of every object's parent", '{"type":"azurerm_x","__proto__":{"name":"LONG"}}'],
    ["a name with an escape", '{"type":"azurerm_x","v\\"alues":{"name":"LONG"}}'],
    ["a change inside a change", '{"type":"azurerm_x","change":{"change":{"after":{"name":"LONG"}}}}'],
    ["no type", '{"values":{"name":"LONG"}}'],
    ["a type that comes late", '{"a":1,"b":1,"c":1,"d":1,"values":{"name":"LONG"},"type":"azurerm_x"}'],
  ])("%s", (_, resource) => {
    const text = `{"resource_changes":[${resource.replaceAll("LONG", LONG)}],"resource_changes2":0}`;
    expect(JSON.stringify(sparse(text))).toBe(JSON.stringify(JSON.parse(text)));
  });
});

test("a plan that was changed in one place is read as JSON.parse reads it, or refused where that refuses it", () => {
  const text = JSON.stringify(FROM_OTHERS);
  const piece = fc.constantFrom("", '"', "{", "}", "[", "]", ",", ":", "\\", "0", "null", '"type":"azurerm_subnet",');
  const place = fc.record({ at: fc.nat({ max: text.length }), length: fc.nat({ max: 3 }), put: piece });
  fc.assert(
    fc.property(place, ({ at, length, put }) => {
      const changed = text.slice(0, at) + put + text.slice(at + length);
      expect(outcomeOf(() => sparse(changed))).toEqual(outcomeOf(() => JSON.parse(changed)));
    }),
    { numRuns: sample(200, 2_000) },
  );
});

function outcomeOf(parse: () => JsonObject): object | string {
  try {
    return read(parse());
  } catch (error) {
    if (error instanceof BadJson || error instanceof SyntaxError) {
      return "is not JSON";
    }
    throw error;
  }
}
