import { readPlan, readPlanBefore } from "../../../../network/readers/plan/read-plan";
import { Secret } from "../../../../network/resource";
import { type Json, type JsonObject, objectAt } from "../../../../text/json";
import { type Change, change, inState, planJson } from "./plan-json";

const WAN = "azurerm_virtual_wan.wan";
const HUB = "azurerm_virtual_hub.hub";
const HUB_ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualHubs/hub";

/** A change of something that exists. */
function changed(one: Change & { readonly before?: JsonObject; readonly importing?: Json }): JsonObject {
  const { before = { name: "before" }, importing, ...rest } = one;
  const entry = change({ actions: ["no-op"], ...rest });
  const inner = { ...objectAt(entry, "change"), before, ...(importing === undefined ? {} : { importing }) };
  return { ...entry, change: inner };
}

function readBefore(plan: JsonObject) {
  const read = readPlanBefore("plan.json", plan);
  return read?.resources.map(({ address, standing, attributes }) => [address, standing, attributes.name]);
}

describe("a plan is read as what existed before its change", () => {
  it("with what is changed, replaced, left alone and destroyed as it was, and nothing of what is created", () => {
    const names = ["changed", "replaced", "kept", "destroyed", "untouched"];
    const state = names.map((name) => inState(`azurerm_virtual_wan.${name}`, { name: `${name} before` }));
    const changes = [
      changed({ base: "azurerm_virtual_wan.changed", actions: ["update"], after: { name: "after" } }),
      changed({ base: "azurerm_virtual_wan.replaced", actions: ["delete", "create"], after: { name: "after" } }),
      changed({ base: "azurerm_virtual_wan.kept", after: { name: "after" } }),
      changed({ base: "azurerm_virtual_wan.destroyed", actions: ["delete"] }),
      change({ base: "azurerm_virtual_wan.created", after: { name: "after" } }),
    ];
    expect(readBefore(planJson({ changes, state }))).toEqual(
      names.map((name) => [`azurerm_virtual_wan.${name}`, "managed", `${name} before`]),
    );
  });

  it("nothing was there before a first apply, with a prior_state or without", () => {
    const changes = [change({ base: WAN, after: { name: "wan" } })];
    const { prior_state: _, ...without } = planJson({ changes });
    expect([readBefore(planJson({ changes })), readBefore(without)]).toEqual([[], []]);
  });

  it("not at all where the plan changes what its prior_state doesn't hold", () => {
    const changes = [changed({ base: WAN, actions: ["update"] })];
    const { prior_state: _, ...without } = planJson({ changes });
    expect([readBefore(planJson({ changes })), readBefore(without)]).toEqual([undefined, undefined]);
  });

  it("without what an earlier replacement left behind, and what is imported", () => {
    const changes = [
      changed({ base: WAN, actions: ["delete"], deposed: "4fa1" }),
      changed({ base: HUB, importing: { id: HUB_ID } }),
    ];
    expect(readBefore(planJson({ changes, state: [inState(WAN, { name: "old" }, { deposed_key: "4fa1" })] }))).toEqual(
      [],
    );
  });

  it("with moved resources under their new address, also where two change places", () => {
    const state = [
      inState("azurerm_virtual_wan.a", { name: "a" }),
      inState("azurerm_virtual_wan.b", { name: "b" }),
      inState("azurerm_virtual_wan.c", { name: "c" }),
    ];
    const changes = [
      changed({ base: "azurerm_virtual_wan.b", previous: "azurerm_virtual_wan.a" }),
      changed({ base: "azurerm_virtual_wan.a", previous: "azurerm_virtual_wan.b" }),
      changed({ base: "azurerm_virtual_wan.c", key: "x", previous: "azurerm_virtual_wan.c" }),
    ];
    expect(readBefore(planJson({ changes, state }))).toEqual([
      ["azurerm_virtual_wan.b", "managed", "a"],
      ["azurerm_virtual_wan.a", "managed", "b"],
      ['azurerm_virtual_wan.c["x"]', "managed", "c"],
    ]);
  });

  it("with what Terraform has moved already, by azapi now too", () => {
    const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";
    const wan = { type: "Microsoft.Network/virtualWans@2024-05-01", name: "wan", id };
    const state = [inState("azapi_resource.wan", wan), inState("azurerm_virtual_wan.b", { name: "b" })];
    const changes = [
      changed({ base: "azapi_resource.wan", previous: WAN, after: wan }),
      changed({ base: "azurerm_virtual_wan.b", previous: "azurerm_virtual_wan.a" }),
    ];
    const plan = planJson({ changes, state });
    expect(readBefore(plan)).toEqual([
      ["azapi_resource.wan", "managed", "wan"],
      ["azurerm_virtual_wan.b", "managed", "b"],
    ]);
    expect(readPlan("p", plan).resources.map(({ address, type }) => [address, type])).toEqual([
      ["azapi_resource.wan", "azurerm_virtual_wan"],
      ["azurerm_virtual_wan.b", "azurerm_virtual_wan"],
    ]);
  });

  it("with a moved resource under its new address where another one takes its old address", () => {
    const state = [inState(WAN, { name: "wan" })];
    const changes = [
      changed({ base: "azurerm_virtual_wan.other", previous: WAN }),
      change({ base: WAN, after: { name: "another" } }),
    ];
    expect(readBefore(planJson({ changes, state }))).toEqual([["azurerm_virtual_wan.other", "managed", "wan"]]);
  });

  it("with the construct and line of the new address", () => {
    const sources = { version: 1, resources: { [WAN]: { constructPath: "global/wan", file: "main.ts", line: 12 } } };
    const state = [inState("azurerm_virtual_wan.old", { name: "wan" })];
    const changes = [changed({ base: WAN, previous: "azurerm_virtual_wan.old" })];
    const [wan] = readPlanBefore("p", planJson({ changes, state }), sources)?.resources ?? [];
    expect([wan?.address, wan?.source]).toEqual([WAN, { file: "main.ts", line: 12 }]);
  });

  it("with data sources of what resources of then refer to, and not of what the change brings into view", () => {
    const wanId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/wan";
    const vnetId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet";
    const state = [
      inState("azurerm_vpn_gateway.g", {
        name: "g",
        virtual_hub_id: HUB_ID.toUpperCase(),
        more: [{ subnet_id: `${vnetId}/subnets/a` }],
      }),
      inState("data.azurerm_virtual_wan.wan", { name: "wan", id: wanId }),
      inState("data.azurerm_virtual_hub.hub", { name: "hub", id: HUB_ID, virtual_wan_id: wanId }),
      inState("data.azurerm_virtual_hub.other", { name: "other", id: `${HUB_ID}2`, virtual_wan_id: wanId }),
      inState("data.azurerm_virtual_network.vnet", { name: "vnet", id: vnetId }),
    ];
    expect(readBefore(planJson({ state }))?.map(([address]) => address)).toEqual([
      "azurerm_vpn_gateway.g",
      "data.azurerm_virtual_hub.hub",
      "data.azurerm_virtual_network.vnet",
      "data.azurerm_virtual_wan.wan",
    ]);
  });

  it("with sensitive values gone, and no secret said to be in the clear because it is so now", () => {
    const base = "azurerm_express_route_circuit_peering.p";
    const root = { resources: [{ address: base, expressions: { shared_key: { constant_value: "in the clear" } } }] };
    const state = [inState(base, { shared_key: "in the clear" }, { sensitive_values: { shared_key: true } })];
    const changes = [changed({ base, after: { shared_key: "in the clear" }, sensitive: { shared_key: true } })];
    const read = readPlanBefore("plan.json", planJson({ changes, state, root }));
    const key = read?.resources[0]?.attributes.shared_key;
    expect([key instanceof Secret ? key.from : key, JSON.stringify(read).includes("in the clear")]).toEqual([
      "sensitive",
      false,
    ]);
  });
});

describe("the intent of before the change", () => {
  const stated = (address: string): JsonObject => ({ version: 1, vpn: { [address]: { l: { advertises: [] } } } });

  function intentBefore(more: JsonObject, changes: readonly JsonObject[] = [], state: readonly JsonObject[] = []) {
    const values = { ...objectAt(objectAt(planJson({ state }), "prior_state"), "values"), outputs: more.outputs ?? {} };
    return readPlanBefore("plan.json", planJson({ changes, more: { ...more, prior_state: { values } } }))?.intent;
  }

  it("is what the plan says the output was", () => {
    const output_changes = {
      network_intent: {
        actions: ["update"],
        before: stated("azurerm_vpn_site.a"),
        after: null,
        before_sensitive: false,
      },
    };
    expect(intentBefore({ output_changes })).toEqual(stated("azurerm_vpn_site.a"));
  });

  it("is none where the output is created, though the state in the plan has it by then", () => {
    const network_intent = { value: stated("azurerm_vpn_site.a"), sensitive: false };
    const output_changes = {
      network_intent: { actions: ["create"], before: null, after: stated("azurerm_vpn_site.a") },
    };
    expect(intentBefore({ output_changes, outputs: { network_intent } })).toBeUndefined();
  });

  it("is what the state holds where no change is planned", () => {
    const network_intent = { value: stated("azurerm_vpn_site.a"), sensitive: false };
    expect(intentBefore({ outputs: { network_intent } })).toEqual(stated("azurerm_vpn_site.a"));
  });

  it("is dropped where it was sensitive", () => {
    const output_changes = {
      network_intent: { actions: ["update"], before: stated("azurerm_vpn_site.a"), before_sensitive: true },
    };
    expect(intentBefore({ output_changes })).toEqual(new Secret("sensitive"));
  });

  it("speaks of moved resources by their new address", () => {
    const network_intent = { value: stated("azurerm_vpn_site.a"), sensitive: false };
    const changes = [changed({ base: "azurerm_vpn_site.b", previous: "azurerm_vpn_site.a" })];
    const state = [inState("azurerm_vpn_site.a", { name: "a" })];
    expect(intentBefore({ outputs: { network_intent } }, changes, state)).toEqual(stated("azurerm_vpn_site.b"));
  });
});
