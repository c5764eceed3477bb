import { existsSync, lstatSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { type Complaint, InputError } from "../../text/complaint";
import { type FileKind, textOfFile } from "../../text/text-file";

/** What the configuration is called. */
export const CONFIG_FILE = "wanproof.yaml";

/** What it is called by mistake: not reading it would be a suppression lost, without a word. */
export const MISNAMED = "wanproof.yml";

/** The configuration as a kind of file. */
export const CONFIG_KIND: FileKind = { noun: "configuration", insteadOfFolder: `name the ${CONFIG_FILE} in it` };

/** A configuration as it lies there. */
export interface FoundConfig {
  /** How people know it: `wanproof.yaml`, `../wanproof.yaml`, `origin/main:wanproof.yaml`. */
  readonly name: string;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Finds the configuration from a folder upward, as far as the root of the repository, or of the file system where there
 * is none.
 * @throws InputError where it is there and can't be read, or has another ending
 */
export function findConfig(from: string): FoundConfig | undefined {
  for (const folder of foldersUpFrom(from)) {
    const misnamed = join(folder, MISNAMED);
    if (isThere(misnamed)) {
      throw new InputError([misnamedComplaint(nameOf(misnamed, from), isThere(join(folder, CONFIG_FILE)))]);
    }
    const file = join(folder, CONFIG_FILE);
    if (isThere(file)) {
      return readConfigFile(file, from);
    }
  }
  return undefined;
}

/**
 * Reads the configuration that a person names.
 * @throws InputError where it can't be read
 */
export function readConfigFile(file: string, from: string): FoundConfig {
  const path = resolve(from, file);
  const name = nameOf(path, from);
  return { name, folder: dirname(path), text: textOfFile(path, CONFIG_KIND, name) };
}

/** What to say of a configuration with the wrong ending. */
export function misnamedComplaint(path: string, isBeside: boolean): Complaint {
  const message = isBeside
    ? `stands beside ${CONFIG_FILE}, and only that is read; join the two and remove this one`
    : `is not read: the configuration is called ${CONFIG_FILE}; rename it`;
  return { path, message };
}

/** A link that leads nowhere is there too: whoever put it there means that something is read. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function foldersUpFrom(from: string): string[] {
  const folders: string[] = [];
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, ".git")) || dirname(folder) === folder) {
      return folders;
    }
  }
}

function nameOf(path: string, from: string): string {
  return relative(resolve(from), path).split(sep).join("/");
}
