import { spawn } from "node:child_process";
import { LabError, StoppedError } from "./lab-error";

/** What a program did. */
export interface Ran {
  /** Undefined: a signal ended it. */
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** How a program is run. */
export interface RunOptions {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/** A program that says nothing for so long hangs. Generous: the machine may be loaded. */
const LIMIT_SECONDS = 120;

/**
 * Runs a program to its end, whatever that is.
 * @throws LabError where it can't be started or doesn't end
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input = "", env = {}, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new StoppedError());
      return;
    }
    const child = spawn(program, args, { env: { ...process.env, ...env, LC_ALL: "C" } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const limit = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new LabError([`${called(program, args)} didn't end within ${LIMIT_SECONDS} s`]));
    }, LIMIT_SECONDS * 1000);
    child.stdout.on("data", (piece: Buffer) => out.push(piece));
    child.stderr.on("data", (piece: Buffer) => err.push(piece));
    child.on("error", (error) => {
      clearTimeout(limit);
      reject(new LabError([`${program} can't be started: ${error.message}`]));
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve({ code: code ?? undefined, out: textOf(out), err: textOf(err) });
    });
    // Who doesn't read its input is told by its exit code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/**
 * What a program writes that must succeed.
 * @throws LabError where it doesn't, with what it says
 */
export async function outputOf(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, out, err } = await run(program, args, options);
  if (code !== 0) {
    throw new LabError([`${called(program, args)} failed: ${(err || out).trim().split("\n").slice(-5).join("; ")}`]);
  }
  return out;
}

function called(program: string, args: readonly string[]): string {
  return [program, ...args].join(" ").slice(0, 200);
}

function textOf(pieces: readonly Buffer[]): string {
  return Buffer.concat(pieces).toString("utf8");
}
