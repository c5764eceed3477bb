import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { checkNetwork } from "../policies/gate";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../stacks";
import { BuiltCommand } from "./cli/built-command";

// The README's own examples, run as they stand.
const README = readFileSync(join(__dirname, "..", "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "wanproof-readme-"));

const command = new BuiltCommand();

afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true });
});

function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(README)?.[1];
  if (found === undefined) {
    throw new Error(`the README has no ${language} block`);
  }
  return found;
}

test("the network.yaml in the README becomes Terraform that passes the gate", () => {
  const file = join(folder, "network.yaml");
  writeFileSync(file, block("yaml"));
  const app = new NetworkApp({ outdir: join(folder, "yaml"), onReport: () => undefined });
  addNetworkStacks(app, readNetworkFile(file));
  app.synth();
  expect(app.report?.verdict).toBe("pass");
});

test("the TypeScript in the README becomes Terraform that passes the gate", () => {
  const local = block("ts")
    .replace('"wanproof"', JSON.stringify(join(__dirname, "..", "lib")))
    .replace('"wanproof/stacks"', JSON.stringify(join(__dirname, "..", "stacks")))
    .replace(
      "new NetworkApp()",
      `new NetworkApp({ outdir: ${JSON.stringify(join(folder, "ts"))}, onReport: () => undefined })`,
    );
  const { code } = transformSync(local, { jsc: { parser: { syntax: "typescript" } }, module: { type: "commonjs" } });
  new Function("require", "exports", code)(require, {});
  expect(checkNetwork([join(folder, "ts")]).verdict).toBe("pass");
});

test("what the README shows of npm start, and it and docs/routing.md of the paths there, is what is printed", () => {
  const shown = /\$ npm ci && npm start\n([\s\S]*?)```/.exec(README)?.[1];
  const root = join(__dirname, "..");
  const { out, err } = command.run(["synth", join(root, "examples/encrypted/network.yaml")]);
  expect({ out, err }).toEqual({ out: shown, err: "" });
  for (const page of [README, readFileSync(join(root, "docs/routing.md"), "utf8")]) {
    const [, asked, answer] = /\$ (?:npx )?wanproof (routes .*)\n([\s\S]*?)```/.exec(page) ?? [];
    expect(command.run((asked ?? "").split(" ")).out).toBe(answer);
  }
});
