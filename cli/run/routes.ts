import * as paths from "../../paths";
import { EXIT } from "../exit-code";
import { showsColour } from "../terminal";
import { type VariableFlags, variableFilesOf, variablesOf } from "../variable-flags";
import { type WantedReport, wantedReports } from "../wanted-report";
import { checkReportFiles, ReportFileError, writeReportFile } from "./report-file";

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
  /** The path changes that are meant. */
  readonly expect?: string;
  /** Where to write those that there are. */
  readonly writeExpect?: string;
}

/** Reads the inputs as one network, and tells which path packets take. */
export async function routes(inputs: readonly string[], flags: RoutesFlags): Promise<void> {
  const wanted = wantedReports(flags.format);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const { intent, diff, expect, writeExpect } = flags;
  checkContract(flags);
  const read = [...inputs, ...variableFilesOf(flags), intent, diff === true ? undefined : diff, expect].filter(
    (path) => path !== undefined,
  );
  checkReportFiles([...files, ...(writeExpect === undefined ? [] : [writeExpect])], read);
  const { write, code } =
    diff === undefined ? { write: tableWriter(inputs, flags), code: EXIT.pass } : changesWriter(inputs, diff, flags);
  const written = wanted.map(({ format, file }) => ({
    file,
    text: write(format, file === undefined && showsColour(process.stdout)),
  }));
  for (const { file, text } of written) {
    if (file !== undefined) {
      writeReportFile(file, text);
    }
  }
  process.exitCode = code;
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

/** @throws ReportFileError where a contract is asked for without the changes that it is about */
function checkContract({ diff, expect, writeExpect }: RoutesFlags): void {
  const named = expect === undefined ? writeExpect && "--write-expect" : "--expect";
  if (diff === undefined && named !== undefined) {
    throw new ReportFileError([`${named} is about what changes path: add --diff`]);
  }
}

function changesWriter(inputs: readonly string[], diff: string | true, flags: RoutesFlags) {
  const { askChanges, breachOf, changesJson, declaredIn, isKept } = paths;
  const { expect, writeExpect } = flags;
  const declared = expect === undefined ? undefined : declaredIn(expect);
  const changes = askChanges(inputs, diff === true ? undefined : diff, { ...flags, variables: variablesOf(flags) });
  if (writeExpect !== undefined) {
    writeReportFile(writeExpect, changesJson(changes));
  }
  if (expect === undefined || declared === undefined) {
    return { write: writerOf(changes), code: EXIT.pass };
  }
  const breach = breachOf(changes, declared);
  return { write: breachWriter(breach, expect), code: isKept(breach) ? EXIT.pass : EXIT.violations };
}

function breachWriter(breach: ReturnType<typeof paths.breachOf>, file: string): Writer {
  const { breachJson, breachMarkdown, breachText } = paths;
  return (format, colour) => {
    switch (format) {
      case "json":
        return breachJson(breach);
      case "markdown":
        return breachMarkdown(breach, file);
      default:
        return breachText(breach, file, { colour });
    }
  };
}

function writerOf(changes: ReturnType<typeof paths.askChanges>): Writer {
  const { changesJson, changesMarkdown, changesText } = paths;
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
