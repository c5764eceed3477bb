import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Format } from "../policies/report/formats";
import type { WantedReport } from "./wanted-report";

/** What `wanproof check` writes. */
const FORMATS: readonly Format[] = [
  "text",
  "json",
  "sarif",
  "junit",
  "github",
  "azuredevops",
  "markdown",
  "gitlab",
  "conftest",
];

/** `--format`, which may be given several times. */
export function formatOption(): Option {
  return formatOptionOf(FORMATS);
}

/** The same for a command that writes some formats only. */
export function formatOptionOf(formats: readonly string[]): Option {
  return new Option(
    "--format <format>",
    `how to write the report: ${formats.join(", ")}; with =FILE to a file; may be given several times (default: text)`,
  ).argParser((argument: string, earlier?: readonly WantedReport<string>[]) =>
    withAnother(parsed(argument, formats), earlier),
  );
}

function withAnother(
  another: WantedReport<string>,
  earlier: readonly WantedReport<string>[] = [],
): readonly WantedReport<string>[] {
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

function parsed(argument: string, formats: readonly string[]): WantedReport<string> {
  const [name = "", ...rest] = argument.split("=");
  const format = formats.find((one) => one === name);
  if (format === undefined) {
    throw new InvalidArgumentError(`Allowed choices are ${formats.join(", ")}.`);
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
