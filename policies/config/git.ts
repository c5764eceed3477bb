import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { InputError } from "../../text/complaint";

/** A repository, asked from a folder in it. */
export class Repository {
  /** The folder that is asked from, below the root, with `/` between names and at the end; empty for the root. */
  readonly prefix: string;
  /** Where git is run. */
  private readonly folder: string;

  /**
   * @param option what is said to be wrong: `--config-from main`
   * @throws InputError where there is no git, or no repository that it reads
   */
  constructor(
    private readonly asked: string,
    private readonly option: string,
  ) {
    this.folder = process.env.GIT_DIR === undefined ? folderOfRepository(asked) : asked;
    const prefix = this.run(["rev-parse", "--show-prefix"])
      .toString("utf8")
      .replace(/\r?\n$/, "");
    const below = relative(this.folder, asked).split(sep).filter(Boolean);
    this.prefix = `${prefix}${below.map((name) => `${name}/`).join("")}`;
  }

  /** The folder of the repository that holds everything else, as the folder that is asked from is called. */
  get root(): string {
    const up = this.prefix.split("/").filter(Boolean);
    return resolve(this.asked, ...up.map(() => ".."));
  }

  /**
   * The commit that a ref names.
   * @throws InputError where there is none
   */
  commit(ref: string): string {
    const { status, stdout, stderr } = this.git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`]);
    if (status !== 0) {
      throw this.fault(`there is no ${ref} in this repository${this.hintFor(ref)}`);
    }
    // Git takes a tag before a branch then, and who may write tags is not who may merge.
    if (/is ambiguous/.test(stderr.toString("utf8"))) {
      throw this.fault(`${ref} is a branch and a tag; name which one: refs/heads/${ref} or refs/tags/${ref}`);
    }
    return stdout.toString("utf8").trim();
  }

  /** Which of some paths below the root a commit holds, and as what: `100644` is a file, `120000` a symbolic link. */
  modes(commit: string, paths: readonly string[]): ReadonlyMap<string, string> {
    const listed = this.run(["--literal-pathspecs", "ls-tree", "--full-tree", "-z", commit, "--", ...paths]);
    const entries = listed.toString("utf8").split("\0").filter(Boolean);
    return new Map(
      entries.map((entry): [string, string] => {
        const [about = "", path = ""] = entry.split("\t");
        return [path, about.split(" ")[0] ?? ""];
      }),
    );
  }

  /** The text of a file of a commit. */
  text(commit: string, path: string): string {
    // As it is stored: no filter of the working tree has a say in it.
    return this.run(["cat-file", "blob", `${commit}:${path}`]).toString("utf8");
  }

  fault(message: string): InputError {
    return new InputError([{ path: this.option, message }]);
  }

  private hintFor(ref: string): string {
    const remote = /^origin\/(.+)$/.exec(ref)?.[1];
    if (remote !== undefined) {
      return `; fetch it first: git fetch origin ${remote}`;
    }
    const atOrigin = this.tried(["rev-parse", "--verify", "--quiet", "--end-of-options", `origin/${ref}^{commit}`]);
    return atOrigin === undefined
      ? `; fetch it first: git fetch origin ${ref}, and name a branch origin/${ref}`
      : `; did you mean origin/${ref}?`;
  }

  private tried(args: readonly string[]): Buffer | undefined {
    const { status, stdout } = this.git(args);
    return status === 0 ? stdout : undefined;
  }

  private run(args: readonly string[]): Buffer {
    const { error, status, stdout, stderr } = this.git(args);
    if (error !== undefined || status !== 0) {
      throw this.fault(reasonOf(error, stderr));
    }
    return stdout;
  }

  private git(args: readonly string[]): SpawnSyncReturns<Buffer> {
    return spawnSync("git", [...SETTINGS, ...args], {
      cwd: this.folder,
      maxBuffer: 64 * 1024 * 1024,
      // What git says is looked at below, and what a ref names must not depend on a replacement that somebody set up.
      env: { ...process.env, LC_ALL: "C", GIT_NO_REPLACE_OBJECTS: "1", GIT_TERMINAL_PROMPT: "0" },
    });
  }
}

/**
 * The nearest folder upward that has a `.git`: nobody can commit one. Git itself would rather take a folder that looks
 * like a bare repository, and the files of one can be committed: a pull request would bring its own refs.
 */
function folderOfRepository(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) {
      return folder;
    }
    if (dirname(folder) === folder) {
      return from;
    }
  }
}

// The same for where there is no .git at all; and git has to say where a name is that of a branch and a tag.
const SETTINGS = ["-c", "safe.bareRepository=explicit", "-c", "core.warnAmbiguousRefs=true"];

function reasonOf(error: Error | undefined, stderr: Buffer | null): string {
  if (error !== undefined && "code" in error && error.code === "ENOENT") {
    return "git is not installed, which reads that ref";
  }
  const said = (stderr?.toString("utf8") ?? "").trim();
  if (/not a git repository|cannot use bare repository/i.test(said)) {
    return "the working directory is in no git repository; run the command in one, or use --config";
  }
  if (/dubious ownership/i.test(said)) {
    return "git refuses this repository, which belongs to another user; trust it: git config --global --add safe.directory FOLDER";
  }
  return `git can't read it: ${said.split("\n")[0] || (error?.message ?? "it gives no reason")}`;
}
