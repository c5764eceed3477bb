import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { inFolder, outcome, PLAN, WAN_FILE } from "./files";

const MAKE = "terraform plan -out tfplan && terraform show -json tfplan > plan.json";

function saidOf(content: string | Uint8Array | object): readonly string[] {
  return inFolder({ "plan.json": content }, (folder) => outcome(folder, ["plan.json"]));
}

function bytes(...parts: (string | number)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part))));
}

describe("an input that can't be read is refused in one line", () => {
  it.each<readonly [string, string | Uint8Array | object, string]>([
    ["an empty file", "", "FOLDER/plan.json: is empty"],
    ["nothing but space", " \r\n\t", "FOLDER/plan.json: is empty"],
    ["no JSON", "hello", "FOLDER/plan.json: is not JSON: it doesn't begin with a brace"],
    ["a list", [1], "FOLDER/plan.json: holds a JSON list, neither a plan nor configuration"],
    [
      "a comma too many",
      '{\n  "a": 1,\n}',
      "FOLDER/plan.json:3: is not JSON: it can't be read from line 3, column 1 on",
    ],
    [
      "something after the end",
      '{"a": 1} {"b": 2}',
      "FOLDER/plan.json:1: is not JSON: it can't be read from line 1, column 10 on",
    ],
    [
      "a line break in a text",
      '{"a": "b\nc"}',
      "FOLDER/plan.json:1: is not JSON: it can't be read from line 1, column 9 on",
    ],
    [
      "a name twice, of which Terraform takes both",
      '{"resource": {},\n  "resource": {}}',
      "FOLDER/plan.json:2: has a name for the second time in one object, at line 2, column 3, and only one of the two can be read; join them",
    ],
    [
      "a cut file",
      JSON.stringify(PLAN, null, 1).slice(0, 60),
      "FOLDER/plan.json:4: is cut off: the JSON ends early, at line 4, column 1; write the file again",
    ],
    [
      "a binary plan",
      bytes("PK", 3, 4, "rest"),
      "FOLDER/plan.json: is a binary plan; make JSON of it: terraform show -json FILE > plan.json",
    ],
    ["a compressed file", bytes(0x1f, 0x8b, 8, 0), "FOLDER/plan.json: is compressed; unpack it first"],
    ["another encoding", bytes('{"a": "', 0xe9, '"}'), "FOLDER/plan.json: is no text: neither UTF-8 nor UTF-16"],
    [
      "HCL",
      'resource "azurerm_virtual_wan" "wan" {}',
      "FOLDER/plan.json: is HCL, one file of a folder; name the folder, so that all is read that Terraform reads there",
    ],
    [
      "the plan for people",
      "Terraform used the selected providers",
      `FOLDER/plan.json: is the plan as people read it; hand over plan JSON: ${MAKE}`,
    ],
    [
      "the same in colour",
      "\u001b[0m\u001b[1mazurerm_virtual_wan.wan",
      `FOLDER/plan.json: is the plan as people read it; hand over plan JSON: ${MAKE}`,
    ],
    [
      "the log of a plan",
      '{"@level":"info"}\n{"@level":"info"}',
      "FOLDER/plan.json: is the log of `terraform plan -json`; make the plan's JSON: terraform show -json FILE > plan.json",
    ],
    [
      "a state of old",
      { serial: 1, version: 3, terraform_version: "0.11.14", modules: [] },
      "FOLDER/plan.json: is a Terraform state of another version than 4; write it anew: terraform show -json > state.json",
    ],
    [
      "a state without its resources",
      { format_version: "1.0", terraform_version: "1.11.4", values: {} },
      "FOLDER/plan.json: is a Terraform state without its resources; write it again: terraform show -json > state.json",
    ],
    [
      "provider schemas",
      { format_version: "1.0", provider_schemas: {} },
      "FOLDER/plan.json: holds provider schemas, not a plan",
    ],
    [
      "an older plan",
      { ...PLAN, format_version: "0.2" },
      "FOLDER/plan.json: has plan format 0.2; only 1.x can be read",
    ],
    ["a later plan", { ...PLAN, format_version: "2.0" }, "FOLDER/plan.json: has plan format 2.0; only 1.x can be read"],
    [
      "a plan with errors",
      { ...PLAN, errored: true },
      "FOLDER/plan.json: is a plan that ended with errors, so it doesn't hold all resources; make it again without them",
    ],
    [
      "a trimmed plan",
      { format_version: "1.2", planned_values: { root_module: { resources: [{}] } } },
      `FOLDER/plan.json: is a plan without resource_changes, so it doesn't tell what will exist; write it again: ${MAKE}`,
    ],
    [
      "something else",
      { name: "package", version: "1.0.0" },
      "FOLDER/plan.json: is JSON, but neither plan JSON nor Terraform configuration",
    ],
  ])("%s", (_, content, said) => {
    expect(saidOf(content)).toEqual([said]);
  });

  it("all inputs at once", () => {
    expect(
      inFolder({ "empty.json": "", "state/": "" }, (folder) =>
        outcome(folder, ["empty.json", "missing.json", "state"]),
      ),
    ).toEqual([
      "FOLDER/empty.json: is empty",
      "FOLDER/missing.json: does not exist",
      "FOLDER/state: holds no Terraform: neither *.tf nor *.tf.json files, nor stacks/*/cdk.tf.json",
    ]);
  });

  it("200 MB of something else, by its first bytes", () => {
    inFolder({ "big.bin": "x" }, (folder) => {
      const file = openSync(join(folder, "big.bin"), "r+");
      writeSync(file, "y", 200_000_000);
      closeSync(file);
      const start = performance.now();
      expect(outcome(folder, ["big.bin"])).toEqual(["FOLDER/big.bin: is not JSON: it doesn't begin with a brace"]);
      expect(performance.now() - start).toBeLessThan(1000);
    });
  });

  it("one that is nested without end", () => {
    const deep = `${"[".repeat(100_000)}1${"]".repeat(100_000)}`;
    const content = `{"output":{"network_intent":{"value":${deep}}}}`;
    expect(inFolder({ "main.tf.json": content }, (folder) => outcome(folder, ["main.tf.json"]))).toEqual([
      "FOLDER/main.tf.json: is nested too deeply to be read",
    ]);
  });

  it("one that is named twice, under whatever name", () => {
    const files = { "plan.json": PLAN, "cdktf.out/stacks/weu/cdk.tf.json": WAN_FILE };
    inFolder(files, (folder) => {
      expect(outcome(folder, ["plan.json", "cdktf.out/../plan.json"])).toEqual([
        "FOLDER/plan.json: is named twice; name it once",
      ]);
      expect(outcome(folder, ["cdktf.out", "cdktf.out/stacks/weu/cdk.tf.json"])).toEqual([
        "FOLDER/cdktf.out/stacks/weu/cdk.tf.json: is named twice, as FOLDER/cdktf.out/stacks/weu too; name it once",
      ]);
    });
  });
});

describe("an input that only looks odd is read", () => {
  const text = JSON.stringify(PLAN, null, 2).replaceAll("\n", "\r\n");

  it.each<readonly [string, Uint8Array]>([
    ["with a byte order mark and Windows line ends", bytes(0xef, 0xbb, 0xbf, text)],
    ["as Windows PowerShell writes it", Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, "utf16le")])],
    ["in big-endian UTF-16", Buffer.concat([bytes(0xfe, 0xff), Buffer.from(text, "utf16le").swap16()])],
  ])("%s", (_, content) => {
    expect(saidOf(content)).toEqual(["FOLDER/plan.json: plan with 1 of 1"]);
  });

  it("with a text that ends the first bytes in the middle of a character", () => {
    const shifts = [0, 1, 2, 3].map(
      (shift) => `{"x": "${"a".repeat(4096 - 10 + shift)}😀", ${JSON.stringify(PLAN).slice(1)}`,
    );
    expect(shifts.map((content) => saidOf(content))).toEqual(shifts.map(() => ["FOLDER/plan.json: plan with 1 of 1"]));
  });

  it("with nothing of this field in it", () => {
    expect(saidOf({ ...PLAN, resource_changes: [] })).toEqual(["FOLDER/plan.json: plan with 0 of 0"]);
  });
});
