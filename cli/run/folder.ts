import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ReportFileError } from "./report-file";

/** A file to write below a folder. */
export interface FileToWrite {
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

/**
 * Writes files into a folder of their own, all of them or none: they come to be beside it, and it is named when the last one
 * is there. A folder that was written so before is replaced; any other one that holds something is left alone.
 *
 * @throws ReportFileError where it can't be written
 */
export function writeFolder(folder: string, files: readonly FileToWrite[]): void {
  const fault = faultOf(folder);
  if (fault !== undefined) {
    throw new ReportFileError([`${folder}: ${fault}`]);
  }
  const target = resolve(folder);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const old = `${temporary}.old`;
  try {
    mkdirSync(temporary, { mode: 0o755 });
    for (const file of [...files, { path: MARK, text: MARK_TEXT, mode: 0o644 }]) {
      const path = join(temporary, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text, { mode: file.mode, flag: "wx" });
    }
    replace(target, temporary, old);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw new ReportFileError([
      `${folder}: can't be written: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

/** Checks that a folder can be written, before there is anything to write. */
export function checkFolder(folder: string): void {
  const fault = faultOf(folder);
  if (fault !== undefined) {
    throw new ReportFileError([`${folder}: ${fault}`]);
  }
}

// Tells a folder that may be replaced.
const MARK = ".wanproof-device";
const MARK_TEXT = "Written by wanproof device, which replaces this folder when it writes it again.\n";

function replace(target: string, temporary: string, old: string): void {
  if (!existsSync(target)) {
    renameSync(temporary, target);
    return;
  }
  renameSync(target, old);
  try {
    renameSync(temporary, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function faultOf(folder: string): string | undefined {
  const target = resolve(folder);
  const parent = statSync(dirname(target), { throwIfNoEntry: false });
  if (parent?.isDirectory() !== true) {
    return `there is no folder ${dirname(folder)} to put it in`;
  }
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) {
    return undefined;
  }
  if (!found.isDirectory()) {
    return "is a file: name a folder";
  }
  return isReplaceable(target) ? undefined : "holds other files: name a folder that isn't there, or an empty one";
}

function isReplaceable(folder: string): boolean {
  const names = readdirSync(folder);
  return names.length === 0 || (names.includes(MARK) && readFileSync(join(folder, MARK), "utf8") === MARK_TEXT);
}
