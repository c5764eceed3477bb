import { checkNetwork } from "../../policies/gate";
import type { Format, Writer } from "../../policies/report/formats";
import { textReport } from "../../policies/report/text";
import type { Level } from "../../policies/rules/rule";
import { exitCodeOf, type OnUnknown } from "../exit-code";
import { showsColour } from "../terminal";
import { type WantedReport, wantedReports } from "../wanted-report";
import type * as Formats from "./formats";
import { checkReportFiles, writeReportFile } from "./report-file";

/** What `wanproof check` is asked for. */
export interface CheckFlags {
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

/** Reads the inputs as one network, judges it, reports. */
export function check(inputs: readonly string[], flags: CheckFlags): void {
  const wanted = wantedReports(flags.format);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const { config = "wanproof.yaml", intent, baseline } = flags;
  const read = [...inputs, config, intent, baseline].filter((path) => path !== undefined);
  checkReportFiles(files, read);
  const report = checkNetwork(inputs, { ...flags, terraformDirs: flags.terraformDir ?? [] });
  const written = wanted.map(({ format, file }) => ({
    file,
    text: writerOf(format)(report, { colour: file === undefined && showsColour(process.stdout) }),
  }));
  for (const { file, text } of written) {
    if (file !== undefined) {
      writeReportFile(file, text);
    }
  }
  process.exitCode = exitCodeOf(report.verdict, flags.unknown);
  process.stdout.write(written.find(({ file }) => file === undefined)?.text ?? "");
}

function writerOf(format: Format): Writer {
  return format === "text" ? textReport : theFormats().WRITERS[format];
}

// Most checks are for people, who need no other format.
const theFormats = (): typeof Formats => require("./formats");
