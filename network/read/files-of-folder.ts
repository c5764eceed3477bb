import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import type { JsonObject } from "../../text/json";

/** Single files of one folder, which are one module. */
export interface FilesOfFolder {
  readonly paths: string[];
  readonly contents: JsonObject[];
}

/** Files that are named one by one, those of one folder together. */
export class FilesByFolder {
  private readonly known = new Map<string, FilesOfFolder>();

  /** @returns the files of its folder, where it is the first one of them */
  add(path: string, content: JsonObject): FilesOfFolder | undefined {
    const folder = path === "-" ? path : realpathSync(dirname(path));
    const before = this.known.get(folder);
    if (before !== undefined) {
      before.paths.push(path);
      before.contents.push(content);
      return undefined;
    }
    const files: FilesOfFolder = { paths: [path], contents: [content] };
    this.known.set(folder, files);
    return files;
  }
}
