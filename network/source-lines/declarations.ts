import { readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isOverride, LARGEST_SOURCE, terraformFilesIn } from "../input/terraform-files";
import { scanHcl } from "./scan-hcl";
import { scanJson } from "./scan-json";
import type { Scan, WrittenBlock, WrittenPart } from "./written";

/** The blocks that a folder's files declare, by address: `azurerm_vpn_site.hq`, `data.azurerm_virtual_hub.hub`, `module.site`, `output.x`. */
export type Declarations = ReadonlyMap<string, WrittenBlock>;

/**
 * Reads the Terraform files of a folder, as Terraform does: not those of the folders below it, and override files last. A file
 * that can't be read is passed over.
 *
 * @param isOpenTofu whether `*.tofu` files count, each in place of the `*.tf` file of its name
 */
export function declarationsIn(folder: string, isOpenTofu: boolean): Declarations {
  const names = terraformFilesIn(folder, isOpenTofu);
  const declared = new Map<string, WrittenBlock>();
  for (const block of blocksOfFiles(
    folder,
    names.filter((name) => !isOverride(name)),
  )) {
    const address = addressOf(block);
    // Twice is an error to Terraform.
    if (address !== undefined && !declared.has(address)) {
      declared.set(address, block);
    }
  }
  for (const block of blocksOfFiles(folder, names.filter(isOverride))) {
    const address = addressOf(block);
    const before = address === undefined ? undefined : declared.get(address);
    if (address !== undefined && before !== undefined) {
      declared.set(address, overridden(before, block));
    }
  }
  return declared;
}

/** What single files declare. */
export function declarationsOfFiles(paths: readonly string[]): Declarations {
  const declared = new Map<string, WrittenBlock>();
  for (const block of paths.flatMap(blocksOfFile)) {
    const address = addressOf(block);
    if (address !== undefined) {
      declared.set(address, block);
    }
  }
  return declared;
}

function blocksOfFiles(folder: string, names: readonly string[]): readonly WrittenBlock[] {
  return names.flatMap((name) => blocksOfFile(join(folder, name)));
}

function blocksOfFile(path: string): readonly WrittenBlock[] {
  // What is no file, such as a pipe, might never end.
  const text = tried(() => (isReadable(path) ? readFileSync(path, "utf8") : undefined));
  const scan: Scan = path.endsWith(".json") ? scanJson : scanHcl;
  return (text === undefined ? undefined : scan(text, asSeenFromHere(path))) ?? [];
}

function isReadable(path: string): boolean {
  const stats = statSync(path);
  return stats.isFile() && stats.size <= LARGEST_SOURCE;
}

/** Relative to the working directory, as pipelines want the names of files. */
function asSeenFromHere(path: string): string {
  return relative(process.cwd(), path).split(sep).join("/");
}

function addressOf({ name, labels }: WrittenBlock): string | undefined {
  switch (name) {
    case "resource":
      return labels.join(".");
    case "data":
    case "module":
    case "output":
      return [name, ...labels].join(".");
    default:
      return undefined;
  }
}

/** An attribute takes the place of the one before, and blocks that of all blocks of their name. */
function overridden(before: WrittenBlock, override: WrittenBlock): WrittenBlock {
  const replaced = new Set(override.parts.map(nameOf));
  return { ...before, parts: [...before.parts.filter((part) => !replaced.has(nameOf(part))), ...override.parts] };
}

function nameOf(part: WrittenPart): string {
  return part.kind === "block" && part.name === "dynamic" ? (part.labels[0] ?? part.name) : part.name;
}

function tried<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
