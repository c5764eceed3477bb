import type { JsonObject } from "../../../text/json";
import type { TerraformFunction } from "../../expression/terraform-function";
import type { ModuleFolders } from "./module-folders";
import type { GivenVariables } from "./variables";

/** The files of one module of configuration, parsed. */
export interface StackFiles {
  /** Path of its reading: the folder, or the one file that was named. */
  readonly path: string;
  /** The files themselves; `-` for standard input. */
  readonly files: readonly string[];
  /** What cross-stack references may call it. */
  readonly names: readonly string[];
  /** The synthesized folder that it is one stack of; its own folder where it stands alone. */
  readonly root: string;
  readonly contents: readonly JsonObject[];
  /** `wanproof.sources.json` beside it, where there is one. */
  readonly sources: JsonObject | undefined;
  /** What lies in its folder beside these files; undefined where files were named one by one. */
  readonly folder?: StackFolder;
}

/** The folder of a root module. */
export interface StackFolder {
  readonly modules: ModuleFolders;
  /** Functions that read files. */
  readonly functions: ReadonlyMap<string, TerraformFunction>;
  /** The values of its variables; undefined where they may have any, as in what is synthesized. */
  readonly variables: GivenVariables | undefined;
}
