import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNetwork } from "../policies/gate";
import type { Row } from "./row";

const RESOURCES = 1_000;
const WHAT = "check, beside terraform validate (elapsed)";
const SIZE = `${RESOURCES} resources that need no provider`;

/** `terraform validate` of a configuration for which it needs no provider, where Terraform is installed. */
export function benchValidate(): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    mkdirSync(join(folder, "stack"));
    const file = join(folder, "stack", "main.tf.json");
    writeFileSync(file, JSON.stringify(configuration()));
    const ours = elapsedMs(() => checkNetwork([file]));
    const terraform = (words: readonly string[]) =>
      spawnSync("terraform", [`-chdir=${join(folder, "stack")}`, ...words]);
    if (terraform(["init", "-input=false"]).status !== 0) {
      return [{ what: WHAT, size: SIZE, ours, aim: "Terraform is not installed" }];
    }
    return [{ what: WHAT, size: SIZE, ours, reference: elapsedMs(() => terraform(["validate"])), aim: "" }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `terraform_data` is built into Terraform, so nothing has to be downloaded. */
function configuration(): object {
  const names = Array.from({ length: RESOURCES }, (_, index) => `this${index}`);
  const body = (index: number) => ({ input: { prefix: `10.${index >> 8}.${index & 255}.0/24`, hub: "hub" } });
  return { resource: { terraform_data: Object.fromEntries(names.map((name, index) => [name, body(index)])) } };
}

function elapsedMs(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
