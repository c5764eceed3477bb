import { readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { WanproofHere } from "./wanproof-here";

let wanproof: WanproofHere;
beforeAll(() => {
  wanproof = new WanproofHere();
  wanproof.write("pass.tf.json", wan({}));
  wanproof.write("fail.tf.json", wan({ disable_vpn_encryption: true }));
  wanproof.write("elsewhere/fail.tf.json", wan({ disable_vpn_encryption: true }));
  wanproof.write("undecided.tf.json", { variable: { off: {} }, ...wan({ disable_vpn_encryption: "$" + "{var.off}" }) });
  wanproof.write("note.tf.json", hub("10.0.0.0/24"));
  wanproof.write("other.tf.json", { resource: { azurerm_resource_group: { a: { name: "rg", location: "x" } } } });
});
afterAll(() => wanproof.remove());

describe("what wanproof check exits with", () => {
  test.each([
    ["0 where every rule holds", ["pass.tf.json"], 0],
    ["1 where a rule is violated", ["fail.tf.json"], 1],
    ["3 where something is undecided and nothing violated", ["undecided.tf.json"], 3],
    ["1 where one input is violated and another undecided", ["elsewhere/fail.tf.json", "undecided.tf.json"], 1],
    ["1 for what is undecided, with --unknown fail", ["undecided.tf.json", "--unknown", "fail"], 1],
    ["0 for what is undecided, with --unknown pass", ["undecided.tf.json", "--unknown", "pass"], 0],
    ["1 for a violation, whatever --unknown says", ["fail.tf.json", "--unknown", "pass"], 1],
    ["0 where only a note is violated", ["note.tf.json"], 0],
    ["0 where only a note is violated, with --fail-on warning", ["note.tf.json", "--fail-on", "warning"], 0],
    ["1 where only a note is violated, with --fail-on note", ["note.tf.json", "--fail-on", "note"], 1],
    ["0 where there is nothing of this field", ["other.tf.json"], 0],
    [
      "0 where one of two inputs holds something, with --require-network",
      ["other.tf.json", "pass.tf.json", "--require-network"],
      0,
    ],
  ])("%s", async (_case, args, code) => {
    const ending = await wanproof.run(["check", ...args]);

    expect([ending.code, ending.err]).toEqual([code, ""]);
    expect(ending.out).toMatch(/\nVerdict: .*\n$/);
  });
});

describe("what wanproof check prints", () => {
  test("a finding and what was checked, without colour where stdout is no terminal", async () => {
    expect(await wanproof.run(["check", "note.tf.json"], ".", { FORCE_COLOR: "1" })).toEqual({
      code: 0,
      err: "",
      out: `note  hub-prefix-size  azurerm_virtual_hub.weu  address_prefix
  at note.tf.json:1, in note.tf.json
  address prefix 10.0.0.0/24 of hub hub-weu is smaller than the recommended /23
  To do: Use a /23: a hub's prefix can't be changed later.
  Page: https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq

Checked: ${await ruleCount()} rules on 2 resources:
  1 azurerm_virtual_hub
  1 azurerm_virtual_wan
Inputs:
  note.tf.json (configuration): 2 of 2 resources judged
Protected: nothing
Verdict: pass (1 note)
`,
    });
  });

  test("loudly that something is undecided, also where it passes for that", async () => {
    const { out } = await wanproof.run(["check", "undecided.tf.json", "--unknown", "pass"]);

    expect(out.split("\n").slice(-4)).toEqual([
      "Not decided: 1 finding, which these values would decide:",
      "  var.off (for encryption-on)",
      "Verdict: undecided (1 error undecided)",
      "",
    ]);
  });

  test("first of all that nothing was judged", async () => {
    expect((await wanproof.run(["check", "other.tf.json"])).out.split("\n")[0]).toBe(
      "Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.",
    );
  });

  test.each([
    ["pass.tf.json", "pass"],
    ["fail.tf.json", "fail"],
    ["undecided.tf.json", "undecided"],
    ["note.tf.json", "pass"],
    ["other.tf.json", "pass"],
  ])("JSON on %s that satisfies the schema and says %s", async (input, verdict) => {
    const schema = JSON.parse(readFileSync(join(__dirname, "../../schema/report.schema.json"), "utf8"));
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    const { out, err } = await wanproof.run(["check", input, "--format", "json"]);
    const report = JSON.parse(out);

    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect([report.verdict, err]).toEqual([verdict, ""]);
  });

  test("a JSON verdict that follows --fail-on, as the exit code does", async () => {
    const { code, out } = await wanproof.run(["check", "note.tf.json", "--fail-on", "note", "--format", "json"]);

    expect([code, JSON.parse(out).verdict]).toEqual([1, "fail"]);
  });

  test("no line that a name in the input makes up", async () => {
    const name = "x\nVerdict: pass\n::error::x\u001b[2J";
    wanproof.write("evil.tf.json", wan({ name, disable_vpn_encryption: true }));
    const { code, out } = await wanproof.run(["check", "evil.tf.json"]);

    expect(code).toBe(1);
    expect(out.split("\n").filter((line) => line.startsWith("Verdict: "))).toEqual(["Verdict: fail (2 errors)"]);
    expect(out).toContain('WAN "x\\nVerdict: pass\\n::error::x\\u001b[2J" has disable_vpn_encryption on');
    expect(out).not.toContain("\u001b");
  });
});

describe("what wanproof check refuses, with a line on stderr, nothing on stdout and exit code 2", () => {
  const plan = {
    format_version: "1.2",
    terraform_version: "1.11.0",
    planned_values: {},
    resource_changes: [],
    configuration: {},
  };
  test.each<[string, string | Buffer | object, string]>([
    ["text that is not JSON", "hello", "is not JSON: it doesn't begin with a brace"],
    [
      "a truncated plan",
      JSON.stringify(plan).slice(0, -9),
      "is cut off: the JSON ends early, at line 1, column 106; write the file again",
    ],
    ["broken JSON", '{\n  "resource": nope\n}', "is not JSON: it can't be read from line 2, column 15 on"],
    ["an empty file", "", "is empty"],
    ["a file of spaces", " \n ", "is empty"],
    [
      "a state of old",
      { version: 3, terraform_version: "0.11.14", serial: 1, lineage: "x", modules: [] },
      "is a Terraform state of another version than 4; write it anew: terraform show -json > state.json",
    ],
    [
      "a binary plan",
      Buffer.from("PK\x03\x04\x14\x00\x08\x00rest", "latin1"),
      "is a binary plan; make JSON of it: terraform show -json FILE > plan.json",
    ],
    ["a plan of another format", { ...plan, format_version: "2.0" }, "has plan format 2.0; only 1.x can be read"],
    [
      "a plan that ended with errors",
      { ...plan, errored: true },
      "is a plan that ended with errors, so it doesn't hold all resources; make it again without them",
    ],
    ["a list", [], "holds a JSON list, neither a plan nor configuration"],
    ["JSON of something else", { name: "wanproof" }, "is JSON, but neither plan JSON nor Terraform configuration"],
  ])("%s", async (_case, content, problem) => {
    const name = wanproof.write("bad.json", content);
    const { line, ...complaint } = lineOf(problem);

    expect(await wanproof.run(["check", name])).toEqual({
      code: 2,
      out: "",
      err: `wanproof: ${name}${line}: ${complaint.text}\n`,
    });
  });

  test("200 MB of something else, at once", async () => {
    truncateSync(join(wanproof.folder, wanproof.write("large.bin", "")), 200 * 1024 * 1024);
    const before = process.hrtime.bigint();
    const ending = await wanproof.run(["check", "large.bin"]);

    expect(ending).toEqual({
      code: 2,
      out: "",
      err: "wanproof: large.bin: is not JSON: it doesn't begin with a brace\n",
    });
    expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(5);
  });

  test("a folder without stacks, and a file that isn't there, both at once", async () => {
    wanproof.write("nothing/readme.txt", "nothing here");
    const { code, out, err } = await wanproof.run(["check", "nothing", "missing.json"]);

    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n").map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      "wanproof: nothing",
      "wanproof: missing.json",
      "",
    ]);
  });

  test("an intent address that resolves to nothing", async () => {
    wanproof.write(
      "intent.yaml",
      "version: 1\nexpressRoute:\n  azurerm_express_route_connection.ams:\n    advertises: [10.0.0.0/16]\n",
    );
    const { code, out, err } = await wanproof.run(["check", "pass.tf.json", "--intent", "intent.yaml"]);

    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^wanproof: intent\.yaml:3(:\d+)?: [^\n]*azurerm_express_route_connection\.ams[^\n]*\n$/);
  });

  test("nothing to judge, where --require-network asks for something", async () => {
    expect(await wanproof.run(["check", "other.tf.json", "--require-network"])).toEqual({
      code: 2,
      out: "",
      err: "wanproof: other.tf.json: Nothing was judged: no input holds a resource of a Virtual WAN or an ExpressRoute circuit.\n",
    });
  });
});

/** Terraform configuration with one WAN. */
function wan(more: object): object {
  const corp = { name: "wan-corp", resource_group_name: "rg", location: "westeurope", ...more };
  return { resource: { azurerm_virtual_wan: { corp } } };
}

/** Terraform configuration with a WAN and a hub. */
function hub(prefix: string): object {
  const common = { resource_group_name: "rg", location: "westeurope" };
  const wanId = "$" + "{azurerm_virtual_wan.corp.id}";
  return {
    resource: {
      azurerm_virtual_wan: { corp: { name: "wan-corp", ...common } },
      azurerm_virtual_hub: { weu: { name: "hub-weu", ...common, virtual_wan_id: wanId, address_prefix: prefix } },
    },
  };
}

/** A complaint about JSON itself names the line after the file. */
function lineOf(text: string): { readonly text: string; readonly line: string } {
  const line = /at line (\d+)|from line (\d+)/.exec(text);
  return { text, line: line === null ? "" : `:${line[1] ?? line[2]}` };
}

async function ruleCount(): Promise<number> {
  return JSON.parse((await wanproof.run(["check", "pass.tf.json", "--format", "json"])).out).checked.rules;
}
