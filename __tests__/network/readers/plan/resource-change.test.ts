import { readPlan } from "../../../../network/readers/plan/read-plan";
import { changeIn } from "../../../../network/readers/plan/resource-change";
import type { Json, JsonObject } from "../../../../text/json";
import { change, inState, planJson } from "./plan-json";

function entry(actions: readonly string[], before: Json, after: Json, more: JsonObject = {}): JsonObject {
  return { change: { actions: [...actions], before, after, after_unknown: {}, ...more } };
}

describe("what a plan does to a resource", () => {
  test.each([[["no-op"]], [["read"]], [["delete"]], [["forget"]]])(
    "is nothing for what it leaves or takes away: %j",
    (actions) => {
      expect(changeIn(entry(actions, { name: "a" }, null))).toBeUndefined();
    },
  );

  test("is that it makes it for the first time", () => {
    expect(changeIn(entry(["create"], null, { name: "a" }))).toEqual({
      action: "created",
      forcedBy: [],
      changed: [],
      namesBefore: {},
    });
  });

  test("is what it changes, by path, and the names that blocks had; values are not kept", () => {
    const before = {
      name: "hq",
      tags: { a: "b" },
      vpn_link: [
        { name: "a", shared_key: "old-secret", bandwidth_mbps: 10, custom_bgp_address: null },
        { name: "b", shared_key: "same" },
      ],
      gone: true,
    };
    const after = {
      name: "hq",
      tags: null,
      vpn_link: [
        { name: "c", shared_key: "new-secret", bandwidth_mbps: 10, custom_bgp_address: [] },
        { name: "b", shared_key: "same" },
      ],
    };
    const told = changeIn(entry(["update"], before, after, { after_unknown: { vpn_link: [{}, { id: true }] } }));
    expect(told).toEqual({
      action: "updated",
      forcedBy: [],
      changed: ["vpn_link[0].name", "vpn_link[0].shared_key", "vpn_link[1].id", "gone"],
      namesBefore: { vpn_link: ["a", "b"] },
    });
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  test("is one change for each text that comes into a set or leaves it", () => {
    const changed = (before: Json, after: Json) =>
      changeIn(entry(["update"], { address_space: before }, { address_space: after }))?.changed;

    expect(changed(["b", "c"], ["a", "b", "c"])).toEqual(["address_space[0]"]);
    expect(changed(["b", "c"], ["a", "b"])).toEqual(["address_space[0]", "address_space[1]"]);
    expect(changed(["b", "c"], ["a", "c"])).toEqual(["address_space[0]"]);
    expect(changed(["b", "c"], ["c", "b"])).toEqual(["address_space"]);
    expect(changed(["b"], null)).toEqual(["address_space"]);
  });

  test.each([
    ["delete", "create"],
    ["create", "delete"],
  ])("is that it makes it anew, for what forces that (%s, %s)", (...actions) => {
    const told = changeIn(
      entry(
        actions,
        { link: [{ bgp_enabled: false }] },
        { link: [{ bgp_enabled: true }] },
        {
          replace_paths: [["link", 0, "bgp_enabled"], ["name"]],
        },
      ),
    );
    expect(told).toMatchObject({ action: "replaced", forcedBy: ["link[0].bgp_enabled", "name"] });
  });

  test.each([
    ["replace_because_tainted", ["a failed apply left it tainted"]],
    ["replace_by_request", ["-replace asks for it"]],
    ["replace_by_triggers", ["replace_triggered_by asks for it"]],
    ["replace_because_cannot_update", []],
  ])("is that it makes it anew, for %s where no attribute forces that", (action_reason, forcedBy) => {
    const told = changeIn({ ...entry(["delete", "create"], { name: "a" }, { name: "a" }), action_reason });
    expect(told?.forcedBy).toEqual(forcedBy);
  });

  test("goes with the resource, and not with a data source or what the state alone holds", () => {
    const [made, read] = ["azurerm_virtual_hub.made", "data.azurerm_virtual_hub.read"].map((base) =>
      change({ base, after: { name: "h" } }),
    );
    const kept = inState("azurerm_virtual_hub.kept", { name: "k" });
    const { resources } = readPlan("plan.json", planJson({ changes: [made ?? {}, read ?? {}], state: [kept] }));
    expect(resources.map((resource) => [resource.address, resource.change?.action])).toEqual([
      ["azurerm_virtual_hub.made", "created"],
      ["data.azurerm_virtual_hub.read", undefined],
      ["azurerm_virtual_hub.kept", undefined],
    ]);
  });
});
