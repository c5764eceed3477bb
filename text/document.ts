import { byPlace, type Complaint, complaintAt, InputError, type Position } from "./complaint";
import { isDeep } from "./depth";
import type * as Placed from "./placed-text";
import type { Place, Problem } from "./problem";
import { quickJson } from "./quick-json";

/** A YAML or JSON text that somebody wrote. */
export interface Document {
  /** What it says. Never null and never undefined. */
  readonly value: unknown;
  /** Where a part of it stands, or the nearest part around it. */
  readonly placeOf: (place: Place) => Position;
  /** A complaint about a part of it, at its line. */
  readonly complaint: (problem: Problem) => Complaint;
}

/**
 * Reads YAML, or JSON, which YAML contains. What it says may be anything.
 *
 * @param path how complaints call it
 * @param noun what it is meant to be: `intent file`
 * @throws InputError where it is neither, or empty, with every reason
 */
export function readDocument(path: string, text: string, noun: string): Document {
  if (isDeep(text)) {
    throw new InputError([{ path, message: `is nested too deeply, so it is no ${noun}` }]);
  }
  const json = quickJson(text);
  let placed = json === undefined ? placedText(path, text) : undefined;
  const { value } = json ?? placed ?? { value: undefined };
  if (value === null || value === undefined) {
    throw new InputError([{ path, message: `is empty; ${withArticle(noun)} starts with "version: 1"` }]);
  }
  const placeOf = (place: Place): Position => {
    placed ??= placedText(path, text);
    return placed.placeOf(place);
  };
  return { value, placeOf, complaint: (problem) => complaintAt(path, placeOf(problem), problem.message) };
}

function placedText(path: string, text: string): Placed.PlacedText {
  if (/^%YAML\s+1\.[01]/m.test(text)) {
    throw new InputError([{ path, line: 1, column: 1, message: "YAML 1.2 is expected; remove the %YAML line" }]);
  }
  const placed = new (thePlaced().PlacedText)(text);
  if (placed.faults.length > 0) {
    throw new InputError(placed.faults.map((fault) => complaintAt(path, fault, fault.message)).sort(byPlace));
  }
  return placed;
}

// YAML is loaded for a text that isn't JSON, and for the places of what is wrong.
const thePlaced = (): typeof Placed => require("./placed-text");

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
