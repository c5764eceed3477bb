import type { Command } from "commander";
import type * as Stacks from "../stacks";
import { EXIT } from "./exit-code";
import type * as Told from "./synth-told";
import { showsColour } from "./terminal";

interface SynthFlags {
  readonly output: string;
  readonly gate: boolean;
}

/** `wanproof synth`: from a network file to plain Terraform, judged. */
export function addSynth(program: Command): void {
  program
    .command("synth")
    .summary("make Terraform from a network.yaml, and judge it")
    .description("Writes Terraform for a network: a global stack and one for each region, unless the gate refuses it.")
    .argument("[file]", "the network file", "network.yaml")
    .option("-o, --output <folder>", "folder to write to", "cdktf.out")
    .option("--no-gate", "write without judging")
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action(synth);
}

const EXIT_CODES = "Exit codes: 0 Terraform is written, 1 the gate refuses the network, 2 can't run.";

function synth(file: string, { output, gate }: SynthFlags): void {
  const { addNetworkStacks, NetworkApp, readNetworkFile, RefusedSynthesis } = theStacks();
  const network = readNetworkFile(file);
  const app = new NetworkApp({ outdir: output, gate, onReport: () => undefined });
  addNetworkStacks(app, network);
  const { networkText, refusalText, verdictText } = theWords();
  const colour = showsColour(process.stdout);
  try {
    app.synth();
  } catch (failure) {
    if (!(failure instanceof RefusedSynthesis)) {
      throw failure;
    }
    process.exitCode = EXIT.violations;
    process.stdout.write(refusalText(failure.report, { colour }));
    return;
  }
  process.stdout.write(networkText(network.network) + verdictText(app.report, output, { colour }));
}

// cdktf takes a moment to load: only this command waits for it.
const theStacks = (): typeof Stacks => require("../stacks");
const theWords = (): typeof Told => require("./synth-told");
