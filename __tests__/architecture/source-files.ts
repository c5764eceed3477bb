import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix, sep } from "node:path";
import type { Arrow, Graph } from "./graph";
import { importsIn } from "./imports";

export const ROOT = join(__dirname, "..", "..");

/** What every TypeScript file in some folders of the repository needs, Node.js itself left out. */
export function graphOf(folders: readonly string[]): Graph {
  const files = folders.flatMap(filesBelow);
  const known = new Set(files);
  return new Map(files.map((file) => [file, arrowsOf(file, known)]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join(folder, name.split(sep).join("/")))
    .sort();
}

function arrowsOf(file: string, known: ReadonlySet<string>): readonly Arrow[] {
  return importsIn(readFileSync(join(ROOT, file), "utf8"))
    .filter(({ specifier }) => !isBuiltin(specifier))
    .map(({ specifier, way }) => ({
      way,
      to: specifier.startsWith(".") ? fileAt(file, specifier, known) : packageIn(specifier),
    }));
}

function fileAt(from: string, specifier: string, known: ReadonlySet<string>): string {
  const path = posix.join(posix.dirname(from), specifier);
  return [`${path}.ts`, `${path}/index.ts`].find((name) => known.has(name)) ?? path;
}

/** `@cdktf/provider-azurerm/lib/vpn-site` is in `@cdktf/provider-azurerm`. */
function packageIn(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
