import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCommand } from "../scripts/command-bundle";

/**
 * Bundles the command once for a run of all tests. A run of some of them leaves it to those that need it.
 *
 * @param run what jest tells of this run
 */
function bundleOnce(run: { readonly nonFlagArgs: readonly string[] }): void {
  if (run.nonFlagArgs.length > 0) {
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "wanproof-command-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeCommand(folder);
  process.env.WANPROOF_BUNDLED = folder;
}

export = bundleOnce;
