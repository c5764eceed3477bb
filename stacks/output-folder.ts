import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Manifest } from "cdktf";
import { SOURCES_FILE } from "../lib/terraform/sources";
import { TEST_FILE } from "../test-files/test-files";

// What synthesis writes into a stack's folder, in either syntax. All else in it is Terraform's or a person's: plug-ins,
// lock, variables. A cdk.tf that is left beside a new cdk.tf.json would make Terraform refuse both.
const SYNTHESIZED: ReadonlySet<string> = new Set([
  "cdk.tf",
  "cdk.tf.json",
  "metadata.json",
  "assets",
  SOURCES_FILE,
  TEST_FILE,
]);

/**
 * Puts synthesized stacks into an output folder, in the place of what an earlier synthesis wrote there, of stacks that
 * are gone too. What else lies in the folders stays.
 *
 * @param made where they were synthesized, on the same file system
 */
export function putInPlace(made: string, target: string): void {
  for (const name of earlierStacks(target)) {
    clear(join(target, Manifest.stacksFolder, name));
  }
  for (const name of readdirSync(join(made, Manifest.stacksFolder))) {
    const from = join(made, Manifest.stacksFolder, name);
    const to = join(target, Manifest.stacksFolder, name);
    clear(to);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from)) {
      renameSync(join(from, file), join(to, file));
    }
  }
  // Last, since it says that all the others are there.
  renameSync(join(made, Manifest.fileName), join(target, Manifest.fileName));
}

/** The stacks of the manifest that is there. Other folders beside them are nobody's business here. */
function earlierStacks(target: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(target, Manifest.fileName), "utf8"));
    const isManifest = typeof manifest === "object" && manifest !== null && "stacks" in manifest;
    const stacks = isManifest && typeof manifest.stacks === "object" ? Object.keys(manifest.stacks ?? {}) : [];
    return stacks.filter((name) => !/[/\\]/.test(name) && name !== "..");
  } catch {
    return [];
  }
}

function clear(folder: string): void {
  if (!existsSync(folder)) {
    return;
  }
  for (const file of readdirSync(folder).filter((name) => SYNTHESIZED.has(name))) {
    rmSync(join(folder, file), { recursive: true });
  }
  if (readdirSync(folder).length === 0) {
    rmSync(folder, { recursive: true });
  }
}
