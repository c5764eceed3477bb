import { type Command, Option } from "commander";
import { configFromOption, configOption } from "./config-option";
import type * as Run from "./run/view";
import { terraformDirOption } from "./terraform-dir-option";
import { varFileOption, varOption } from "./variable-options";

const FORMATS: readonly Run.Format[] = ["html", "svg", "drawio", "mermaid"];

/** `wanproof view`: the network as a picture. */
export function addView(program: Command): void {
  program
    .command("view")
    .summary("draw the network that Terraform describes")
    .description("Reads all inputs as one network, judges it, and draws it: what is encrypted, what isn't, and why.")
    .argument(
      "[input...]",
      "what wanproof check takes (default: cdktf.out where it is there, else the working directory)",
    )
    .addOption(new Option("-o, --output <file>", "file to write to (default: stdout)"))
    .addOption(new Option("--format <format>", "what to write (default: as the file ends, else html)").choices(FORMATS))
    .addOption(new Option("--hub <name>", "draw this hub alone: its name or Terraform address"))
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(
      new Option(
        "--azure <file...>",
        "files of what Azure runs, as wanproof verify takes them: what differs is shown beside",
      ),
    )
    .addOption(configOption())
    .addOption(configFromOption())
    .addOption(terraformDirOption())
    .addOption(varOption())
    .addOption(varFileOption())
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action((inputs: readonly string[], flags: Run.ViewFlags) => theRun().view(inputs, flags));
}

const EXIT_CODES = "Exit codes: 0 drawn, whatever the verdict is (wanproof check tells that), 2 can't run.";

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/view");
