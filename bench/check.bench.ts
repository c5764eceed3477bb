import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../policies/gate";
import { configurationOf } from "./configuration";
import { cpuMs, type Row } from "./row";

const SITES = [100, 1_000, 10_000];

/** `wanproof check` of a synthesized configuration, beside reading and parsing the same file. */
export function benchCheck(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    return SITES.map((sites) => {
      const file = join(folder, `${sites}.tf.json`);
      writeFileSync(file, JSON.stringify(configurationOf(sites), null, 2));
      let verdict = "";
      const ours = cpuMs(() => {
        verdict = checkNetwork([file]).verdict;
      });
      if (verdict !== "pass") {
        throw new Error(`the benchmark's own configuration should pass, and is judged ${verdict}`);
      }
      const reference = cpuMs(() => JSON.parse(readFileSync(file, "utf8")));
      return { what: "check, beside JSON.parse", size: `${sites} sites`, ours, reference, aim: "at most 2" };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
