import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveNetwork } from "../network/read/save-network";
import { checkNetwork } from "../policies/gate";
import { writePlan } from "./plan";
import { cpuMs, type Row } from "./row";

const NETWORKS = 300;
const SIZE = { resources: 200, sites: 20 };

/** `wanproof check` of many saved networks as one, beside parsing the same files: a baseline store. */
export function benchSavedCheck(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    const plan = join(folder, "plan.json");
    writePlan(plan, SIZE);
    const saved = saveNetwork([plan]).text;
    const files = Array.from({ length: NETWORKS }, (_, index) => {
      const file = join(folder, `${index}.network.json`);
      writeFileSync(file, ofItsOwn(saved, index));
      return file;
    });
    const ours = cpuMs(() => {
      checkNetwork(files);
    }, 2);
    const reference = cpuMs(() => files.map((file) => JSON.parse(readFileSync(file, "utf8"))), 2);
    const size = `${NETWORKS} saved networks, ${SIZE.sites} sites each`;
    return [{ what: "check of a baseline store, beside JSON.parse", size, ours, reference, aim: "" }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same network with addresses and a name of its own, as each state has them. */
function ofItsOwn(saved: string, index: number): string {
  const second = 10 + (index % 200);
  return saved.replaceAll('"10.', `"${second}.`).replaceAll('"path":"', `"path":"${index}-`);
}
