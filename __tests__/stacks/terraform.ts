import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { isObject, type JsonObject, objectOf } from "../../scripts/azurerm-schema";
import { parseNetworkFile } from "../../stacks/network-file/read";
import { addNetworkStacks } from "../../stacks/network-stacks";

/** A folder of its own for a test file, gone afterwards. */
export function folderOfItsOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-stacks-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The Terraform of every stack of a network file, by the stack's name. */
export function terraformOf(text: string, outdir: string): JsonObject {
  const app = new App({ outdir });
  addNetworkStacks(app, parseNetworkFile("network.yaml", text));
  return terraformOfApp(app);
}

/** The Terraform of every stack of an app, by the stack's name. */
export function terraformOfApp(app: App): JsonObject {
  const stacks = app.node.findAll().filter((construct) => TerraformStack.isStack(construct));
  for (const stack of stacks) {
    stack.prepareStack();
  }
  return Object.fromEntries(
    stacks.map((stack) => [stack.node.id, objectOf(JSON.parse(JSON.stringify(stack.toTerraform())))]),
  );
}

/** All resources of a type in a stack, by their names. */
export function resourcesOf(terraform: JsonObject, stack: string, type: string): JsonObject {
  const types = objectOf(terraform[stack]).resource;
  const found = isObject(types) ? types[type] : undefined;
  return isObject(found) ? found : {};
}
