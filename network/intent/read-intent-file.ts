import { readFileSync, statSync } from "node:fs";
import { isDeep } from "../../text/depth";
import type * as Text from "../../text/placed-text";
import { plainJson } from "../../text/plain-json";
import { type Complaint, InputError } from "../input/reading";
import { checkShape, type Problem, printable } from "./problem";
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

// Far more than the intent of a hundred thousand sites.
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads an intent file: YAML, or JSON, which YAML contains. What is wrong with what it states is told beside the
 * network, with the addresses that match nothing.
 * @throws InputError where it can't be read at all, with every reason
 */
export function readIntentFile(path: string): IntentFile {
  return parseIntent(path, textOf(path));
}

/**
 * Reads the text of an intent file.
 * @throws InputError where it is no YAML and no JSON, with every reason
 */
export function parseIntent(path: string, text: string): IntentFile {
  if (isDeep(text)) {
    throw new InputError([{ path, message: "is nested too deeply, so it is no intent file" }]);
  }
  return parse(path, text);
}

function parse(path: string, text: string): IntentFile {
  const plain = plainJson(text);
  let placed = plain === undefined ? placedText(text) : undefined;
  if (placed !== undefined && placed.faults.length > 0) {
    throw new InputError(placed.faults.map((fault) => complaintAt(path, fault, fault.message)));
  }
  const { value } = plain ?? placed ?? { value: undefined };
  if (value === null || value === undefined) {
    throw new InputError([{ path, message: 'is empty; an intent file starts with "version: 1"' }]);
  }
  const complaint = (problem: Problem): Complaint => {
    placed ??= placedText(text);
    return complaintAt(path, placed.placeOf(problem), problem.message);
  };
  return { path, ...checkShape(value), complaint };
}

// YAML is loaded for a text that isn't JSON, and for the places of what is wrong.
function placedText(text: string): Text.PlacedText {
  const { PlacedText }: typeof Text = require("../../text/placed-text");
  return new PlacedText(text);
}

function complaintAt(path: string, position: { line: number; column: number }, message: string): Complaint {
  return { path, line: position.line, column: position.column, message: printable(message) };
}

function textOf(path: string): string {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      throw new InputError([{ path, message: "is a folder; --intent takes a YAML or JSON file" }]);
    }
    if (stat.size > LARGEST) {
      throw new InputError([
        { path, message: `is ${Math.ceil(stat.size / 2 ** 20)} MB large, so it is no intent file` },
      ]);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError([{ path, message: reasonOf(error) }]);
  }
}

function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === "ENOENT" ? "there is no such file" : `can't be read (${String(code ?? "unknown reason")})`;
}
