import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { App, TerraformStack } from "cdktf";
import { bareNetwork } from "./bare-network";
import { constructNetwork } from "./construct-network";
import { cpuMs, type Row } from "./row";

const SITES = [1, 100, 1_000];

/** Synthesis with the constructs, beside the same resources made with bare provider classes. */
export function benchSynthesis(): Row[] {
  // The first synthesis of a process loads and compiles code, which is neither's doing.
  synthesisMs(constructNetwork, 10, 1);
  synthesisMs(bareNetwork, 10, 1);
  return SITES.map((sites) => {
    const runs = sites < 1_000 ? 15 : 5;
    return {
      what: "synthesis, beside bare provider classes",
      size: `${sites} sites`,
      ours: synthesisMs(constructNetwork, sites, runs),
      reference: synthesisMs(bareNetwork, sites, runs),
      aim: "at most 1.2",
    };
  });
}

function synthesisMs(network: (stack: TerraformStack, sites: number) => void, sites: number, runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), "wanproof-bench-"));
  try {
    return cpuMs(() => {
      const app = new App({ outdir: folder });
      const stack = new TerraformStack(app, "bench");
      new AzurermProvider(stack, "azurerm", { features: [{}] });
      network(stack, sites);
      app.synth();
    }, runs);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
