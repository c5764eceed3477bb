import { WanproofHere } from "./wanproof-here";

let wanproof: WanproofHere;
beforeAll(async () => {
  wanproof = new WanproofHere();
  wanproof.write("plan.json", plan("old"));
  wanproof.write("worse.json", plan("old", "new"));
  wanproof.write("main.tf.json", configuration("old"));
  wanproof.write("worse/main.tf.json", configuration("old", "new"));
  await wanproof.run(["check", "main.tf.json", "--format", "json=report.json"]);
});
afterAll(() => wanproof.remove());

test.each([
  ["1 where a violation existed before and everything counts", ["plan.json"], 1],
  ["0 where a violation existed before and only new ones count", ["plan.json", "--fail-on-new"], 0],
  ["1 where the change brings a violation", ["worse.json", "--fail-on-new"], 1],
  ["1 for what a baseline holds, where everything counts", ["main.tf.json", "--baseline", "report.json"], 1],
  [
    "0 for what a baseline holds, where only new ones count",
    ["main.tf.json", "--baseline", "report.json", "--fail-on-new"],
    0,
  ],
  ["1 for what a baseline doesn't hold", ["worse/main.tf.json", "--baseline", "report.json", "--fail-on-new"], 1],
])("wanproof check exits with %s", async (_case, args, code) => {
  const ending = await wanproof.run(["check", ...args]);

  expect([ending.code, ending.err]).toEqual([code, ""]);
});

test("wanproof check marks what is new and says what counts", async () => {
  const { out } = await wanproof.run(["check", "worse.json", "--fail-on-new"]);

  expect(out.match(/^(error .*|Verdict: .*)$/gm)).toEqual([
    "error  new  encryption-on  azurerm_virtual_wan.new  disable_vpn_encryption",
    "error  existing  encryption-on  azurerm_virtual_wan.old  disable_vpn_encryption",
    "Verdict: fail (1 error new, 1 existing; only new ones count)",
  ]);
});

test.each([
  [
    "there is nothing to compare with",
    ["main.tf.json", "--fail-on-new"],
    "wanproof: main.tf.json: there is nothing to tell new findings by: give plans alone, with the prior_state that they hold, or --baseline with the JSON report of an earlier check\n",
  ],
  ["the baseline isn't there", ["main.tf.json", "--baseline", "none.json"], "wanproof: none.json: does not exist\n"],
  [
    "the baseline is a plan",
    ["main.tf.json", "--baseline", "plan.json"],
    "wanproof: plan.json: is a Terraform plan or state, not a report; make a baseline with: wanproof check <input>... --format json=FILE\n",
  ],
  [
    "the report would overwrite the baseline",
    ["main.tf.json", "--baseline", "report.json", "--format", "json=report.json"],
    "wanproof: report.json: is an input, which a report would overwrite: name another file\n",
  ],
])("wanproof check exits with 2 where %s", async (_case, args, err) => {
  expect(await wanproof.run(["check", ...args])).toEqual({ code: 2, out: "", err });
});

function wan(name: string): object {
  return { name, resource_group_name: "rg", location: "westeurope", disable_vpn_encryption: true };
}

function configuration(...names: string[]): object {
  return { resource: { azurerm_virtual_wan: Object.fromEntries(names.map((name) => [name, wan(name)])) } };
}

/** A plan that keeps one WAN and creates the others. */
function plan(kept: string, ...created: string[]): object {
  const named = (name: string) => ({
    address: `azurerm_virtual_wan.${name}`,
    mode: "managed",
    type: "azurerm_virtual_wan",
    name,
  });
  return {
    format_version: "1.2",
    planned_values: {},
    resource_changes: [
      { ...named(kept), change: { actions: ["no-op"], before: wan(kept), after: wan(kept), after_unknown: {} } },
      ...created.map((name) => ({
        ...named(name),
        change: { actions: ["create"], before: null, after: wan(name), after_unknown: {} },
      })),
    ],
    prior_state: { values: { root_module: { resources: [{ ...named(kept), values: wan(kept) }] } } },
    configuration: { root_module: {} },
  };
}
