import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BuiltCommand } from "./built-command";

const MAIN = 'resource "azurerm_virtual_wan" "wan" {\n  name = var.name\n}\nvariable "name" {}\n';
const FILES = {
  "infra/main.tf": MAIN,
  "infra/more.tofu": "",
  "infra/prod.auto.tfvars": 'name = "wan"\n',
  "modules/vpn/main.tf": MAIN,
  "values.txt": 'name = "wan"\n',
};

let wanproof: BuiltCommand;

beforeAll(() => {
  wanproof = new BuiltCommand();
  for (const [name, text] of Object.entries(FILES)) {
    wanproof.write(name, text);
  }
});

afterAll(() => wanproof.remove());

/** Every command that reads inputs and writes a file. */
const COMMANDS: readonly (readonly [string, (file: string) => readonly string[]])[] = [
  ["check", (file) => ["check", "infra", "--var-file", "values.txt", "--format", `json=${file}`]],
  ["routes", (file) => ["routes", "infra", "--var-file", "values.txt", "--format", `json=${file}`]],
  [
    "routes --write-expect",
    (file) => ["routes", "infra", "--var-file", "values.txt", "--diff", "infra", "--write-expect", file],
  ],
  ["network", (file) => ["network", "infra", "--var-file", "values.txt", "-o", file]],
  ["view", (file) => ["view", "infra", "--var-file", "values.txt", "-o", file]],
];

describe.each(COMMANDS)("wanproof %s writes nothing over", (_, args) => {
  test.each(Object.keys(FILES))("what Terraform reads: %s", (name) => {
    const { code, err } = wanproof.run(args(name));
    expect([code, err]).toEqual([2, expect.stringMatching(/would overwrite: name another file\n$/)]);
    expect(readFileSync(join(wanproof.folder, name), "utf8")).toBe(new Map(Object.entries(FILES)).get(name));
  });

  test("a folder that it reads, as a further file of it", () => {
    const { code, err } = wanproof.run(args("infra/report.tf"));
    expect([code, err]).toEqual([2, expect.stringMatching(/infra\/report\.tf: is a part of an input/)]);
  });
});
