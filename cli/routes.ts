import { type Command, Option } from "commander";
import { formatOptionOf } from "./format-option";
import type * as Run from "./run/routes";
import { varFileOption, varOption } from "./variable-options";

const FORMATS: readonly Run.Format[] = ["text", "json", "markdown"];
const LOSSES = ["link", "tunnel", "circuit", "all"];

/** `wanproof routes`: where every packet goes, both ways, and when something is lost. */
export function addRoutes(program: Command): void {
  program
    .command("routes")
    .summary("tell where every packet goes, and what happens when a tunnel is lost")
    .description("Reads all inputs as one network and tells which path packets take, both ways, and why.")
    .argument(
      "<input...>",
      "what wanproof check takes: folder of Terraform or of synthesized stacks, *.tf.json file, plan, state, saved network, or -",
    )
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--from <place>", "only from this hub, spoke or site: its name or Terraform address"))
    .addOption(new Option("--to <destination>", "only to this prefix; an address is traced step by step"))
    .addOption(new Option("--when-lost <kind>", "show what happens when these are lost").choices(LOSSES))
    .addOption(
      new Option("--diff [before]", "what changes path: from another input, or from what the plan says was before"),
    )
    .addOption(
      new Option("--expect <file>", "with --diff: the path changes that this change means to make; any other fails"),
    )
    .addOption(new Option("--write-expect <file>", "with --diff: write the path changes to such a file"))
    .addOption(varOption())
    .addOption(varFileOption())
    .addOption(formatOptionOf(FORMATS))
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action((inputs: readonly string[], flags: Run.RoutesFlags) => theRun().routes(inputs, flags));
}

const EXIT_CODES =
  "Exit codes: 0 answered, undecided routes too; 1 with --expect, where other paths change than are declared; 2 can't run.";

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/routes");
