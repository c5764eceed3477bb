import type { Command } from "commander";
import type * as Run from "./run/synth";

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
    .action((file: string, flags: Run.SynthFlags) => theRun().synth(file, flags));
}

const EXIT_CODES = "Exit codes: 0 Terraform is written, 1 the gate refuses the network, 2 can't run.";

// cdktf takes a moment to load: only this command waits for it.
const theRun = (): typeof Run => require("./run/synth");
