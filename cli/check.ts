import { type Command, Option } from "commander";
import type * as Gate from "../policies/gate";
import type * as Formats from "../policies/report/formats";
import type { Level } from "../policies/rules/rule";
import { configFromOption, configOption } from "./config-option";
import { exitCodeOf, type OnUnknown } from "./exit-code";
import { formatOption, type WantedReport, wantedReports } from "./format-option";
import { checkReportFiles, writeReportFile } from "./report-file";
import { showsColour } from "./terminal";
import { terraformDirOption } from "./terraform-dir-option";

interface CheckFlags {
  readonly format?: readonly WantedReport[];
  readonly intent?: string;
  readonly terraformDir?: readonly string[];
  readonly failOn?: Level;
  readonly config?: string;
  readonly configFrom?: string;
  readonly baseline?: string;
  readonly failOnNew?: boolean;
  readonly unknown?: OnUnknown;
  readonly requireNetwork?: boolean;
}

const LEVELS: readonly Level[] = ["error", "warning", "note"];
const ON_UNKNOWN: readonly OnUnknown[] = ["fail", "pass"];

/** `wanproof check`: read the inputs as one network, judge it, report. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .summary("judge the network that Terraform describes")
    .description("Reads all inputs as one network, judges it by every rule, and reports on stdout.")
    .argument(
      "<input...>",
      "folder of synthesized stacks, *.tf.json file, plan written by terraform show -json, saved network, or - for stdin",
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
    .addOption(new Option("--require-network", "refuse inputs that hold nothing to judge, instead of passing them"))
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action(check);
}

const EXIT_CODES = "Exit codes: 0 pass, 1 violations, 2 can't run, 3 nothing violated but something undecided.";

function check(inputs: readonly string[], flags: CheckFlags): void {
  const wanted = wantedReports(flags.format);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const { config = "wanproof.yaml", intent, baseline } = flags;
  const read = [...inputs, config, intent, baseline].filter((path) => path !== undefined);
  checkReportFiles(files, read);
  const { checkNetwork } = theGate();
  const report = checkNetwork(inputs, { ...flags, terraformDirs: flags.terraformDir ?? [] });
  const { WRITERS } = theFormats();
  const written = wanted.map(({ format, file }) => ({
    file,
    text: WRITERS[format](report, { colour: file === undefined && showsColour(process.stdout) }),
  }));
  for (const { file, text } of written) {
    if (file !== undefined) {
      writeReportFile(file, text);
    }
  }
  process.exitCode = exitCodeOf(report.verdict, flags.unknown);
  process.stdout.write(written.find(({ file }) => file === undefined)?.text ?? "");
}

// The gate is loaded when it is needed: help and version should not wait for it.
const theGate = (): typeof Gate => require("../policies/gate");
const theFormats = (): typeof Formats => require("../policies/report/formats");
