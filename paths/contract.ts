import { literalPrefix, parsePrefix } from "../address/prefix";
import { maximalPrefixes, type Range, rangesOf, withoutAll } from "../routes/covering";
import { InputError } from "../text/complaint";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../text/json";
import { textOfFile } from "../text/text-file";
import type { RouteChange, Way } from "./changes";
import type { PathRoute, RouteOutcome } from "./report";

/** A path change that somebody means to make, as the JSON of `wanproof routes --diff` has it. */
export interface DeclaredChange {
  readonly direction: PathRoute["direction"];
  readonly from: string;
  readonly destination: string;
  readonly before: DeclaredWay | null;
  readonly after: DeclaredWay | null;
}

/** Which way packets go; the reason is not part of what is declared. */
export type DeclaredWay = Pick<Way, "outcome" | "via">;

/** How what changes differs from what is declared. */
export interface Breach {
  /** What changes, and nobody has declared. */
  readonly undeclared: readonly RouteChange[];
  /** What is declared, and doesn't happen. */
  readonly missing: readonly DeclaredChange[];
}

/** Holds what changes against what is declared, address by address: how prefixes are cut makes no difference. */
export function breachOf(changes: readonly RouteChange[], declared: readonly DeclaredChange[]): Breach {
  const [actual, meant] = [bySameChange(changes), bySameChange(declared)];
  return { undeclared: leftOf(actual, meant), missing: leftOf(meant, actual) };
}

interface Alike<T> {
  readonly sample: T;
  readonly ranges: Range[];
}

/** Addresses of the same place whose packets change in the same way. */
function bySameChange<T extends DeclaredChange>(changes: readonly T[]): ReadonlyMap<string, Alike<T>> {
  const found = new Map<string, Alike<T>>();
  for (const change of changes) {
    const { direction, from, before, after } = change;
    const key = JSON.stringify([direction, from, wayKey(before), wayKey(after)]);
    const alike = found.get(key) ?? { sample: change, ranges: [] };
    found.set(key, alike);
    alike.ranges.push(...rangesOf(literalPrefix(change.destination)));
  }
  return found;
}

function leftOf<T extends DeclaredChange>(
  changes: ReadonlyMap<string, Alike<T>>,
  others: ReadonlyMap<string, Alike<DeclaredChange>>,
): T[] {
  return [...changes].flatMap(([key, { sample, ranges }]) =>
    maximalPrefixes(withoutAll(ranges, others.get(key)?.ranges ?? [])).map((destination) => ({
      ...sample,
      destination,
    })),
  );
}

function wayKey(way: DeclaredWay | null) {
  return way === null ? null : [way.outcome, [...way.via].sort()];
}

/**
 * The changes that a file declares.
 * @throws InputError with everything that is wrong with it
 */
export function declaredIn(path: string): readonly DeclaredChange[] {
  const json = jsonOf(textOfFile(path, { noun: "file of path changes", insteadOfFolder: "name the file in it" }), path);
  const faults: string[] = [];
  const changes = isJsonObject(json) && json.version === 1 && isJsonArray(json.changes) ? json.changes : undefined;
  const declared = (changes ?? []).flatMap((change, at) => {
    const read = isJsonObject(change) ? changeIn(change) : "is no object";
    if (typeof read === "string") {
      faults.push(`changes[${at}] ${read}`);
      return [];
    }
    return [read];
  });
  if (changes === undefined) {
    faults.push("declares no path changes; wanproof routes --diff --write-expect FILE makes such a file");
  }
  if (faults.length > 0) {
    throw new InputError(faults.map((message) => ({ path, message })));
  }
  return declared;
}

function jsonOf(text: string, path: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError([
      { path, message: "is not JSON; wanproof routes --diff --write-expect FILE makes such a file" },
    ]);
  }
}

const DIRECTIONS: readonly PathRoute["direction"][] = ["to-onprem", "to-azure"];
const OUTCOMES: readonly RouteOutcome[] = ["encrypted", "clear", "dropped", "undecided", "inside"];

function changeIn({ direction: toward, from, destination, before, after }: JsonObject): DeclaredChange | string {
  const direction = DIRECTIONS.find((one) => one === toward);
  if (direction === undefined) {
    return `has a direction that is none: right would be ${DIRECTIONS.join(" or ")}`;
  }
  if (typeof from !== "string" || typeof destination !== "string") {
    return "has to name from and destination";
  }
  const prefix = parsePrefix(destination);
  if (!prefix.ok || prefix.value.family !== 4) {
    return `has the destination ${JSON.stringify(destination)}, which is no IPv4 prefix`;
  }
  const [old, now] = [wayIn(before), wayIn(after)];
  return old === undefined || now === undefined
    ? `has to say before and after, each with outcome (${OUTCOMES.join(", ")}) and via, or null`
    : { direction, from, destination, before: old, after: now };
}

function wayIn(json: Json | undefined): DeclaredWay | null | undefined {
  if (json === null || !isJsonObject(json)) {
    return json === null ? null : undefined;
  }
  const outcome = OUTCOMES.find((one) => one === json.outcome);
  const via = isJsonArray(json.via) ? json.via.filter((one) => typeof one === "string") : undefined;
  return outcome === undefined || via === undefined ? undefined : { outcome, via };
}
