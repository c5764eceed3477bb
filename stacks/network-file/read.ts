import { relative, sep } from "node:path";
import type { SourceLine } from "../../lib/terraform/sources";
import { type Complaint, InputError } from "../../network/input/reading";
import { printable } from "../../network/intent/problem";
import { PlacedText } from "../../text/placed-text";
import type { NetworkDescription } from "../schema/network";
import { misreadNumbers } from "./number-text";
import type { Problem } from "./problem";
import { checkRelations } from "./relations";
import { checkShape } from "./shape";
import { textOfFile } from "./text";

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

/**
 * Reads a `network.yaml`, or the same as JSON.
 * @throws InputError with everything that is wrong, each with line and column
 */
export function readNetworkFile(path: string): NetworkFile {
  return parseNetworkFile(path, textOfFile(path));
}

/**
 * Reads the text of a network file.
 * @param path what complaints call the file
 * @throws InputError with everything that is wrong, each with line and column
 */
export function parseNetworkFile(path: string, text: string): NetworkFile {
  const placed = placedText(path, text);
  const value = withoutExtensions(placed.value);
  if (value === null || value === undefined) {
    throw new InputError([{ path, message: 'is empty; a network file begins with "version: 1"' }]);
  }
  const complaint = (problem: Problem): Complaint => {
    const { line, column } = placed.placeOf(problem);
    return { path, line, column, message: printable(problem.message) };
  };
  const { network, problems } = checkShape(value);
  const all = [...problems, ...checkRelations(value), ...misreadNumbers(value, text, placed)];
  if (network === undefined || all.length > 0) {
    throw new InputError(all.map(complaint).sort(byPlace));
  }
  const file = relative(process.cwd(), path).split(sep).join("/");
  const sourceOf = (part: readonly PropertyKey[]): SourceLine => {
    const { line } = placed.placeOf({ path: part, at: "key" });
    return { file, line };
  };
  return { path, network, sourceOf, complaint };
}

function placedText(path: string, text: string): PlacedText {
  if (/^%YAML\s+1\.[01]/m.test(text)) {
    throw new InputError([{ path, line: 1, column: 1, message: "YAML 1.2 is expected; remove the %YAML line" }]);
  }
  const placed = parsed(path, text);
  if (placed.faults.some(({ message }) => /maximum call stack/i.test(message))) {
    throw tooDeep(path);
  }
  if (placed.faults.length > 0) {
    const faults = placed.faults.map(({ line, column, message }) => ({
      path,
      line,
      column,
      message: printable(message),
    }));
    throw new InputError(faults.sort(byPlace));
  }
  return placed;
}

function parsed(path: string, text: string): PlacedText {
  try {
    return new PlacedText(text);
  } catch (failure) {
    if (failure instanceof RangeError) {
      throw tooDeep(path);
    }
    throw failure;
  }
}

function tooDeep(path: string): InputError {
  return new InputError([{ path, message: "is nested too deeply, so it is no network file" }]);
}

/** Keys that begin with x- are nobody's: a place for what anchors name. */
function withoutExtensions(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("x-")));
}

function byPlace(a: Complaint, b: Complaint): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
