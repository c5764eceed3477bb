import type { Command } from "commander";
import type * as Saving from "../network/read/save-network";
import { plain } from "../text/plain";
import { checkReportFiles, ReportFileError, writeReportFile } from "./report-file";
import { terraformDirOption } from "./terraform-dir-option";

interface NetworkFlags {
  readonly output?: string;
  readonly terraformDir?: readonly string[];
}

/** `wanproof network`: reduce inputs to what the gate needs of them. */
export function addNetwork(program: Command): void {
  program
    .command("network")
    .summary("save the network that Terraform describes, to be judged elsewhere")
    .description(
      "Reads inputs and saves what the gate needs of them: small, without secrets, and check reads it beside plans.",
    )
    .argument("<input...>", "what wanproof check takes: plan, folder of stacks, *.tf.json file, saved network, or -")
    .option("-o, --output <file>", "file to write; without it the network goes to stdout, unless that is a terminal")
    .addOption(terraformDirOption())
    .addHelpText("after", "\nExit codes: 0 saved, 2 can't run.")
    .action(network);
}

function network(inputs: readonly string[], { output, terraformDir }: NetworkFlags): void {
  if (output === undefined && process.stdout.isTTY === true) {
    throw new ReportFileError(["a saved network is for programs: name a file for it, with -o FILE"]);
  }
  if (output !== undefined) {
    checkReportFiles([output], inputs, WHAT);
  }
  const { saveNetwork } = theSaving();
  const { text, inputs: saved } = saveNetwork(inputs, terraformDir);
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeReportFile(output, text, WHAT);
  for (const { path, kind, resources, total } of saved) {
    process.stdout.write(plain(`${path} (${kind}): ${resources} of ${total} resources saved`).concat("\n"));
  }
}

const WHAT = "network";

// Help and version should not wait for the readers.
const theSaving = (): typeof Saving => require("../network/read/save-network");
