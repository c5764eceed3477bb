import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A git repository with a base branch `main`, and a clone of it with a pull request on top. */
export class Repository {
  private readonly home = mkdtempSync(join(tmpdir(), "wanproof-ci-"));
  /** Where the steps run. */
  readonly folder = join(this.home, "work tree");
  /** What the runner gives steps for their own files. */
  readonly temp = join(this.home, "temp");
  /** The commit that the pull request is to be merged into. */
  readonly base: string;
  private readonly origin = join(this.home, "origin");

  /**
   * @param before files of the base branch
   * @param after files that the pull request changes
   * @param depth how many commits the clone holds; 0 for all
   */
  constructor(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>> = {}, depth = 0) {
    mkdirSync(this.temp);
    mkdirSync(this.origin);
    this.git(this.origin, "init", "--quiet", "--initial-branch=main");
    this.commit(before, "base");
    this.base = this.git(this.origin, "rev-parse", "HEAD");
    this.git(this.origin, "checkout", "--quiet", "-b", "change");
    this.commit(after, "change");
    const shallow = depth === 0 ? [] : [`--depth=${depth}`];
    this.git(this.home, "clone", "--quiet", ...shallow, "--branch=change", `file://${this.origin}`, this.folder);
  }

  write(name: string, text: string): void {
    writeIn(this.folder, name, text);
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  private commit(files: Readonly<Record<string, string>>, message: string): void {
    for (const [name, text] of Object.entries(files)) {
      writeIn(this.origin, name, text);
    }
    this.git(this.origin, "add", "--all");
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    this.git(this.origin, ...who, "commit", "--quiet", "--allow-empty", "-m", message);
  }

  private git(cwd: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: this.temp, GIT_CONFIG_NOSYSTEM: "1" },
    });
    if (status !== 0) {
      throw new Error(`git ${args.join(" ")}: ${stderr}`);
    }
    return stdout.trim();
  }
}

function writeIn(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
