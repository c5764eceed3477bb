import { existsSync, realpathSync, statSync } from "node:fs";
import { reasonOf } from "../input/load";

/** Whether a path is a folder. What is wrong with it, whoever opens it says. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    reasonOf(error);
    return false;
  }
}

/** What is said of what can't be read for its depth: what people write is never nested so deeply that the stack is too small for it. */
export function depthFault(error: unknown): string {
  if (error instanceof RangeError) {
    return "is nested too deeply to be read";
  }
  throw error;
}

/** A path without links, where there is anything. */
export function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
