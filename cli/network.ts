import { type Command, InvalidArgumentError } from "commander";
import type * as Run from "./run/network";
import { terraformDirOption } from "./terraform-dir-option";
import { varFileOption, varOption } from "./variable-options";

/** `wanproof network`: reduce inputs to what the gate needs of them. */
export function addNetwork(program: Command): void {
  program
    .command("network")
    .summary("save the network that Terraform describes, to be judged elsewhere")
    .description(
      "Reads inputs and saves what the gate needs of them: small, without secrets, and check reads it beside plans.",
    )
    .argument(
      "<input...>",
      "what wanproof check takes: plan, state, folder of stacks, *.tf.json file, saved network, or -",
    )
    .option("-o, --output <file>", "file to write; without it the network goes to stdout, unless that is a terminal")
    .option(
      "--as <name>",
      "name that it keeps, with the time: of several saved networks of one name check takes the newest",
      nameOf,
    )
    .addOption(terraformDirOption())
    .addOption(varOption())
    .addOption(varFileOption())
    .addHelpText("after", "\nExit codes: 0 saved, 2 can't run.")
    .action((inputs: readonly string[], flags: Run.NetworkFlags) => theRun().network(inputs, flags));
}

function nameOf(text: string): string {
  if (text.trim() === "") {
    throw new InvalidArgumentError("Give it a name that isn't empty.");
  }
  return text;
}

// Help and version should not wait for the readers.
const theRun = (): typeof Run => require("./run/network");
