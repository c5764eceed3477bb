import * as paths from "../../paths";
import { EXIT } from "../exit-code";
import { showsColour } from "../terminal";
import { type VariableFlags, variablesOf } from "../variable-flags";
import { type WantedReport, wantedReports } from "../wanted-report";
import { checkReportFiles, writeReportFile } from "./report-file";

/** How the answer is written. */
export type Format = "text" | "json" | "markdown";

/** What `wanproof routes` is asked for. */
export interface RoutesFlags extends VariableFlags {
  readonly format?: readonly WantedReport<Format>[];
  readonly intent?: string;
  readonly from?: string;
  readonly to?: string;
  readonly whenLost?: "link" | "tunnel" | "circuit" | "all";
  /** `true`: without an input, from what a plan says was before. */
  readonly diff?: string | true;
}

/** Reads the inputs as one network, and tells which path packets take. */
export async function routes(inputs: readonly string[], flags: RoutesFlags): Promise<void> {
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
  const { askRoutes, routesJson, routesMarkdown, routesText, tracesMarkdown, tracesText } = paths;
  const { report, traces } = askRoutes(inputs, { ...flags, variables: variablesOf(flags) });
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
  const { askChanges, changesJson, changesMarkdown, changesText } = paths;
  const changes = askChanges(inputs, diff === true ? undefined : diff, { ...flags, variables: variablesOf(flags) });
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
