import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckOptions, checkNetwork, type Report } from "../../../policies";
import type { JsonObject } from "../../../text/json";
import { change, inState, planJson } from "../../network/readers/plan/plan-json";
import { complaintsOf } from "../../support/complaints";
import { changed, GROUP, hub, statuses, wan } from "./planned";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wanproof-rests-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: JsonObject | string): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function check(plan: JsonObject, options: CheckOptions = {}): Report {
  return checkNetwork([write("plan.json", plan)], options);
}

const OLD = "azurerm_virtual_wan.old";

describe("what a plan's change brings", () => {
  test("may be what an intent file brings, so what rests on it is not known to have been there", () => {
    const intent = write("intent.yaml", `version: 1\nprotected: [10.9.0.0/16]\n`);
    const state = [inState(OLD, wan("old", false)), inState("azurerm_virtual_hub.h", hub("old"))];
    const plan = planJson({ state });
    const report = check(plan, { intent, failOnNew: true });

    expect(statuses(report, "encrypted-to-onprem")).toEqual([["encrypted-to-onprem", "violation", intent, undefined]]);
    expect([report.verdict, report.fixed, report.notices]).toEqual([
      "fail",
      [],
      [
        {
          at: intent,
          message:
            "may be other than it was, so what rests on it is not known to have been there, and counts; --config-from with the git ref of before tells how it was, and so does a baseline",
        },
      ],
    ]);
    expect(check(plan, { intent }).notices).toEqual([]);
  });

  test("is a spoke or a hub more from which something protected is reached as wrongly as it was from others", () => {
    const HUB = "azurerm_virtual_hub.h";
    const network = (name: string) => ({
      id: `${GROUP}/virtualNetworks/${name}`,
      name,
      address_space: [name === "old" ? "10.110.0.0/22" : "10.111.0.0/22"],
    });
    const spoke = (name: string) => ({
      id: `${GROUP}/virtualHubs/h/hubVirtualNetworkConnections/${name}`,
      name,
      virtual_hub_id: `${GROUP}/virtualHubs/h`,
      remote_virtual_network_id: `${GROUP}/virtualNetworks/${name}`,
    });
    const parts = (name: string) =>
      [
        [`azurerm_virtual_network.${name}`, network(name)],
        [`azurerm_virtual_hub_connection.${name}`, spoke(name)],
      ] as const;
    const there = [[OLD, wan("old", false)], [HUB, hub("old")], ...parts("old")] as const;
    const state = there.map(([base, values]) => inState(base, values));
    const outputs = { network_intent: { sensitive: false, value: { version: 1, protected: ["10.9.0.0/16"] } } };
    const changedTo = (...more: readonly (readonly [string, JsonObject])[]) =>
      planJson({
        changes: [
          ...there.map(([base, values]) => changed(base, values)),
          ...more.map(([base, after]) => change({ base, after })),
        ],
        more: {
          planned_values: { outputs, root_module: {} },
          prior_state: { values: { outputs, root_module: { resources: state } } },
        },
      });
    const found = (status: string) => [["encrypted-to-onprem", "violation", "output.network_intent", status]];

    expect(statuses(check(changedTo()), "encrypted-to-onprem")).toEqual(found("existing"));
    expect(statuses(check(changedTo(...parts("new"))), "encrypted-to-onprem")).toEqual(found("new"));

    const other = { ...hub("old"), id: `${GROUP}/virtualHubs/i`, name: "i", address_prefix: "10.66.0.0/23" };
    const withHub = changedTo(["azurerm_virtual_hub.i", other]);
    expect(statuses(check(withHub), "encrypted-to-onprem")).toEqual(found("new"));
  });

  test("is a prefix of an intent file that is badly written, whatever else was there", () => {
    const intent = write("intent.yaml", "version: 1\nprotected: [10.9.0.1/16]\n");
    const plan = planJson({ state: [inState(OLD, wan("old"))] });

    expect(complaintsOf(() => check(plan, { intent, failOnNew: true }))).toEqual([
      `${intent}:2:13: protected[0] is "10.9.0.1/16": it has host bits set; right would be 10.9.0.0/16`,
    ]);
  });

  test("hides behind nothing that was undecided before: what such a finding rests on is as it was, or it is new", () => {
    const address = "azurerm_virtual_hub.h";
    const before = [inState(OLD, wan("old", false)), inState(address, hub("old"))];
    // Who else is a spoke here can't be told: the reference leads to a network that no input holds.
    const spoke = inState("azurerm_virtual_hub_connection.s", {
      id: `${GROUP}/virtualHubs/h/hubVirtualNetworkConnections/s`,
      name: "s",
      virtual_hub_id: `${GROUP}/virtualHubs/h`,
      remote_virtual_network_id: `${GROUP}/virtualNetworks/elsewhere`,
    });
    const state = [...before, spoke];
    const same = planJson({ state, changes: [changed(address, hub("old"))] });
    const tagged = planJson({
      state,
      changes: [changed(address, hub("old"), { actions: ["update"], after: { ...hub("old"), tags: { a: "b" } } })],
    });
    const other = planJson({
      state,
      changes: [
        changed(address, hub("old"), {
          actions: ["update"],
          after: { ...hub("old"), hub_routing_preference: "ASPath" },
        }),
      ],
    });
    const open = (plan: JsonObject) =>
      check(plan).findings.flatMap(({ outcome, status }) => (outcome === "undecided" ? [status] : []));

    expect(new Set(open(same))).toEqual(new Set(["existing"]));
    expect(new Set(open(tagged))).toEqual(new Set(["existing"]));
    expect(new Set(open(other))).toEqual(new Set(["new"]));
  });
});
