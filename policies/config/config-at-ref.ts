import { posix, relative, resolve, sep } from "node:path";
import { InputError } from "../../text/complaint";
import { CONFIG_FILE, type FoundConfig, MISNAMED, misnamedComplaint } from "./find-config";
import { Repository } from "./git";

/** What a ref holds of configuration. */
export interface ConfigAtRef {
  readonly found: FoundConfig | undefined;
  /** Where it was looked for: `origin/main:wanproof.yaml`. */
  readonly name: string;
}

/**
 * Reads the configuration from a git ref: what a pull request changes in it doesn't count before it is merged. The file
 * is found upward as in the working tree, by the folders of the ref alone.
 *
 * @param file the file that a person names, from the working directory; by default the one that is found
 * @throws InputError where the ref can't be read, or what it holds is no file of that name
 */
export function configAtRef(ref: string, file: string | undefined, from: string): ConfigAtRef {
  const repository = repositoryFor(ref, from);
  const commit = repository.commit(ref);
  const paths = file === undefined ? upFrom(repository.prefix) : [pathInRepository(repository, file, from)];
  const modes = repository.modes(commit, paths);
  const path = paths.find((one) => modes.has(one));
  const name = `${ref}:${path ?? paths.at(-1)}`;
  if (path === undefined) {
    return { found: undefined, name };
  }
  if (file === undefined && posix.basename(path) === MISNAMED) {
    const beside = posix.join(posix.dirname(path), CONFIG_FILE);
    throw new InputError([misnamedComplaint(name, modes.has(beside))]);
  }
  if (!/^100/.test(modes.get(path) ?? "")) {
    throw new InputError([{ path: name, message: "is no plain file in that ref; the configuration has to be one" }]);
  }
  const folder = resolve(repository.root, posix.dirname(path));
  return { found: { name, folder, text: repository.text(commit, path) }, name };
}

/**
 * The text of a file as a git ref has it; undefined where the ref doesn't hold it as a plain file.
 * @throws InputError where the ref can't be read
 */
export function textAtRef(ref: string, file: string, from: string): string | undefined {
  const repository = repositoryFor(ref, from);
  const path = below(repository, file, from);
  const commit = repository.commit(ref);
  const mode = path === undefined ? undefined : repository.modes(commit, [path]).get(path);
  return path !== undefined && /^100/.test(mode ?? "") ? repository.text(commit, path) : undefined;
}

function repositoryFor(ref: string, from: string): Repository {
  const option = `--config-from ${ref}`;
  if (ref.startsWith("-") || ref.trim() === "") {
    throw new InputError([{ path: option, message: "is no git ref; name a branch, a tag or a commit" }]);
  }
  return new Repository(from, option);
}

/** Where the configuration may be, from the nearest folder to the root; a misnamed one first, which is never read. */
function upFrom(prefix: string): string[] {
  const names = prefix.split("/").filter(Boolean);
  const folders = names.map((_, index) => `${names.slice(0, names.length - index).join("/")}/`);
  return [...folders, ""].flatMap((folder) => [`${folder}${MISNAMED}`, `${folder}${CONFIG_FILE}`]);
}

function pathInRepository(repository: Repository, file: string, from: string): string {
  const path = below(repository, file, from);
  if (path === undefined) {
    throw repository.fault(`--config ${file} lies outside of the repository, so the ref doesn't hold it`);
  }
  return path;
}

/** The path of a file below the root of the repository; undefined where it lies outside. */
function below(repository: Repository, file: string, from: string): string | undefined {
  const path = relative(resolve(from), resolve(from, file)).split(sep).join("/");
  const joined = posix.normalize(posix.join(repository.prefix, path));
  return joined.startsWith("..") || posix.isAbsolute(path) ? undefined : joined;
}
