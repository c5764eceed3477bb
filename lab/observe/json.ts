import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../text/json";
import { LabError } from "../system/lab-error";

/** @throws LabError where a text is no JSON of this kind: odd output is never taken for an empty list */
export function objectIn(text: string, what: string): JsonObject {
  const value = valueIn(text, what);
  if (!isJsonObject(value)) {
    throw new LabError([`${what} is no object: ${text.slice(0, 200)}`]);
  }
  return value;
}

/** The same of a list. */
export function objectsIn(text: string, what: string): readonly JsonObject[] {
  const value = valueIn(text, what);
  if (!isJsonArray(value) || !value.every(isJsonObject)) {
    throw new LabError([`${what} is no list of objects: ${text.slice(0, 200)}`]);
  }
  return value;
}

function valueIn(text: string, what: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw new LabError([`${what} is no JSON: ${text.slice(0, 200) || "nothing"}`]);
  }
}
