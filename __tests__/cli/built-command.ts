import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { transformSync } from "@swc/core";
import { writeCommand } from "../../scripts/command-bundle";

const ROOT = join(__dirname, "../..");
// What is built stands in one place.
const BUILD: { readonly include: readonly string[] } = JSON.parse(
  readFileSync(join(ROOT, "tsconfig.build.json"), "utf8"),
);
const SOURCES = BUILD.include.map((pattern) => pattern.replace("/**/*.ts", ""));

const PACKAGE: { readonly dependencies: object } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const DEPENDENCIES = Object.keys(PACKAGE.dependencies);

/** How a command ended, and what it wrote where. */
export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command `wanproof`, bundled as it is installed, with a folder to work in. */
export class BuiltCommand {
  private readonly home = mkdtempSync(join(tmpdir(), "wanproof-cli-"));
  /** Where it runs, and where {@link write} puts files. */
  readonly folder = join(this.home, "work");
  readonly main = join(this.home, "dist/cli/main.js");

  /** @param peers whether the packages are there that only constructs and stacks need */
  constructor({ peers }: { readonly peers: boolean } = { peers: true }) {
    mkdirSync(this.folder);
    cpSync(join(ROOT, "package.json"), join(this.home, "package.json"));
    if (peers) {
      symlinkSync(join(ROOT, "node_modules"), join(this.home, "node_modules"));
    } else {
      mkdirSync(join(this.home, "node_modules"));
      for (const name of DEPENDENCIES) {
        const link = join(this.home, "node_modules", name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(join(ROOT, "node_modules", name), link);
      }
    }
    const { WANPROOF_BUNDLED } = process.env;
    if (WANPROOF_BUNDLED === undefined) {
      writeCommand(dirname(this.main));
    } else {
      cpSync(WANPROOF_BUNDLED, dirname(this.main), { recursive: true });
    }
  }

  /** Puts the library beside it, as it is installed. */
  addLibrary(): void {
    for (const source of SOURCES.flatMap((folder) => sourcesIn(folder))) {
      const target = join(this.home, "dist", source.replace(/\.ts$/, ".js"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, compiled(readFileSync(join(ROOT, source), "utf8")));
    }
  }

  /** Runs it and waits for its end. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ending {
    return this.runNode([this.main, ...args], env);
  }

  /** Runs node itself. */
  runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Ending {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: "utf8",
      // As in a pipeline, where it leaves nothing behind.
      env: { PATH: process.env.PATH, CI: "true", ...env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Runs a line of shell, in which `wanproof` is the command. */
  runShell(line: string): Ending {
    const script = `wanproof() { "${process.execPath}" "${this.main}" "$@"; }; ${line}`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, CI: "true" },
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Writes a file to work on. */
  write(name: string, content: string | Buffer | object): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return name;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function compiled(source: string): string {
  return transformSync(source, {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs", ignoreDynamic: true },
  }).code;
}
