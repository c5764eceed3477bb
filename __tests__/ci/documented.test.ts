import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { listOf, objectOf, ROOT, yamlFile } from "./steps";

const page = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
const action = objectOf(yamlFile("action.yml"));
const inputs = objectOf(action.inputs);
const outputs = Object.keys(objectOf(action.outputs));
const parameters = listOf(objectOf(yamlFile("ci/azure-pipelines/wanproof.yml")).parameters).map(objectOf);
const hooks = listOf(yamlFile(".pre-commit-hooks.yaml")).map(objectOf);

function fencesOf(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);
}

/** Every object in a document. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return typeof value === "object" && value !== null
    ? [objectOf(value), ...Object.values(value).flatMap(objectsIn)]
    : [];
}

const documents = fencesOf("yaml").map((text) => ({ text, objects: objectsIn(parse(text)) }));
const all = documents.flatMap(({ objects }) => objects);

describe("the workflows of docs/ci.md", () => {
  test("are there for every way to make a plan, and are YAML without a fault", () => {
    expect(documents).toHaveLength(14);
    expect(documents.flatMap(({ text }) => parseAllDocuments(text).flatMap(({ errors }) => errors))).toEqual([]);
  });

  test("give the action inputs that it has, and all that it requires", () => {
    const uses = all.filter(({ uses: name }) => String(name).startsWith("example/wanproof@"));
    expect(uses).toHaveLength(6);
    for (const use of uses) {
      const given = Object.keys(objectOf(use.with));
      expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
      expect(given).toContain("plans");
    }
    const read = [...page.matchAll(/steps\.wanproof\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(read.filter((name) => !outputs.includes(name ?? ""))).toEqual([]);
    expect(read.length).toBeGreaterThan(0);
  });

  test("pin every action to a commit, with its version beside it", () => {
    const uses = documents.flatMap(({ text }) => text.split("\n").filter((line) => /\buses:/.test(line)));
    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # \S/.test(line))).toEqual([]);
  });

  test("hold scripts that are sound bash, without any expression in them", () => {
    const keys = ["run", "bash", "inlineScript"];
    const scripts = [
      ...all.flatMap((object) => keys.flatMap((key) => (typeof object[key] === "string" ? [object[key]] : []))),
      ...fencesOf("bash"),
    ];
    expect(scripts.length).toBeGreaterThan(8);
    for (const script of scripts) {
      expect(script).not.toContain("${{");
      expect(spawnSync("bash", ["-n"], { input: script, encoding: "utf8" }).stderr).toBe("");
    }
  });

  test("give the template for Azure Pipelines parameters that it has, and all that it requires", () => {
    const uses = all.filter(({ template }) => template === "ci/azure-pipelines/wanproof.yml@wanproof");
    expect(uses).toHaveLength(1);
    const names = parameters.map(({ name }) => name);
    const given = Object.keys(objectOf(uses[0]?.parameters));
    expect(given.filter((name) => !names.includes(name))).toEqual([]);
    expect(given).toEqual(parameters.filter((one) => one.default === undefined).map(({ name }) => name));
  });

  test("name pre-commit hooks that there are", () => {
    const used = all.filter(({ rev }) => rev !== undefined).flatMap((one) => listOf(one.hooks).map(objectOf));
    expect(used.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
  });
});

describe("docs/ci.md", () => {
  test("has a row for every input and every output of the action, and no other", () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual([...Object.keys(inputs), ...outputs]);
  });

  test("names every parameter of the template", () => {
    const section = page.slice(page.indexOf("## Azure Pipelines"));
    expect(parameters.map(({ name }) => `\`${name}\``).filter((name) => !section.includes(name))).toEqual([]);
  });
});

describe("the pre-commit hooks", () => {
  test.each(hooks.map((hook): [string, Readonly<Record<string, unknown>>] => [String(hook.id), hook]))(
    "%s runs the command that the package has",
    (_id, hook) => {
      const { bin } = objectOf(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
      const [runner, option, command, subcommand] = String(hook.entry).split(" ");
      expect([runner, option]).toEqual(["npx", "--no-install"]);
      expect(Object.keys(objectOf(bin))).toContain(command);
      expect(["check", "synth"]).toContain(subcommand);
      expect([hook.language, hook.pass_filenames]).toEqual(["system", false]);
    },
  );

  test("run where the files change that they judge", () => {
    const changed = [
      "network.yaml",
      "nets/network.yml",
      "main.tf",
      "a/b.tf.json",
      "main.tofu",
      "wanproof.yaml",
      "a.ts",
    ];
    const files = hooks.map(({ files: pattern }) => changed.filter((name) => new RegExp(String(pattern)).test(name)));
    expect(files).toEqual([
      ["network.yaml", "nets/network.yml"],
      ["main.tf", "a/b.tf.json", "main.tofu", "wanproof.yaml"],
    ]);
  });
});
