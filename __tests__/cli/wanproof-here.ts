import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runWanproof } from "../../cli/wanproof";
import type { Ending } from "./built-command";

/**
 * The command `wanproof` from its sources, run in this process, with a folder to work in. For what it says and how it ends; how it is
 * started is for `BuiltCommand`, which takes ten times as long.
 */
export class WanproofHere {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "wanproof-here-")));

  /**
   * Runs it and waits for its end.
   * @param from where it runs, below the folder
   */
  async run(args: readonly string[], from = ".", env: NodeJS.ProcessEnv = {}): Promise<Ending> {
    const said = { out: "", err: "" };
    const { env: own, exitCode } = process;
    const before = process.cwd();
    const { isTTY } = process.stdout;
    const writes = [saying(process.stdout, said, "out"), saying(process.stderr, said, "err")];
    process.chdir(join(this.folder, from));
    process.env = { PATH: own.PATH, CI: "true", ...env };
    process.stdout.isTTY = false;
    process.exitCode = undefined;
    try {
      await runWanproof(args);
      return { code: Number(process.exitCode ?? 0), ...said };
    } finally {
      process.exitCode = exitCode;
      process.stdout.isTTY = isTTY;
      process.env = own;
      process.chdir(before);
      for (const write of writes) {
        write.mockRestore();
      }
    }
  }

  /** Writes a file to work on. */
  write(name: string, content: string | Buffer | object): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return name;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Takes down what is written to a stream instead. */
function saying(
  stream: NodeJS.WriteStream,
  said: { out: string; err: string },
  where: "out" | "err",
): jest.SpyInstance {
  return jest
    .spyOn(stream, "write")
    .mockImplementation((text: string | Uint8Array, told?: unknown, done: unknown = told): boolean => {
      said[where] += String(text);
      if (typeof done === "function") {
        done();
      }
      return true;
    });
}
