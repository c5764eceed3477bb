import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { terraformFilesIn } from "./terraform-files";

/** Deeper than people put their root modules. */
const DEEPEST = 6;
/** More folders than that are no repository of Terraform. */
const MOST = 5_000;
const SOURCE = /"?source"?\s*[=:]\s*"(\.\.?\/[^"\n]*)"/g;
const LEFT_OUT: ReadonlySet<string> = new Set([".git", ".terraform", "node_modules"]);

/** The folders below one that hold Terraform and that none of the others calls as a module. */
export function rootsBelow(folder: string): readonly string[] {
  const found = terraformBelow(folder);
  const called = new Set(found.flatMap(({ path, files }) => files.flatMap((file) => callsIn(path, join(path, file)))));
  return found.map(({ path }) => path).filter((path) => !called.has(normalize(path)));
}

interface Found {
  readonly path: string;
  readonly files: readonly string[];
}

function terraformBelow(folder: string): readonly Found[] {
  const found: Found[] = [];
  const queue = [{ path: folder, depth: 0 }];
  for (const { path, depth } of queue) {
    const entries = entriesOf(path);
    const files = terraformFilesIn(path, true);
    if (files.length > 0) {
      found.push({ path, files });
    }
    const below = entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name));
    if (depth < DEEPEST && queue.length < MOST) {
      queue.push(...below.map(({ name }) => ({ path: join(path, name), depth: depth + 1 })));
    }
  }
  return found;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function callsIn(folder: string, file: string): readonly string[] {
  try {
    return [...readFileSync(file, "utf8").matchAll(SOURCE)].map(([, source = ""]) => normalize(join(folder, source)));
  } catch {
    return [];
  }
}
