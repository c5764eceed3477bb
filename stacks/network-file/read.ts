import { relative, sep } from "node:path";
import type { SourceLine } from "../../lib/terraform/sources";
import { byPlace, type Complaint, InputError } from "../../text/complaint";
import { readDocument } from "../../text/document";
import type { Problem } from "../../text/problem";
import { type FileKind, textOfFile } from "../../text/text-file";
import type { NetworkDescription } from "../schema/network";
import { misreadNumbers } from "./number-text";
import { checkRelations } from "./relations";
import { checkShape } from "./shape";

/** A network file that was read. */
export interface NetworkFile {
  /** The file as the person named it. */
  readonly path: string;
  /** The network that it describes. */
  readonly network: NetworkDescription;
  /** The line of a part of it, such as `["hubs", "westeurope"]`, or of the nearest part around it. */
  readonly sourceOf: (path: readonly PropertyKey[]) => SourceLine;
  /** A complaint about a part of it, at its line. */
  readonly complaint: (problem: Problem) => Complaint;
}

const KIND: FileKind = { noun: "network file", insteadOfFolder: "name the network.yaml in it" };

/**
 * Reads a `network.yaml`, or the same as JSON.
 * @throws InputError with everything that is wrong, each with line and column
 */
export function readNetworkFile(path: string): NetworkFile {
  return parseNetworkFile(path, textOfFile(path, KIND));
}

/**
 * Reads the text of a network file.
 * @param path what complaints call the file
 * @throws InputError with everything that is wrong, each with line and column
 */
export function parseNetworkFile(path: string, text: string): NetworkFile {
  const document = readDocument(path, text, KIND.noun);
  const { placeOf, complaint } = document;
  const value = withoutExtensions(document.value);
  const { network, problems } = checkShape(value);
  const all = [...problems, ...checkRelations(value), ...misreadNumbers(value, text, document)];
  if (network === undefined || all.length > 0) {
    throw new InputError(all.map(complaint).sort(byPlace));
  }
  const file = relative(process.cwd(), path).split(sep).join("/");
  const sourceOf = (part: readonly PropertyKey[]): SourceLine => {
    const { line } = placeOf({ path: part, at: "key" });
    return { file, line };
  };
  return { path, network, sourceOf, complaint };
}

/** Keys that begin with x- are nobody's: a place for what anchors name. */
function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-")));
}
