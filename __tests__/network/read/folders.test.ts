import { join } from "node:path";
import { readInputs } from "../../../network/read/read-inputs";
import { Reference } from "../../../network/resource";
import { inFolder, outcome, PLAN, WAN_FILE } from "./files";

const GLOBAL = { ...WAN_FILE, output: { wan: { value: "${azurerm_virtual_wan.wan.id}" } } };
const REGION = {
  resource: {
    azurerm_virtual_hub: {
      hub: { virtual_wan_id: "${data.terraform_remote_state.cross-stack-reference-input-global.outputs.wan}" },
    },
  },
};
const OUT = { "cdktf.out/stacks/global/cdk.tf.json": GLOBAL, "cdktf.out/stacks/weu/cdk.tf.json": REGION };

function manifest(...names: string[]) {
  return {
    version: "0.21.0",
    stacks: Object.fromEntries(
      names.map((name) => [name, { name, constructPath: name, workingDirectory: `stacks/${name}` }]),
    ),
  };
}

function said(files: Parameters<typeof inFolder>[0], ...paths: string[]): readonly string[] {
  return inFolder(files, (folder) => outcome(folder, paths));
}

describe("a synthesized folder", () => {
  it("is a reading for each of its stacks", () => {
    const both = [
      "FOLDER/cdktf.out/stacks/global: configuration with 1 of 1",
      "FOLDER/cdktf.out/stacks/weu: configuration with 1 of 1",
    ];
    expect(said(OUT, "cdktf.out")).toEqual(both);
    expect(said({ ...OUT, "cdktf.out/manifest.json": manifest("weu", "global") }, "cdktf.out")).toEqual(
      both.toReversed(),
    );
    expect(said({ ...OUT, "cdktf.out/manifest.json": manifest("global", "weu") }, "cdktf.out/manifest.json")).toEqual(
      both,
    );
  });

  it("has only the stacks that its manifest lists: others are left over", () => {
    expect(said({ ...OUT, "cdktf.out/manifest.json": manifest("weu") }, "cdktf.out")).toEqual([
      "FOLDER/cdktf.out/stacks/weu: configuration with 1 of 1",
    ]);
  });

  it("may be named stack by stack, or file by file, and references between them hold", () => {
    inFolder(OUT, (folder) => {
      const stacks = ["cdktf.out/stacks/weu", "cdktf.out/stacks/global"].map((path) => join(folder, path));
      const files = stacks.map((path) => join(path, "cdk.tf.json"));
      const wanOf = (paths: readonly string[]) => readInputs(paths)[0]?.resources[0]?.attributes;
      const wan = (input: string | undefined) => ({
        virtual_wan_id: new Reference("azurerm_virtual_wan.wan", input ?? "", ["id"], "azurerm_virtual_wan.wan.id"),
      });
      expect([wanOf(stacks), wanOf(files)]).toEqual([wan(stacks[1]), wan(files[1])]);
    });
  });

  it("gives its resources the lines that synthesis left", () => {
    const sources = {
      version: 1,
      resources: { "azurerm_virtual_hub.hub": { constructPath: "weu/hub", file: "network.yaml", line: 4 } },
    };
    inFolder({ ...OUT, "cdktf.out/stacks/weu/wanproof.sources.json": sources }, (folder) => {
      const [, weu] = readInputs([join(folder, "cdktf.out")]);
      expect(weu?.resources.map(({ constructPath, source }) => ({ constructPath, source }))).toEqual([
        { constructPath: "weu/hub", source: { file: "network.yaml", line: 4 } },
      ]);
    });
  });

  it.each([
    [
      "with stale HCL",
      { ...OUT, "cdktf.out/stacks/weu/cdk.tf": "" },
      "FOLDER/cdktf.out/stacks/weu: holds cdk.tf beside cdk.tf.json, which Terraform refuses: clear the folder and synthesize again",
    ],
    [
      "without its stacks",
      { "cdktf.out/manifest.json": manifest("weu") },
      "FOLDER/cdktf.out/stacks/weu: does not exist, though the manifest lists it: synthesize again",
    ],
    [
      "without any stack",
      { "cdktf.out/manifest.json": manifest() },
      "FOLDER/cdktf.out: holds no stacks: its manifest lists none",
    ],
    [
      "with a cut manifest",
      { "cdktf.out/manifest.json": '{"version":' },
      "FOLDER/cdktf.out/manifest.json:1: is cut off: the JSON ends early, at line 1, column 12; write the file again",
    ],
    [
      "with a broken stack",
      { "cdktf.out/stacks/weu/cdk.tf.json": "{,}" },
      "FOLDER/cdktf.out/stacks/weu/cdk.tf.json:1: is not JSON: it can't be read from line 1, column 2 on",
    ],
    [
      "with broken sources",
      { ...OUT, "cdktf.out/stacks/weu/wanproof.sources.json": "{,}" },
      "FOLDER/cdktf.out/stacks/weu/wanproof.sources.json:1: is not JSON: it can't be read from line 1, column 2 on",
    ],
  ])("%s is refused", (_, files, line) => {
    expect(said(files, "cdktf.out")).toEqual([line]);
  });
});

test("a stack beside others is read whatever its files are called, and refused where it can't be read", () => {
  const other = "cdktf.out/stacks/zrh/main";
  expect(said({ ...OUT, [`${other}.tf.json`]: WAN_FILE }, "cdktf.out")).toContain(
    "FOLDER/cdktf.out/stacks/zrh: configuration with 1 of 1",
  );
  expect(said({ ...OUT, [`${other}.tf`]: 'resource "azurerm_virtual_wan" "wan" {' }, "cdktf.out")).toEqual([
    "FOLDER/cdktf.out/stacks/zrh: main.tf can't be read as HCL, from line 1 on",
  ]);
});

describe("a folder of Terraform JSON", () => {
  const files = { "net/a.tf.json": WAN_FILE, "net/b.tf.json": REGION };

  it("is one module", () => {
    expect(said(files, "net")).toEqual(["FOLDER/net: configuration with 2 of 2"]);
  });

  it("is one module when its files are named one by one, and stands for the files that are named", () => {
    expect(said(files, "net/a.tf.json", "net/b.tf.json")).toEqual(["FOLDER/net: configuration with 2 of 2"]);
    expect(said(files, "net/b.tf.json")).toEqual(["FOLDER/net/b.tf.json: configuration with 1 of 1"]);
  });

  it("is refused where its files declare something twice, of which only one would be judged", () => {
    const again = { ...WAN_FILE, output: [{ network_intent: { value: 1 } }, { network_intent: { value: 2 } }] };
    const twice = (address: string) =>
      `FOLDER/net: declares ${address} twice, which Terraform refuses; put stacks that are deployed apart into folders of their own`;
    const both = { "net/a.tf.json": WAN_FILE, "net/b.tf.json": again };
    const lines = [twice("azurerm_virtual_wan.wan"), twice("output.network_intent")];
    expect(said(both, "net")).toEqual(lines);
    expect(said(both, "net/a.tf.json", "net/b.tf.json")).toEqual(lines);
  });

  it.each([
    [
      "synthesized stacks below it, of which it could be one or the other",
      { "net/stacks/weu/cdk.tf.json": WAN_FILE },
      "FOLDER/net: holds a.tf.json and stacks too; name the folder of each stack, or a plan of each",
    ],
    [
      "override files",
      { "net/x_override.tf.json": {} },
      "FOLDER/net: x_override.tf.json is an override file, which isn't read",
    ],
  ])("is refused with %s", (_, more, line) => {
    expect(said({ ...files, ...more }, "net")).toEqual([line]);
  });

  it.each([
    [
      "the synthesized folder below it",
      { "net/cdktf.out/x": "" },
      "FOLDER/net: holds no stacks itself; name FOLDER/net/cdktf.out",
    ],
  ])("is not what a folder holds with %s", (_, only, line) => {
    expect(said(only, "net")).toEqual([line]);
  });
});

describe("several inputs", () => {
  it("are read in the order they are named", () => {
    expect(said({ ...OUT, "plan.json": PLAN }, "cdktf.out/stacks/weu", "plan.json", "cdktf.out/stacks/global")).toEqual(
      [
        "FOLDER/cdktf.out/stacks/weu: configuration with 1 of 1",
        "FOLDER/plan.json: plan with 1 of 1",
        "FOLDER/cdktf.out/stacks/global: configuration with 1 of 1",
      ],
    );
  });
});
