import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Puts Terraform JSON, as `Testing.synth` gives it, into a file that is gone afterwards. */
export function withTerraformJson<T>(json: string, use: (file: string) => T): T {
  return withFolder((folder) => {
    const file = join(folder, "cdk.tf.json");
    writeFileSync(file, json);
    return use(file);
  });
}

/** Hands out a folder that is gone afterwards. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
