/** A parsed JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A parsed JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The object under a name, or an empty one: what is missing in a file reads as nothing there. */
export function objectAt(holder: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return isJsonObject(value) ? value : NOTHING;
}

/** The objects of the array under a name. */
export function objectsAt(holder: JsonObject, name: string): readonly JsonObject[] {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

export function stringAt(holder: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

const NOTHING: JsonObject = {};

/** Whether two values are the same JSON, in whatever order keys are. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: Json | undefined): Json | undefined {
  if (isJsonArray(value)) {
    return value.map((element) => ordered(element) ?? null);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]): [string, Json] => [name, ordered(inner) ?? null]));
}
