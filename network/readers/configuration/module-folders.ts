import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type Json, objectsAt, stringAt } from "../../../text/json";
import { moduleFilesIn } from "../../hcl/module-files";
import type { Repository } from "../../hcl/repository";
import { isLocalSource } from "../../input/terraform-files";
import { type Declarations, declarationsOf } from "./declarations";

/** A module, by the calls that lead to it. */
export interface ModulePlace {
  /** The names of those calls, such as `regions` and `vpn`; none for the root module. */
  readonly names: readonly string[];
  /** What the last of them says of where its files are. */
  readonly source: string;
  readonly parent: ModulePlace | undefined;
}

/** The root module. */
export const ROOT: ModulePlace = { names: [], source: ".", parent: undefined };

/** Finds the folder of each module, and what its files declare. */
export class ModuleFolders {
  /** What can't be read, in a sentence each. */
  readonly faults = new Set<string>();
  private readonly folders = new Map<string, string | undefined>();
  private readonly faultsIn = new Map<string, readonly string[]>();
  private readonly declared = new Map<string, Declarations | undefined>();
  private installed: ReadonlyMap<string, string> | undefined;

  constructor(
    readonly root: string,
    readonly isOpenTofu: boolean,
    private readonly repository: Repository,
  ) {}

  /** What the files of a module declare; undefined where they aren't there, or one of them can't be read. */
  declarationsOf(place: ModulePlace): Declarations | undefined {
    const folder = this.folderOf(place);
    if (folder === undefined) {
      return undefined;
    }
    if (!this.declared.has(folder)) {
      this.declared.set(folder, this.read(folder));
    }
    return this.declared.get(folder);
  }

  /** The folder of a module, as seen from the root module's; undefined where it isn't there. */
  folderOf(place: ModulePlace): string | undefined {
    const key = place.names.join(".");
    if (!this.folders.has(key)) {
      const folder = this.found(place, key);
      this.folders.set(key, folder);
      if (folder === undefined) {
        this.faults.add(`module ${key} isn't in the folder: terraform init fetches it`);
      }
    }
    return this.folders.get(key);
  }

  /** Whether a module's files are the person's own: not those of a registry or another repository. */
  isOwn({ parent, source }: ModulePlace): boolean {
    return parent === undefined || (isLocalSource(source) && this.isOwn(parent));
  }

  /** Why a module can't be read, so that it reads on after its address. */
  reasonOf(place: ModulePlace): string {
    const folder = this.folderOf(place);
    if (folder === undefined) {
      return "is a module that isn't in the folder: terraform init fetches it";
    }
    const [fault = "declares something twice", ...more] = this.faultsIn.get(folder) ?? [];
    return `can't be read: ${[fault, ...more].join("; ")}`;
  }

  private found({ parent, source }: ModulePlace, key: string): string | undefined {
    if (parent === undefined) {
      return ".";
    }
    if (!isLocalSource(source)) {
      this.installed ??= installedModules(this.root);
      return this.existing(this.installed.get(key));
    }
    const above = this.folderOf(parent);
    return above === undefined ? undefined : this.existing(join(above, source));
  }

  private existing(folder: string | undefined): string | undefined {
    const isThere =
      folder !== undefined && statSync(join(this.root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
    return isThere ? folder : undefined;
  }

  private read(folder: string): Declarations | undefined {
    const { contents, faults } = moduleFilesIn(join(this.root, folder), this.isOpenTofu, this.repository);
    this.faultsIn.set(folder, faults);
    for (const fault of faults) {
      this.faults.add(join(folder, fault));
    }
    const declared = faults.length === 0 ? declarationsOf(contents) : undefined;
    return declared?.repeated.length === 0 ? declared : undefined;
  }
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
