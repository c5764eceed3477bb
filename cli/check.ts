import { type Command, Option } from "commander";
import type { Level } from "../policies/rules/rule";
import { configFromOption, configOption } from "./config-option";
import type { OnUnknown } from "./exit-code";
import { formatOption } from "./format-option";
import type * as Run from "./run/check";
import { terraformDirOption } from "./terraform-dir-option";
import { varFileOption, varOption } from "./variable-options";

const LEVELS: readonly Level[] = ["error", "warning", "note"];
const ON_UNKNOWN: readonly OnUnknown[] = ["fail", "pass"];

/** `wanproof check`: read the inputs as one network, judge it, report. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("judge the network that Terraform describes")
    .description("Reads all inputs as one network, judges it by every rule, and reports on stdout.")
    .argument(
      "[input...]",
      "folder of Terraform or of synthesized stacks, *.tf.json file, plan or state written by terraform show -json, saved network, or - for stdin (default: cdktf.out where it is there, else the working directory)",
    )
    .addOption(formatOption())
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--fail-on <level>", "mildest level that counts (default: error)").choices(LEVELS))
    .addOption(
      new Option("--baseline <file>", "JSON report of an earlier check, to tell new findings from existing ones"),
    )
    .addOption(new Option("--fail-on-new", "let only findings count that the change brings"))
    .addOption(configOption())
    .addOption(configFromOption())
    .addOption(
      new Option("--unknown <outcome>", "what an undecided verdict exits as, instead of 3").choices(ON_UNKNOWN),
    )
    .addOption(terraformDirOption())
    .addOption(varOption())
    .addOption(varFileOption())
    .addOption(new Option("--require-network", "refuse inputs that hold nothing to judge, instead of passing them"))
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action((inputs: readonly string[], flags: Run.CheckFlags) => theRun().check(inputs, flags));
}

const EXIT_CODES = "Exit codes: 0 pass, 1 violations, 2 can't run, 3 nothing violated but something undecided.";

// The gate is loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/check");
