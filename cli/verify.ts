import { type Command, Option } from "commander";
import type { Level } from "../policies/rules/rule";
import { configFromOption, configOption } from "./config-option";
import type { OnUnknown } from "./exit-code";
import { formatOption } from "./format-option";
import type * as Run from "./run/verify";
import { terraformDirOption } from "./terraform-dir-option";
import { varFileOption, varOption } from "./variable-options";

const LEVELS: readonly Level[] = ["error", "warning", "note"];
const ON_UNKNOWN: readonly OnUnknown[] = ["fail", "pass"];

/** `wanproof verify`: what Azure runs, against what was planned. */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .summary("compare what Azure runs with what was planned")
    .description("Reads all inputs as one network, and files of what Azure runs, and reports where the two differ.")
    .argument("<input...>", "what wanproof check takes: plan, folder of stacks, *.tf.json file, saved network, or -")
    .addOption(
      new Option(
        "--azure <file...>",
        'what Azure tells, each by its content: "Download VPN Config", or what az prints of gateways, connections and ' +
          "routes; NAME=FILE says of which hub or circuit routes are, inbound:NAME=FILE and outbound:NAME=FILE of which connection",
      ).makeOptionMandatory(),
    )
    .addOption(formatOption())
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--fail-on <level>", "mildest level that counts (default: error)").choices(LEVELS))
    .addOption(configOption())
    .addOption(configFromOption())
    .addOption(
      new Option("--unknown <outcome>", "what an undecided verdict exits as, instead of 3").choices(ON_UNKNOWN),
    )
    .addOption(terraformDirOption())
    .addOption(varOption())
    .addOption(varFileOption())
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action((inputs: readonly string[], flags: Run.VerifyFlags) => theRun().verify(inputs, flags));
}

const EXIT_CODES =
  "Exit codes: 0 alike, 1 it differs, 2 can't run, 3 nothing differs but something was not told by any file.";

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/verify");
