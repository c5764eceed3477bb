import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readInputs } from "../../../network/read/read-inputs";
import { InputError } from "../../../text/complaint";

/** A folder with these files, for as long as `use` runs. */
export function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array | object>>,
  use: (folder: string) => T,
): T {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "wanproof-input-")));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
      if (!name.endsWith("/")) {
        const isRaw = typeof content === "string" || content instanceof Uint8Array;
        writeFileSync(path, isRaw ? content : JSON.stringify(content));
      }
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with inputs, one line each, with `FOLDER` for the folder; or what was read of them. */
export function outcome(folder: string, paths: readonly string[]): readonly string[] {
  try {
    return readInputs(paths.map((path) => (path === "-" ? path : join(folder, path)))).map(({ path, kind, counts }) =>
      `${path}: ${kind} with ${counts.ofOurTypes} of ${counts.total}`.replaceAll(folder, "FOLDER"),
    );
  } catch (error) {
    if (error instanceof InputError) {
      return error.message.replaceAll(folder, "FOLDER").split("\n");
    }
    throw error;
  }
}

export const PLAN = {
  format_version: "1.2",
  terraform_version: "1.11.4",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "azurerm_virtual_wan.wan",
      mode: "managed",
      type: "azurerm_virtual_wan",
      name: "wan",
      change: { actions: ["create"], after: { name: "wän" }, after_unknown: {}, after_sensitive: {} },
    },
  ],
  configuration: { root_module: {} },
};

export const WAN_FILE = { resource: { azurerm_virtual_wan: { wan: { name: "wan" } } } };
