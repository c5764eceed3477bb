import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { LabError } from "./lab-error";

/** How long a daemon may take to go when it is asked to. */
const PATIENCE_SECONDS = 15;

/** A program that runs until it is stopped. It ends with this process, even where this one is killed. */
export class Daemon {
  private readonly child: ChildProcess;
  private isWanted = true;
  private ended: string | undefined;

  /**
   * @param name what people call it: `bgpd of hub`
   * @param log the file for what it says
   * @param lines told each line of its standard output, which then doesn't go into the log
   */
  constructor(
    readonly name: string,
    command: readonly string[],
    private readonly log: string,
    env: NodeJS.ProcessEnv = {},
    lines?: (line: string) => void,
    /** Killed at once when it is to stop: for one that may hang, and of whose end nothing is asked. */
    private readonly isKilled = false,
  ) {
    const file = openSync(log, "a", 0o600);
    // In a session of its own, so that Ctrl-C reaches the lab first, which then stops all in order.
    this.child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...command], {
      env: { ...process.env, ...env, LC_ALL: "C" },
      stdio: ["ignore", lines === undefined ? file : "pipe", file],
      detached: true,
    });
    closeSync(file);
    this.child.on("error", (error) => {
      this.ended = error.message;
    });
    this.child.on("exit", (code, signal) => {
      this.ended = code === null ? `signal ${signal}` : `exit code ${code}`;
    });
    if (lines !== undefined) {
      readLines(this.child, lines);
    }
  }

  /** @throws LabError where it ended although nobody stopped it */
  check(): void {
    if (this.isWanted && this.ended !== undefined) {
      throw new LabError([`${this.name} ended by itself (${this.ended}): ${this.lastWords()}`]);
    }
  }

  /** The last lines that it logged. */
  lastWords(): string {
    return readFileSync(this.log, "utf8").trim().split("\n").slice(-3).join("; ") || "it logged nothing";
  }

  /** Stops it, and waits until it is gone. Undefined, or what is wrong: it had to be killed, or is still there. */
  async stop(): Promise<string | undefined> {
    this.isWanted = false;
    if (this.isKilled) {
      return (await this.goesOn("SIGKILL")) ? `${this.name} can't be stopped` : undefined;
    }
    if (await this.goesOn("SIGTERM")) {
      return (await this.goesOn("SIGKILL"))
        ? `${this.name} can't be stopped`
        : `${this.name} had to be killed: it didn't stop within ${PATIENCE_SECONDS} s`;
    }
    return undefined;
  }

  private async goesOn(signal: NodeJS.Signals): Promise<boolean> {
    const end = Date.now() + PATIENCE_SECONDS * 1000;
    if (this.ended === undefined) {
      this.child.kill(signal);
    }
    while (this.ended === undefined && Date.now() < end) {
      await pause(20);
    }
    return this.ended === undefined;
  }
}

function readLines({ stdout }: ChildProcess, told: (line: string) => void): void {
  let rest = "";
  stdout?.setEncoding("utf8");
  stdout?.on("data", (piece: string) => {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(told);
  });
}
