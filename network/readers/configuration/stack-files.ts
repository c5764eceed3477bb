import type { JsonObject } from "../../../text/json";

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
}
