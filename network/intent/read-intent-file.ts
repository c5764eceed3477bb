import type { Complaint } from "../../text/complaint";
import { readDocument } from "../../text/document";
import type { Problem } from "../../text/problem";
import { type FileKind, textOfFile } from "../../text/text-file";
import { checkShape } from "./check-shape";
import { prefixProblems } from "./prefix-problems";
import type { StatedIntent } from "./schema";

/** Intent that a person wrote into a file of its own. */
export interface IntentFile {
  /** The file as the person named it. */
  readonly path: string;
  /** What it states, without what is wrong. */
  readonly stated: StatedIntent;
  /** What is wrong with its shape. */
  readonly problems: readonly Problem[];
  /** A complaint about a part of it, at its line. */
  readonly complaint: (problem: Problem) => Complaint;
}

const KIND: FileKind = { noun: "intent file", insteadOfFolder: "--intent takes a YAML or JSON file" };

/**
 * Reads an intent file: YAML, or JSON, which YAML contains. What is wrong with what it states is told beside the
 * network, with the addresses that match nothing.
 * @throws InputError where it can't be read at all, with every reason
 */
export function readIntentFile(path: string): IntentFile {
  return parseIntent(path, textOfFile(path, KIND));
}

/**
 * Reads the text of an intent file.
 * @throws InputError where it is no YAML and no JSON, with every reason
 */
export function parseIntent(path: string, text: string): IntentFile {
  const { value, complaint } = readDocument(path, text, KIND.noun);
  const { stated, problems } = checkShape(value);
  return { path, stated, problems: [...problems, ...prefixProblems(stated)], complaint };
}
