import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Complaint, InputError } from "../../text/complaint";
import { isJsonObject, type JsonObject } from "../../text/json";
import { type ModuleFolder, manifestIn, moduleOfFiles, stacksIn, stacksOfManifest } from "../input/folder";
import { loadJson } from "../input/load";
import type { BothTimes, Reading } from "../input/reading";
import { recognise } from "../input/recognise";
import { readConfigurations } from "../readers/configuration/read-configuration";
import type { StackFiles } from "../readers/configuration/stack-files";
import { strayArguments } from "../readers/configuration/stray-arguments";
import type { VariableArgument } from "../readers/configuration/variables";
import { synthesizedFolder, writtenStack } from "../readers/configuration/written-stack";
import { readPlan, readPlanBefore } from "../readers/plan/read-plan";
import { readSavedNetwork, type SavedNetwork } from "../readers/saved/read-saved";
import { shownState } from "../readers/state/raw-state";
import { declaredBy, readState } from "../readers/state/read-state";
import { PlanLines } from "../source-lines/plan-lines";
import { TerraformFolders } from "../source-lines/terraform-folders";
import { FilesByFolder, type FilesOfFolder } from "./files-of-folder";
import type { Given } from "./given";
import { InputNames } from "./input-names";
import { counting, newestOf, pathsOf } from "./newest";
import { depthFault, isFolder } from "./paths";
import { SeenFiles } from "./seen-files";

const SOURCES_FILE = "wanproof.sources.json";

/**
 * Reads every input that a person names: a synthesized folder (each of its stacks is a reading), a folder with
 * `*.tf.json` files, such files themselves, plan JSON, a state, a saved network (each of its inputs is a reading), or
 * `-` for standard input.
 *
 * @param given what people name beside the inputs
 * @returns readings in the order of the inputs.
 * @throws InputError with one complaint for everything that can't be read.
 */
export function readInputs(paths: readonly string[], given: Given = {}): readonly Reading[] {
  return readingsOf(paths, given, false).map(({ after }) => after);
}

/** Every input as it will be, and as it was before the change. */
export interface ReadingsOfBothTimes {
  readonly after: readonly Reading[];
  /** Those of the inputs that tell it: configuration does not, nor does a plan without its `prior_state`. */
  readonly before: readonly Reading[];
}

/**
 * Reads every input, as {@link readInputs} does, and what it tells of the time before its change.
 * @throws InputError with one complaint for everything that can't be read.
 */
export function readBothTimes(paths: readonly string[], given: Given = {}): ReadingsOfBothTimes {
  const readings = readingsOf(paths, given, true);
  return { after: readings.map(({ after }) => after), before: readings.flatMap(({ before }) => before ?? []) };
}

/**
 * Reads every input, as {@link readInputs} does, and beside each of them what it tells of the time before its change.
 * @throws InputError with one complaint for everything that can't be read.
 */
export function readEachInput(paths: readonly string[], given: Given = {}): readonly BothTimes[] {
  return readingsOf(paths, given, true);
}

function readingsOf(paths: readonly string[], given: Given, withBefore: boolean): readonly BothTimes[] {
  const { terraformDirs = [], variables = [] } = given;
  const inputs = new Inputs(new TerraformFolders(terraformDirs, paths), variables, withBefore);
  for (const path of paths) {
    inputs.add(path);
  }
  return inputs.readings();
}

/** A place in the order of readings: read already, or configuration that is read when all stacks are at hand. */
type Slot =
  | BothTimes
  | { readonly saved: SavedNetwork; readonly file: string }
  | { readonly stack: StackFiles }
  | { readonly files: FilesOfFolder };

class Inputs {
  private readonly slots: Slot[] = [];
  private readonly complaints: Complaint[];
  private readonly seen = new SeenFiles();
  private readonly single = new FilesByFolder();

  /** @param withBefore whether the time before the change is read too */
  constructor(
    private readonly terraform: TerraformFolders,
    private readonly variables: readonly VariableArgument[],
    private readonly withBefore: boolean,
  ) {
    this.complaints = [...terraform.complaints];
  }

  add(path: string): void {
    try {
      if (path !== "-" && isFolder(path)) {
        this.addFolder(path);
      } else {
        this.addFile(path);
      }
    } catch (error) {
      this.complaints.push(
        ...(error instanceof InputError ? error.complaints : [{ path, message: depthFault(error) }]),
      );
    }
  }

  readings(): readonly BothTimes[] {
    const stacks = this.slots.flatMap((slot) => this.stackIn(slot) ?? []);
    const files = this.slots.filter((slot) => "saved" in slot);
    const newest = newestOf(files);
    const areAllRead = this.complaints.length === 0;
    this.complaints.push(...newest.complaints, ...strayArguments(this.variables, stacks, areAllRead));
    if (this.complaints.length > 0) {
      throw new InputError(this.complaints);
    }
    const configurations = this.read(stacks);
    const names = new InputNames([
      ...this.slots.flatMap((slot) =>
        "saved" in slot ? pathsOf(slot, newest) : "after" in slot ? [slot.after.path] : [],
      ),
      ...stacks.map(({ path }) => path),
    ]);
    let next = 0;
    return this.slots.flatMap((slot): readonly BothTimes[] => {
      if ("after" in slot) {
        return [slot];
      }
      if ("saved" in slot) {
        return counting(
          slot.saved.read((path) => names.inSaved(slot.file, path)),
          slot.file,
          newest,
        );
      }
      next += 1;
      return configurations.slice(next - 1, next).map((after) => ({ after, before: undefined }));
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
    if (folder.written !== undefined) {
      this.addWritten(folder, folder.written);
      return;
    }
    const contents = folder.files
      .map((file) => (this.isNew(file, folder.path) ? this.load(file) : undefined))
      .filter((content) => content !== undefined);
    if (contents.length === folder.files.length) {
      const stack = { ...folder, contents, sources: this.sourcesBeside(folder.path) };
      this.slots.push({ stack: { ...stack, folder: synthesizedFolder(folder.path) } });
    }
  }

  /** A root module that people write, in HCL or in HCL and JSON. */
  private addWritten(folder: ModuleFolder, written: NonNullable<ModuleFolder["written"]>): void {
    const { stack, complaints } = writtenStack(folder, written, this.variables, this.sourcesBeside(folder.path));
    const areNew = folder.files.map((file) => this.isNew(file, folder.path)).every((isNew) => isNew);
    this.complaints.push(...complaints);
    if (areNew && complaints.length === 0) {
      this.slots.push({ stack });
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
        this.addPlan(path, found.plan);
        break;
      case "state":
        this.addState(path, found.form === "raw" ? shownState(found.state) : found.state);
        break;
      case "network":
        this.addSaved(path, found.network);
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

  private addPlan(path: string, plan: JsonObject): void {
    const sources = this.sourcesBeside(dirname(path));
    const lines = this.linesOf(path, plan);
    this.slots.push({
      after: readPlan(path, plan, sources, lines, lines),
      before: this.withBefore ? readPlanBefore(path, plan, sources) : undefined,
    });
  }

  private addState(path: string, state: JsonObject): void {
    const lines = this.linesOf(path, declaredBy(state));
    const reading = readState(path, state, this.sourcesBeside(dirname(path)), lines);
    // What exists is what was there before, too.
    this.slots.push({ after: reading, before: reading });
  }

  private linesOf(path: string, plan: JsonObject): PlanLines {
    return new PlanLines(plan, this.terraform.givenFor(path), this.terraform.likelyFor(path));
  }

  private addSaved(file: string, network: JsonObject): void {
    const saved = readSavedNetwork(file, network);
    if ("faults" in saved) {
      this.complaints.push(...saved.faults.map((message) => ({ path: file, message })));
    } else {
      this.slots.push({ saved, file });
    }
  }

  private addConfigurationFile(path: string, content: JsonObject): void {
    const files = this.single.add(path, content);
    if (files !== undefined) {
      this.slots.push({ files });
    }
  }

  private stackIn(slot: Slot): StackFiles | undefined {
    if ("after" in slot || "saved" in slot) {
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

  private isNew(path: string, input: string): boolean {
    const fault = this.seen.faultOf(path, input);
    this.complaints.push(...(fault === undefined ? [] : [fault]));
    return fault === undefined;
  }
}
