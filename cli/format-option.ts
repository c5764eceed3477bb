import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Format } from "../policies/report/formats";

/** One report that is asked for: how it is written, and where. */
export interface WantedReport {
  readonly format: Format;
  /** The file that it goes to, as the person named it; undefined for stdout. */
  readonly file: string | undefined;
}

/** `--format`, which may be given several times. */
export function formatOption(): Option {
  return new Option(
    "--format <format>",
    `how to write the report: ${FORMATS.join(", ")}; with =FILE to a file; may be given several times (default: text)`,
  ).argParser(withAnother);
}

/** The reports that are asked for; where none is, the text. */
export function wantedReports(given: readonly WantedReport[] = []): readonly WantedReport[] {
  return given.length === 0 ? [{ format: "text", file: undefined }] : given;
}

const FORMATS: readonly Format[] = ["text", "json", "sarif", "junit", "github", "azuredevops", "markdown"];

function withAnother(argument: string, earlier: readonly WantedReport[] = []): readonly WantedReport[] {
  const another = parsed(argument);
  if (another.file === undefined && earlier.some(({ file }) => file === undefined)) {
    throw new InvalidArgumentError(
      `Only one report can go to stdout: name a file for the other, such as ${another.format}=FILE.`,
    );
  }
  if (earlier.some(({ file }) => file !== undefined && another.file !== undefined && isSame(file, another.file))) {
    throw new InvalidArgumentError("Two reports can't go to one file.");
  }
  return [...earlier, another];
}

function parsed(argument: string): WantedReport {
  const [name = "", ...rest] = argument.split("=");
  const format = FORMATS.find((one) => one === name);
  if (format === undefined) {
    throw new InvalidArgumentError(`Allowed choices are ${FORMATS.join(", ")}.`);
  }
  const file = rest.length === 0 ? undefined : rest.join("=");
  if (file === "") {
    throw new InvalidArgumentError(`Name a file after the equals sign, such as ${format}=FILE.`);
  }
  return { format, file };
}

function isSame(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}
