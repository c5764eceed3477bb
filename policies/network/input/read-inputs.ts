import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readConfigurations } from "../configuration/read-configuration";
import type { StackFiles } from "../configuration/stack-files";
import { readPlan } from "../plan/read-plan";
import { type ModuleFolder, manifestIn, moduleOfFiles, stacksIn, stacksOfManifest } from "./folder";
import { isJsonObject, type JsonObject } from "./json";
import { loadJson, reasonOf } from "./load";
import { type Complaint, InputError, type Reading } from "./reading";
import { recognise } from "./recognise";

const SOURCES_FILE = "wanproof.sources.json";

/**
 * Reads every input that a person names: a synthesized folder (each of its stacks is a reading), a folder with
 * `*.tf.json` files, such files themselves, plan JSON, or `-` for standard input.
 *
 * @returns readings in the order of the inputs.
 * @throws InputError with one complaint for everything that can't be read.
 */
export function readInputs(paths: readonly string[]): readonly Reading[] {
  const inputs = new Inputs();
  for (const path of paths) {
    inputs.add(path);
  }
  return inputs.readings();
}

/** A place in the order of readings: read already, or configuration that is read when all stacks are at hand. */
type Slot = { readonly reading: Reading } | { readonly stack: StackFiles } | { readonly files: FilesOfFolder };

/** Single files of one folder, which are one module. */
interface FilesOfFolder {
  readonly paths: string[];
  readonly contents: JsonObject[];
}

class Inputs {
  private readonly slots: Slot[] = [];
  private readonly complaints: Complaint[] = [];
  private readonly seen = new Map<string, string>();
  private readonly filesByFolder = new Map<string, FilesOfFolder>();

  add(path: string): void {
    try {
      if (path !== "-" && isFolder(path)) {
        this.addFolder(path);
      } else {
        this.addFile(path);
      }
    } catch (error) {
      this.complaints.push({ path, message: depthFault(error) });
    }
  }

  readings(): readonly Reading[] {
    const stacks = this.slots.flatMap((slot) => this.stackIn(slot) ?? []);
    if (this.complaints.length > 0) {
      throw new InputError(this.complaints);
    }
    const configurations = this.read(stacks);
    let next = 0;
    return this.slots.flatMap((slot) => {
      if ("reading" in slot) {
        return [slot.reading];
      }
      next += 1;
      return configurations.slice(next - 1, next);
    });
  }

  private read(stacks: readonly StackFiles[]): readonly Reading[] {
    try {
      return readConfigurations(stacks);
    } catch (error) {
      const path = stacks.map((stack) => stack.path).join(", ");
      throw new InputError([{ path, message: depthFault(error) }]);
    }
  }

  private addFolder(path: string): void {
    const manifestPath = manifestIn(path);
    const manifest = manifestPath === undefined ? undefined : this.load(manifestPath);
    if (manifestPath !== undefined && manifest === undefined) {
      return;
    }
    const { folders, complaints } = manifest === undefined ? stacksIn(path) : stacksOfManifest(path, manifest);
    this.complaints.push(...complaints);
    for (const folder of folders) {
      this.addModule(folder);
    }
  }

  private addModule(folder: ModuleFolder): void {
    const contents = folder.files
      .map((file) => (this.isNew(file, folder.path) ? this.load(file) : undefined))
      .filter((content) => content !== undefined);
    if (contents.length === folder.files.length) {
      this.slots.push({ stack: { ...folder, contents, sources: this.sourcesBeside(folder.path) } });
    }
  }

  private addFile(path: string): void {
    if (!this.isNew(path, path)) {
      return;
    }
    const content = this.load(path);
    if (content === undefined) {
      return;
    }
    const found = recognise(content);
    switch (found.kind) {
      case "plan":
        this.slots.push({ reading: readPlan(path, found.plan, this.sourcesBeside(dirname(path))) });
        break;
      case "configuration":
        this.addConfigurationFile(path, found.configuration);
        break;
      case "manifest":
        this.addFolder(dirname(path));
        break;
      case "neither":
        this.complaints.push({ path, message: found.message });
        break;
    }
  }

  private addConfigurationFile(path: string, content: JsonObject): void {
    const folder = path === "-" ? path : realpathSync(dirname(path));
    const before = this.filesByFolder.get(folder);
    if (before !== undefined) {
      before.paths.push(path);
      before.contents.push(content);
      return;
    }
    const files: FilesOfFolder = { paths: [path], contents: [content] };
    this.filesByFolder.set(folder, files);
    this.slots.push({ files });
  }

  private stackIn(slot: Slot): StackFiles | undefined {
    if ("reading" in slot) {
      return undefined;
    }
    if ("stack" in slot) {
      return slot.stack;
    }
    const { paths, contents } = slot.files;
    const module = moduleOfFiles(paths);
    return { ...module, contents, sources: this.sourcesBeside(dirname(paths[0] ?? "")) };
  }

  /** The parsed object of a file; where it can't be read, a complaint says so. */
  private load(path: string): JsonObject | undefined {
    const loaded = loadJson(path);
    if ("complaint" in loaded) {
      this.complaints.push({ path, ...loaded.complaint });
      return undefined;
    }
    if (!isJsonObject(loaded.json)) {
      this.complaints.push({ path, message: "is JSON, but neither plan JSON nor Terraform configuration" });
      return undefined;
    }
    return loaded.json;
  }

  private sourcesBeside(folder: string): JsonObject | undefined {
    const path = join(folder, SOURCES_FILE);
    return existsSync(path) ? this.load(path) : undefined;
  }

  /** The same file under two names would be judged twice, and overlap itself. */
  private isNew(path: string, input: string): boolean {
    const real = path === "-" ? path : realPath(path);
    const before = this.seen.get(real);
    this.seen.set(real, input);
    if (before !== undefined) {
      const again = before === input ? "is named twice" : `is named twice, as ${before} too`;
      this.complaints.push({ path: input, message: `${again}; name it once` });
    }
    return before === undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    // Whoever opens it says what is wrong with it.
    reasonOf(error);
    return false;
  }
}

/** What people write is never nested so deeply that the stack is too small for it. */
function depthFault(error: unknown): string {
  if (error instanceof RangeError) {
    return "is nested too deeply to be read";
  }
  throw error;
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
