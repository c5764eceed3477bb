import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";

/** Files that can't be written, by the person's mistake. Holds every complaint. */
export class ReportFileError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join("\n"));
    this.name = "ReportFileError";
  }
}

/**
 * Checks that files can be written, before there is anything to write.
 *
 * @param inputs what is read, which nothing may overwrite
 * @param what is written to them
 * @throws ReportFileError with every complaint
 */
export function checkReportFiles(files: readonly string[], inputs: readonly string[], what = REPORT): void {
  const complaints = files.flatMap((file) => {
    const fault = faultOf(file, inputs, what);
    return fault === undefined ? [] : [`${file}: ${fault}`];
  });
  if (complaints.length > 0) {
    throw new ReportFileError(complaints);
  }
}

/**
 * Writes a report to a file, whole or not at all: a reader never finds half of it.
 *
 * @param report its text, or pieces of one that is larger than a string can be
 * @param what is written, where it is something else
 * @throws ReportFileError where it can't be written
 */
export function writeReportFile(file: string, report: string | Iterable<string>, what = REPORT): void {
  const pieces = typeof report === "string" ? [report] : report;
  try {
    if (kindOf(file) === "device") {
      writePieces(file, "w", pieces);
    } else {
      replaceFile(file, pieces);
    }
  } catch (error) {
    throw new ReportFileError([`${file}: the ${what} can't be written: ${reasonOf(error)}`]);
  }
}

const REPORT = "report";

function faultOf(file: string, inputs: readonly string[], what: string): string | undefined {
  const folder = dirname(file);
  if (basename(file) === CONFIG || inputs.some((input) => input !== "-" && isSameFile(input, file))) {
    return `is an input, which a ${what} would overwrite: name another file`;
  }
  if (inputs.some((input) => isPartOf(input, file))) {
    return `is a part of an input, which a ${what} would overwrite: name another file`;
  }
  // A link is replaced, and what it leads to is not.
  if (TERRAFORM.test(file) && lstatSync(file, { throwIfNoEntry: false })?.isFile() === true) {
    return `is read by Terraform, which a ${what} would overwrite: name another file`;
  }
  if (kindOf(file) === "folder") {
    return "is a folder: name a file in it";
  }
  if (kindOf(folder) !== "folder") {
    return `the ${what} can't be written: there is no folder ${folder}`;
  }
  return isWritable(folder) ? undefined : `the ${what} can't be written: folder ${folder} takes no new files`;
}

// It is found in folders above too, and nobody means to put a report there.
const CONFIG = "wanproof.yaml";

// Modules lie beside the folder that is named, so wherever such a file is, somebody may need it.
const TERRAFORM = /\.(?:tf|tofu|tfvars)(?:\.json)?$/;
const SYNTHESIZED = /(?:^|[\\/])(?:manifest|wanproof\.sources)\.json$/;

/** Whether writing a file takes an input away, by whatever names and links the two are called. */
function isSameFile(input: string, file: string): boolean {
  const written = lstatSync(file, { throwIfNoEntry: false });
  const read = [lstatSync(input, { throwIfNoEntry: false }), statSync(input, { throwIfNoEntry: false })];
  return resolve(input) === resolve(file) || (written !== undefined && read.some((one) => isOne(one, written)));
}

function isOne(a: Stats | undefined, b: Stats): boolean {
  return a !== undefined && a.ino !== 0 && a.ino === b.ino && a.dev === b.dev;
}

/** Where a file is or would be, with links to folders followed. */
function placeOf(path: string): string {
  const folder = dirname(resolve(path));
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : resolve(path);
}

/** A folder is read for these files of it. */
function isPartOf(input: string, file: string): boolean {
  const folder = existsSync(input) ? realpathSync(input) : resolve(input);
  const below = relative(folder, placeOf(file));
  const isBelow = below !== "" && !below.startsWith("..") && !isAbsolute(below);
  return isBelow && (TERRAFORM.test(below) || SYNTHESIZED.test(below));
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

function replaceFile(file: string, pieces: Iterable<string>): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writePieces(temporary, "wx", pieces);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writePieces(file: string, flags: "w" | "wx", pieces: Iterable<string>): void {
  const open = openSync(file, flags);
  try {
    for (const piece of pieces) {
      writeFileSync(open, piece);
    }
  } finally {
    closeSync(open);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
