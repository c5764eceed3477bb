import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Files that reports can't be written to, by the person's mistake. Holds every complaint. */
export class ReportFileError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join("\n"));
    this.name = "ReportFileError";
  }
}

/**
 * Checks that reports can be written to files, before there is anything to write.
 *
 * @param inputs what is judged, which no report may overwrite
 * @throws ReportFileError with every complaint
 */
export function checkReportFiles(files: readonly string[], inputs: readonly string[]): void {
  const complaints = files.flatMap((file) => {
    const fault = faultOf(file, inputs);
    return fault === undefined ? [] : [`${file}: ${fault}`];
  });
  if (complaints.length > 0) {
    throw new ReportFileError(complaints);
  }
}

/**
 * Writes a report to a file, whole or not at all: a reader never finds half of it.
 *
 * @throws ReportFileError where it can't be written
 */
export function writeReportFile(file: string, report: string): void {
  try {
    if (kindOf(file) === "device") {
      writeFileSync(file, report);
    } else {
      replaceFile(file, report);
    }
  } catch (error) {
    throw new ReportFileError([`${file}: the report can't be written: ${reasonOf(error)}`]);
  }
}

function faultOf(file: string, inputs: readonly string[]): string | undefined {
  const folder = dirname(file);
  if (inputs.some((input) => input !== "-" && resolve(input) === resolve(file))) {
    return "is an input, which a report would overwrite: name another file";
  }
  if (kindOf(file) === "folder") {
    return "is a folder: name a file in it";
  }
  if (kindOf(folder) !== "folder") {
    return `the report can't be written: there is no folder ${folder}`;
  }
  return isWritable(folder) ? undefined : `the report can't be written: folder ${folder} takes no new files`;
}

// A pipe or a device is written to and not replaced.
function kindOf(path: string): "folder" | "file" | "device" | "nothing" {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    return "nothing";
  }
  return found.isDirectory() ? "folder" : found.isFile() ? "file" : "device";
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function replaceFile(file: string, report: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, report, { flag: "wx" });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
