import { readdirSync } from "node:fs";

const FILE = /\.(tf|tofu)(\.json)?$/;
const OPENTOFU = /\.tofu(\.json)?$/;
const OVERRIDE = /(^|_)override\.(tf|tofu)(\.json)?$/;

/** More than anybody writes into one file of Terraform, in bytes. */
export const LARGEST_SOURCE = 4 * 1024 * 1024;

/** Whether a file takes the place of parts of others. */
export function isOverride(name: string): boolean {
  return OVERRIDE.test(name);
}

/**
 * The names of the files of a folder that Terraform reads.
 * @param isOpenTofu whether `*.tofu` files count, each in place of the `*.tf` file of its name
 */
export function terraformFilesIn(folder: string, isOpenTofu: boolean): readonly string[] {
  const names = entriesOf(folder);
  // Editors leave the others behind.
  const files = names.filter((name) => FILE.test(name) && !/^[.#]/.test(name));
  const tofu = new Set(isOpenTofu ? files.filter((name) => OPENTOFU.test(name)) : []);
  return files.filter(
    (name) => tofu.has(name) || (/\.tf(\.json)?$/.test(name) && !tofu.has(name.replace(/\.tf(?=$|\.json$)/, ".tofu"))),
  );
}

/** Whether the files of a folder are for OpenTofu: Terraform passes some of them over. */
export function isOfOpenTofu(folder: string): boolean {
  return entriesOf(folder).some((name) => OPENTOFU.test(name));
}

/** Whether a module's source is a folder beside the one that calls it: the person's own, and no registry's. */
export function isLocalSource(source: string): boolean {
  return /^\.\.?(?:[\\/]|$)/.test(source);
}

/** Whether Terraform would take a folder for a module. */
export function holdsTerraform(folder: string): boolean {
  return terraformFilesIn(folder, true).length > 0;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
