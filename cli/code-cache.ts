import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join, relative, sep } from "node:path";

/**
 * Lets Node.js keep the compiled code of this command, so that it starts faster the next time. Node.js 20 can't.
 *
 * Not in a pipeline, which rarely has what an earlier run has kept, and where nothing but the package may say what is run.
 */
export function keepCompiledCode(): void {
  const folder = cacheFolder();
  if (
    folder !== undefined &&
    "enableCompileCache" in nodeModule &&
    typeof nodeModule.enableCompileCache === "function"
  ) {
    nodeModule.enableCompileCache(join(folder, "wanproof"));
  }
}

/**
 * The folder for caches of the person who runs this; undefined where there is none to be used.
 * @param from the working directory: what is kept in it may be part of what is judged
 */
export function cacheFolder(
  { CI, XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
  from: string = process.cwd(),
): string | undefined {
  if ((CI ?? "") !== "" || !existsSync(home)) {
    return undefined;
  }
  const named = platform === "win32" ? LOCALAPPDATA : XDG_CACHE_HOME;
  const folder = named !== undefined && isAbsolute(named) ? named : join(home, ...(OWN_PLACE[platform] ?? [".cache"]));
  const way = relative(from, folder);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? folder : undefined;
}

const OWN_PLACE: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["Library", "Caches"],
  win32: ["AppData", "Local"],
};
