import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inventedOutputs } from "../../device/azure/invented-outputs";
import { readNetwork } from "../../network/read/read-network";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "../../stacks";

/** An example, synthesized, with what `terraform output -json` would write of it once it is applied. */
export interface SynthesizedExample {
  readonly stacks: string;
  readonly outputs: string;
}

/** Synthesizes an example into a folder of its own, which goes after the tests. */
export function synthesizedExample(name: string): SynthesizedExample {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-example-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const stacks = join(folder, "stacks");
  const app = new NetworkApp({ outdir: stacks, onReport: () => undefined });
  addNetworkStacks(app, readNetworkFile(join(__dirname, "../../examples", name, "network.yaml")));
  app.synth();
  const outputs = join(folder, "outputs.json");
  writeFileSync(outputs, JSON.stringify(inventedOutputs(readNetwork([stacks]))));
  return { stacks, outputs };
}
