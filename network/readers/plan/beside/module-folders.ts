import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type Json, objectsAt, stringAt } from "../../../../text/json";
import { moduleFilesIn } from "../../../hcl/module-files";
import type { Repository } from "../../../hcl/repository";
import { type Declarations, declarationsOf } from "../../configuration/declarations";
import type { Scope } from "../scope";

/** Finds the folder of each module of a plan, and what its files declare. */
export class ModuleFolders {
  /** What can't be read, in a sentence each. */
  readonly faults = new Set<string>();
  private readonly folders = new Map<string, string | undefined>();
  private readonly declared = new Map<string, Declarations | undefined>();
  private installed: ReadonlyMap<string, string> | undefined;

  constructor(
    readonly root: string,
    private readonly isOpenTofu: boolean,
    private readonly repository: Repository,
  ) {}

  /** What the files of a module declare; undefined where they aren't there, or one of them can't be read. */
  declarationsOf(scope: Scope): Declarations | undefined {
    const folder = this.folderOf(scope);
    if (folder === undefined) {
      return undefined;
    }
    if (!this.declared.has(folder)) {
      this.declared.set(folder, this.read(folder));
    }
    return this.declared.get(folder);
  }

  /** The folder of a module, as seen from the root module's; undefined where it isn't there. */
  folderOf(scope: Scope): string | undefined {
    const names = callNames(scope);
    const key = names.join(".");
    if (!this.folders.has(key)) {
      const folder = this.found(scope, key);
      this.folders.set(key, folder);
      if (folder === undefined) {
        this.faults.add(`module ${key} isn't in the folder: terraform init fetches it`);
      }
    }
    return this.folders.get(key);
  }

  private found(scope: Scope, key: string): string | undefined {
    if (scope.call === undefined) {
      return ".";
    }
    const source = stringAt(scope.call.configuration, "source") ?? "";
    if (!/^\.\.?(?:[\\/]|$)/.test(source)) {
      this.installed ??= installedModules(this.root);
      return this.existing(this.installed.get(key));
    }
    const parent = this.folderOf(scope.call.parent);
    return parent === undefined ? undefined : this.existing(join(parent, source));
  }

  private existing(folder: string | undefined): string | undefined {
    const isThere =
      folder !== undefined && statSync(join(this.root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
    return isThere ? folder : undefined;
  }

  private read(folder: string): Declarations | undefined {
    const { contents, faults } = moduleFilesIn(join(this.root, folder), this.isOpenTofu, this.repository);
    for (const fault of faults) {
      this.faults.add(join(folder, fault));
    }
    const declared = faults.length === 0 ? declarationsOf(contents) : undefined;
    return declared?.repeated.length === 0 ? declared : undefined;
  }
}

/** The names of the calls that lead to a module: `["regions", "vpn"]`. */
export function callNames(scope: Scope): readonly string[] {
  return scope.call === undefined ? [] : [...callNames(scope.call.parent), callName(scope)];
}

/** The name of the call that makes a module. */
export function callName({ call, address }: Scope): string {
  const above = call === undefined || call.parent.address === "" ? "" : `${call.parent.address}.`;
  return /^module\.([^.[]+)/.exec(address.slice(above.length))?.[1] ?? "";
}

/** Where `terraform init` has put modules, by the names of the calls that lead to them. */
function installedModules(root: string): ReadonlyMap<string, string> {
  const entries = objectsAt(manifestIn(root), "Modules").flatMap((entry) => {
    const [key, folder] = [stringAt(entry, "Key"), stringAt(entry, "Dir")];
    return key === undefined || folder === undefined ? [] : [[key, folder] as const];
  });
  return new Map(entries);
}

function manifestIn(root: string) {
  try {
    const json: Json = JSON.parse(readFileSync(join(root, ".terraform", "modules", "modules.json"), "utf8"));
    return isJsonObject(json) ? json : {};
  } catch {
    return {};
  }
}
