import type { Format, Writer } from "../../policies/report/formats";
import type { Report } from "../../policies/report/report";
import { textReport } from "../../policies/report/text";
import { showsColour } from "../terminal";
import { type WantedReport, wantedReports } from "../wanted-report";
import type * as Formats from "./formats";
import { checkReportFiles, writeReportFile } from "./report-file";

/** The reports that are asked for, once it is sure that none of them overwrites what is read. */
export function reportFiles(
  given: readonly WantedReport[] | undefined,
  read: readonly (string | undefined)[],
): readonly WantedReport[] {
  const wanted = wantedReports(given);
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  checkReportFiles(
    files,
    read.filter((path) => path !== undefined),
  );
  return wanted;
}

/** Writes a report in every format that is asked for: all files, and then what goes to stdout. */
export function writeReports(report: Report, wanted: readonly WantedReport[]): void {
  const written = wanted.map(({ format, file }) => ({
    file,
    text: writerOf(format)(report, { colour: file === undefined && showsColour(process.stdout) }),
  }));
  for (const { file, text } of written) {
    if (file !== undefined) {
      writeReportFile(file, text);
    }
  }
  process.stdout.write(written.find(({ file }) => file === undefined)?.text ?? "");
}

function writerOf(format: Format): Writer {
  return format === "text" ? textReport : theFormats().WRITERS[format];
}

// Most checks are for people, who need no other format.
const theFormats = (): typeof Formats => require("./formats");
