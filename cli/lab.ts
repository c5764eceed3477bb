import { type Command, Option } from "commander";
import { formatOptionOf } from "./format-option";
import type * as Run from "./run/lab";

const FORMATS: readonly Run.Format[] = ["text", "json", "markdown", "junit"];

/** `wanproof lab`: the network in namespaces of a Linux machine, with real daemons. */
export function addLab(program: Command): void {
  const lab = program
    .command("lab")
    .summary("build the network on one Linux machine, and hold what is seen against what is predicted")
    .description(
      "Builds the network in network namespaces, from the device files that wanproof device writes, with strongSwan and FRR; " +
        "loses tunnels and circuits, and holds what packets do against what wanproof routes tells. Needs root. Nothing leaves the machine.",
    )
    .argument("<input...>", "what wanproof check takes: plan, folder of stacks, *.tf.json file or saved network")
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--site <name>", "only this site: its name in Azure, or its Terraform address"))
    .addOption(new Option("--keep", "leave the lab up until Ctrl-C, and keep its captures, logs and files"))
    .addOption(formatOptionOf(FORMATS))
    .addHelpText("after", EXIT_CODES)
    .action((inputs: readonly string[], flags: Run.LabFlags) => theRun().lab(inputs, flags));
  lab
    .command("doctor")
    .summary("say what this machine lacks for a lab")
    .addHelpText("after", "\nExit codes: 0 nothing, 2 something.")
    .action(() => theRun().doctor());
}

const EXIT_CODES =
  "\nExit codes: 0 all as predicted, 1 something differs, 2 can't run, 3 nothing differs but something is inconclusive or was not looked at.";

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/lab");
