import { type Command, Option } from "commander";
import type * as Run from "./run/explain";

/** `wanproof explain`: the page of a rule, or the list of all. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .summary("say what a rule wants, and why")
    .description(
      "Prints the page of a rule: what must hold, why, and the rule broken and kept. Without an id, all rules.",
    )
    .argument("[id]", "the rule, as findings name it")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "markdown"]).default("text"))
    .addHelpText("after", "\nExit codes: 0 printed, 2 there is no such rule.")
    .action((id: string | undefined, flags: Run.ExplainFlags) => theRun().explain(id, flags));
}

// Help and version should not wait for the rules.
const theRun = (): typeof Run => require("./run/explain");
