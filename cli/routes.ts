import { type Command, Option } from "commander";
import type * as Paths from "../paths";
import { EXIT } from "./exit-code";
import { formatOptionOf, type WantedReport, wantedReports } from "./format-option";
import { checkReportFiles, writeReportFile } from "./report-file";
import { showsColour } from "./terminal";

type Format = "text" | "json" | "markdown";

interface RoutesFlags {
  readonly format?: readonly WantedReport<Format>[];
  readonly intent?: string;
  readonly from?: string;
  readonly to?: string;
  readonly whenLost?: "link" | "tunnel" | "circuit" | "all";
  /** `true`: without an input, from what a plan says was before. */
  readonly diff?: string | true;
}

const FORMATS: readonly Format[] = ["text", "json", "markdown"];
const LOSSES = ["link", "tunnel", "circuit", "all"];

/** `wanproof routes`: where every packet goes, both ways, and when something is lost. */
export function addRoutes(program: Command): void {
  program
    .command("routes")
    .summary("tell where every packet goes, and what happens when a tunnel is lost")
    .description("Reads all inputs as one network and tells which path packets take, both ways, and why.")
    .argument("<input...>", "folder of synthesized stacks, *.tf.json file, or plan written by terraform show -json")
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--from <place>", "only from this hub, spoke or site: its name or Terraform address"))
    .addOption(new Option("--to <destination>", "only to this prefix; an address is traced step by step"))
    .addOption(new Option("--when-lost <kind>", "show what happens when these are lost").choices(LOSSES))
    .addOption(
      new Option("--diff [before]", "what changes path: from another input, or from what the plan says was before"),
    )
    .addOption(formatOptionOf(FORMATS))
    .addHelpText("after", `\n${EXIT_CODES}`)
    .action(routes);
}

const EXIT_CODES = "Exit codes: 0 answered, undecided routes too; 2 can't run.";

async function routes(inputs: readonly string[], flags: RoutesFlags): Promise<void> {
  const wanted = wantedReports(flags.format);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const { intent, diff } = flags;
  const read = [...inputs, intent, diff === true ? undefined : diff].filter((path) => path !== undefined);
  checkReportFiles(files, read);
  const write = diff === undefined ? tableWriter(inputs, flags) : changesWriter(inputs, diff, flags);
  const written = wanted.map(({ format, file }) => ({
    file,
    text: write(format, file === undefined && showsColour(process.stdout)),
  }));
  for (const { file, text } of written) {
    if (file !== undefined) {
      writeReportFile(file, text);
    }
  }
  process.exitCode = EXIT.pass;
  const shown = written.find(({ file }) => file === undefined)?.text ?? "";
  await print(typeof shown === "string" ? [shown] : shown);
}

/** Waits while the reader is behind, so that a large table isn't held twice. */
async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (process.stdout.destroyed) {
      return;
    }
    await new Promise((resolve) => {
      process.stdout.write(piece, resolve);
    });
  }
}

type Writer = (format: Format, colour: boolean) => string | Iterable<string>;

function tableWriter(inputs: readonly string[], flags: RoutesFlags): Writer {
  const { askRoutes, routesJson, routesMarkdown, routesText, tracesMarkdown, tracesText } = thePaths();
  const { report, traces } = askRoutes(inputs, flags);
  const losses = flags.whenLost !== undefined;
  return (format, colour) => {
    switch (format) {
      case "json":
        return routesJson(report);
      case "markdown":
        return traces === undefined ? routesMarkdown(report, losses) : tracesMarkdown(traces, report.notes);
      default:
        return traces === undefined ? routesText(report, { colour, losses }) : tracesText(traces, report.notes);
    }
  };
}

function changesWriter(inputs: readonly string[], diff: string | true, flags: RoutesFlags): Writer {
  const { askChanges, changesJson, changesMarkdown, changesText } = thePaths();
  const changes = askChanges(inputs, diff === true ? undefined : diff, flags);
  return (format, colour) => {
    switch (format) {
      case "json":
        return changesJson(changes);
      case "markdown":
        return changesMarkdown(changes);
      default:
        return changesText(changes, { colour });
    }
  };
}

// Loaded when it is needed: help and version should not wait for it.
const thePaths = (): typeof Paths => require("../paths");
