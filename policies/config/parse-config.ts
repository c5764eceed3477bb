import { type Complaint, InputError } from "../../network/input/reading";
import { type Problem, printable } from "../../network/intent/problem";
import { isDeep } from "../../text/depth";
import { PlacedText } from "../../text/placed-text";
import type { Config, IgnoredPath, StatedLevel } from "./config";
import { type Entry, entryOf } from "./entry";
import { pathPattern } from "./path-pattern";
import type { StatedConfig } from "./schema";
import { checkConfig, type KnownRules } from "./shape";

/** The text of a configuration, and what it is read beside. */
export interface ConfigText {
  /** How people know it: `wanproof.yaml`, or `origin/main:wanproof.yaml`. */
  readonly name: string;
  readonly text: string;
  /** A path, as findings name it, from the folder of the configuration. */
  readonly fromFolder: (path: string) => string;
  readonly rules: KnownRules;
  /** The day that it is in UTC, as `2027-03-31`. */
  readonly today: string;
}

/**
 * Reads the text of a configuration: YAML, or JSON, which YAML contains.
 * @throws InputError with everything that is wrong with it
 */
export function parseConfig(source: ConfigText): Config {
  const { name, text, rules } = source;
  if (isDeep(text)) {
    throw new InputError([{ path: name, message: "is nested too deeply, so it is no configuration" }]);
  }
  const placed = new PlacedText(text);
  if (placed.faults.length > 0) {
    throw new InputError(placed.faults.map((fault) => complaintAt(name, fault, fault.message)));
  }
  if (placed.value === null || placed.value === undefined) {
    throw new InputError([{ path: name, message: 'is empty; a configuration starts with "version: 1"' }]);
  }
  const checked = checkConfig(placed.value, rules);
  if ("problems" in checked) {
    throw new InputError(complaintsOf(name, placed, checked.problems));
  }
  return configOf(checked.stated, source, placed);
}

function configOf(stated: StatedConfig, { name, fromFolder, today }: ConfigText, placed: PlacedText): Config {
  const lineOf = (path: readonly PropertyKey[], at: Problem["at"] = "value") =>
    `${name}:${placed.placeOf({ path, at }).line}`;
  const entries: Entry[] = (stated.suppressions ?? []).map((entry, index) =>
    entryOf(entry, { by: lineOf(["suppressions", index]), input: undefined, construct: undefined }, today),
  );
  return {
    levels: new Map(
      Object.entries(stated.levels ?? {}).map(([id, level]): [string, StatedLevel] => [
        id,
        { level, at: lineOf(["levels", id], "key") },
      ]),
    ),
    failOn: stated.failOn ?? undefined,
    ignoredPaths: (stated.ignoredPaths ?? []).map((pattern, index): IgnoredPath => {
      const matches = pathPattern(pattern);
      return { pattern, at: lineOf(["ignoredPaths", index]), matches: (path) => matches(fromFolder(path)) };
    }),
    suppressions: entries.flatMap((entry) => ("suppression" in entry ? [entry.suppression] : [])),
    notices: entries.flatMap((entry) => ("notice" in entry ? [entry.notice] : [])),
  };
}

function complaintsOf(path: string, placed: PlacedText, problems: readonly Problem[]): Complaint[] {
  return problems
    .map((problem) => complaintAt(path, placed.placeOf(problem), problem.message))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function complaintAt(path: string, { line, column }: { line: number; column: number }, message: string): Complaint {
  return { path, line, column, message: printable(message) };
}
