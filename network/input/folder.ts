import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Complaint } from "../../text/complaint";
import { type JsonObject, objectAt, stringAt } from "../../text/json";
import { MAKE_PLAN_JSON } from "./make-json";
import { rootsBelow } from "./roots-below";
import { holdsTerraform, isOfOpenTofu, isOverride, terraformFilesIn } from "./terraform-files";

/** One folder that Terraform runs in, and the files of it that are read. */
export interface ModuleFolder {
  /** The folder, or the one file of it that was named. */
  readonly path: string;
  readonly files: readonly string[];
  readonly names: readonly string[];
  readonly root: string;
  /** Set where people write its files, in HCL or in JSON, or some of them. */
  readonly written?: {
    /** Whether files for OpenTofu count. */
    readonly isOpenTofu: boolean;
    /** Whether a synthesized stack is among them. */
    readonly isSynthesized: boolean;
  };
}

export interface FoundFolders {
  readonly folders: readonly ModuleFolder[];
  readonly complaints: readonly Complaint[];
}

const SUFFIX = ".tf.json";
const MANIFEST = "manifest.json";
const SHOWN_ROOTS = 10;

/** Where the manifest of a synthesized folder is, if it has one. */
export function manifestIn(folder: string): string | undefined {
  const path = join(folder, MANIFEST);
  return existsSync(path) ? path : undefined;
}

/** The stacks that a manifest lists. Folders that it doesn't list are left over from before. */
export function stacksOfManifest(folder: string, manifest: JsonObject): FoundFolders {
  const stacks = objectAt(manifest, "stacks");
  const names = Object.keys(stacks);
  if (names.length === 0) {
    return refused(folder, "holds no stacks: its manifest lists none");
  }
  return merged(
    names.map((name) => {
      const stack = objectAt(stacks, name);
      const path = join(folder, stringAt(stack, "workingDirectory") ?? join("stacks", name));
      return moduleIn(path, [name, stringAt(stack, "constructPath") ?? name], folder);
    }),
  );
}

/** The stacks of a folder without a manifest: those below `stacks`, or the folder itself. */
export function stacksIn(folder: string): FoundFolders {
  const stacks = join(folder, "stacks");
  const below = foldersIn(stacks);
  if (!below.some((name) => existsSync(join(stacks, name, `cdk${SUFFIX}`)))) {
    return moduleIn(folder, [basename(folder)], dirname(dirname(folder)));
  }
  const own = terraformFilesIn(folder, true)[0];
  if (own !== undefined) {
    return refused(folder, `holds ${own} and stacks too; name the folder of each stack, or a plan of each`);
  }
  const synthesized = below.filter((name) => holdsTerraform(join(stacks, name)));
  return merged(synthesized.map((name) => moduleIn(join(stacks, name), [name], folder)));
}

function foldersIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true)
        .sort()
    : [];
}

/** Files that were named one by one are one module where they lie in one folder. */
export function moduleOfFiles(files: readonly string[]): ModuleFolder {
  const [first = "", ...more] = files;
  const folder = dirname(first);
  return {
    path: more.length === 0 ? first : folder,
    files,
    names: [basename(folder)],
    root: dirname(dirname(folder)),
  };
}

function moduleIn(folder: string, names: readonly string[], root: string): FoundFolders {
  if (!existsSync(folder)) {
    return refused(folder, "does not exist, though the manifest lists it: synthesize again");
  }
  const isOpenTofu = isOfOpenTofu(folder);
  const files = terraformFilesIn(folder, isOpenTofu);
  if (files.length === 0) {
    return refused(folder, withoutFiles(folder));
  }
  const isSynthesized = files.includes(`cdk${SUFFIX}`);
  if (isSynthesized && files.includes("cdk.tf")) {
    const why = "holds cdk.tf beside cdk.tf.json, which Terraform refuses: clear the folder and synthesize again";
    return refused(folder, why);
  }
  const found = { path: folder, files: files.map((name) => join(folder, name)), names: [...new Set(names)], root };
  if (!isSynthesized || files.some((name) => !name.endsWith(SUFFIX))) {
    return { folders: [{ ...found, written: { isOpenTofu, isSynthesized } }], complaints: [] };
  }
  const override = files.find(isOverride);
  return override === undefined
    ? { folders: [found], complaints: [] }
    : refused(folder, `holds ${override}: override files are not read; hand over plan JSON: ${MAKE_PLAN_JSON}`);
}

function withoutFiles(folder: string): string {
  if (existsSync(join(folder, "cdktf.out"))) {
    return `holds no stacks itself; name ${join(folder, "cdktf.out")}`;
  }
  const roots = rootsBelow(folder);
  if (roots.length > 0) {
    const shown = roots.slice(0, SHOWN_ROOTS).join(", ");
    const more = roots.length > SHOWN_ROOTS ? ` and ${roots.length - SHOWN_ROOTS} more` : "";
    return `holds no Terraform itself; name one or more of the folders below it: ${shown}${more}`;
  }
  return "holds no Terraform: neither *.tf nor *.tf.json files, nor stacks/*/cdk.tf.json";
}

function merged(all: readonly FoundFolders[]): FoundFolders {
  return {
    folders: all.flatMap(({ folders }) => folders),
    complaints: all.flatMap(({ complaints }) => complaints),
  };
}

function refused(path: string, message: string): FoundFolders {
  return { folders: [], complaints: [{ path, message }] };
}
