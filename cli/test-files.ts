import type { Command } from "commander";
import type * as Run from "./run/test-files";

/** `wanproof test-files`: a `terraform test` beside each stack. */
export function addTestFiles(program: Command): void {
  program
    .command("test-files")
    .summary("write a terraform test beside each stack, which needs no Azure account")
    .description(
      "Writes wanproof.tftest.hcl into the folder of each stack, with a mocked provider and the essential rules as assertions, as synth does.",
    )
    .argument("<folder>", "folder of synthesized stacks, or of *.tf.json files")
    .addHelpText("after", "\nExit codes: 0 written, 2 can't run.")
    .action((folder: string) => theRun().testFiles(folder));
}

// Help and version should not wait for the readers.
const theRun = (): typeof Run => require("./run/test-files");
