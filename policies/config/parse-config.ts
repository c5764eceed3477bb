import { byPlace, InputError } from "../../text/complaint";
import { type Document, readDocument } from "../../text/document";
import type { Place } from "../../text/problem";
import type { Config, IgnoredPath, StatedLevel } from "./config";
import { type Entry, entryOf } from "./entry";
import { CONFIG_KIND } from "./find-config";
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
  const document = readDocument(source.name, source.text, CONFIG_KIND.noun);
  const checked = checkConfig(document.value, source.rules);
  if ("problems" in checked) {
    throw new InputError(checked.problems.map(document.complaint).sort(byPlace));
  }
  return configOf(checked.stated, source, document);
}

function configOf(stated: StatedConfig, { name, fromFolder, today }: ConfigText, { placeOf }: Document): Config {
  const lineOf = (path: Place["path"], at: Place["at"] = "value") => `${name}:${placeOf({ path, at }).line}`;
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
