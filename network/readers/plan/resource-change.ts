import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt, stringAt } from "../../../text/json";
import type { ResourceChange } from "../../resource";
import { writePath } from "../../traversal";

/** What an entry of `resource_changes` does to its resource; undefined where it leaves it as it is. */
export function changeIn(entry: JsonObject): ResourceChange | undefined {
  const { actions, before, after, after_unknown, replace_paths } = objectAt(entry, "change");
  const told = isJsonArray(actions) ? actions : [];
  if (told.includes("create") && !told.includes("delete")) {
    return { action: "created", forcedBy: [], changed: [], namesBefore: {} };
  }
  if (!told.includes("update") && !told.includes("create")) {
    return undefined;
  }
  return {
    action: told.includes("create") ? "replaced" : "updated",
    forcedBy: forcedBy(replace_paths, stringAt(entry, "action_reason")),
    changed: [...changedIn(before ?? null, after ?? null, after_unknown, [])].filter((path) => !ASIDE.test(path)),
    namesBefore: namesIn(before),
  };
}

/** Attributes that force a replacement; where none does, why Terraform says that it replaces: `tainted`. */
function forcedBy(paths: Json | undefined, reason: string | undefined): string[] {
  const told = isJsonArray(paths) ? paths.filter(isJsonArray) : [];
  const names = told.map((path) =>
    writePath(path.filter((step) => typeof step === "string" || typeof step === "number")),
  );
  const why = reason === undefined ? undefined : REASONS.get(reason);
  return names.length > 0 || why === undefined ? names : [why];
}

/** What makes no difference to what is built. */
const ASIDE = /^(?:tags|timeouts)\b/;

const REASONS: ReadonlyMap<string, string> = new Map([
  ["replace_because_tainted", "a failed apply left it tainted"],
  ["replace_by_request", "-replace asks for it"],
  ["replace_by_triggers", "replace_triggered_by asks for it"],
]);

/** Paths to what is other than before, or known after apply only. No value leaves here: it may be a secret. */
function* changedIn(
  before: Json,
  after: Json,
  unknown: Json | undefined,
  path: readonly (string | number)[],
): Iterable<string> {
  if (unknown === true) {
    yield writePath(path);
  } else if (isJsonObject(before) && isJsonObject(after)) {
    const mask = isJsonObject(unknown) ? unknown : {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(mask)])) {
      yield* changedIn(own(before, name), own(after, name), own(mask, name), [...path, name]);
    }
  } else if (isSet(before) && isSet(after)) {
    yield* differences(before, after, path);
  } else if (isJsonArray(before) && isJsonArray(after)) {
    const mask = isJsonArray(unknown) ? unknown : [];
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      yield* changedIn(before[index] ?? null, after[index] ?? null, mask[index], [...path, index]);
    }
  } else if (!isNothing(before, after) && JSON.stringify(before) !== JSON.stringify(after)) {
    yield writePath(path);
  }
}

/** Texts and numbers in a row: most are sets to the provider, so one that comes in changes no other. */
function isSet(value: Json): value is readonly Json[] {
  return isJsonArray(value) && value.length > 0 && value.every((one) => typeof one !== "object");
}

function differences(before: readonly Json[], after: readonly Json[], path: readonly (string | number)[]): Set<string> {
  const missing = (from: readonly Json[], other: readonly Json[]) =>
    from.flatMap((one, index) => (other.includes(one) ? [] : [writePath([...path, index])]));
  const found = [...missing(after, before), ...missing(before, after)];
  const isReordered = found.length === 0 && JSON.stringify(before) !== JSON.stringify(after);
  return new Set(isReordered ? [writePath(path)] : found);
}

function own(object: JsonObject, name: string): Json {
  return (Object.hasOwn(object, name) ? object[name] : undefined) ?? null;
}

/** A provider writes what nobody wrote as null, as an empty text or as an empty list, as it likes. */
function isNothing(...values: readonly Json[]): boolean {
  return values.every((value) => value === null || value === "" || (isJsonArray(value) && value.length === 0));
}

/** The names of nested blocks, in order, by block. */
function namesIn(before: Json | undefined): ResourceChange["namesBefore"] {
  const blocks = Object.entries(isJsonObject(before) ? before : {}).flatMap(([block, value]) => {
    const names = isJsonArray(value)
      ? value.flatMap((one) => (isJsonObject(one) ? (stringAt(one, "name") ?? []) : []))
      : [];
    return names.length === 0 ? [] : [[block, names] as const];
  });
  return Object.fromEntries(blocks);
}
