import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./row";

const MAIN = join(__dirname, "..", "dist", "cli", "main.js");

const PLAN = join(__dirname, "..", "__tests__", "policies", "proof", "plans", "sound.json");

/** What the command takes beside Node starting with nothing to do. Needs a build. */
export function benchStart(): Row[] {
  if (!existsSync(MAIN)) {
    throw new Error("the start is measured on the build: run npm run build first");
  }
  const nothing = elapsedMs(["-e", "0"]);
  return [
    {
      what: "wanproof --version, beside node -e 0 (elapsed)",
      size: "",
      ours: elapsedMs([MAIN, "--version"]),
      reference: nothing,
      aim: "at most 1.5",
    },
    {
      what: "wanproof check of a small plan, beside node -e 0 (elapsed)",
      size: "",
      ours: elapsedMs([MAIN, "check", PLAN]),
      reference: nothing,
      aim: "at most 2.3",
    },
  ];
}

function elapsedMs(words: readonly string[]): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, words);
    if (status !== 0) {
      throw new Error(`node ${words.join(" ")} ended with ${status}`);
    }
    return performance.now() - start;
  });
  return Math.min(...times);
}
