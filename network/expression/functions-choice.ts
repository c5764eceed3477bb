import { type Attribute, isList, isMark, Secret, secretOf, UnknownAttribute } from "../resource";
import { isObject, textIn } from "./arguments";
import { ofOneType } from "./one-type";
import type { TerraformFunction } from "./terraform-function";
import { fails, isPlain, mayBeAnything, textOf } from "./value";

/** Functions that choose among what they are given, or hide it. */
export const CHOICE_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["lookup", ([map, key, otherwise]) => lookup(map, key, otherwise)],
  ["coalesce", (values) => coalesced(values)],
  ["coalescelist", (lists) => coalescedList(lists)],
  ["try", (values) => values.find((value) => !fails(value))],
  ["can", ([value]) => can(value)],
  ["sensitive", ([value]) => hidden(value)],
  // What is sensitive is shown from here on, as a literal is.
  ["nonsensitive", ([value]) => (value instanceof Secret ? new Secret("literal", value.facts) : value)],
]);

function lookup(
  map: Attribute | undefined,
  key: Attribute | undefined,
  otherwise: Attribute | undefined,
): Attribute | undefined {
  const name = textIn(key);
  if (!isObject(map) || name === undefined) {
    return undefined;
  }
  return Object.hasOwn(map, name) ? map[name] : otherwise;
}

function coalesced(values: readonly Attribute[]): Attribute | undefined {
  const at = values.findIndex((value) => value !== null && value !== "");
  const first = values[at];
  if (first === undefined || first instanceof UnknownAttribute || mayBeAnything(first)) {
    return undefined;
  }
  // All arguments are made one type.
  return isPlain(first) ? ofOneType(values.filter((value) => value === first || isPlain(value)))?.find(isThere) : first;
}

function isThere(value: Attribute): boolean {
  return value !== null && value !== "";
}

function coalescedList(lists: readonly Attribute[]): Attribute | undefined {
  for (const list of lists) {
    if (isMark(list)) {
      return undefined;
    }
    if (isList(list) && list.length > 0) {
      return list;
    }
  }
  return undefined;
}

function can(value: Attribute | undefined): boolean | undefined {
  if (value === undefined) {
    return undefined;
  }
  return fails(value) ? false : isPlain(value) ? true : undefined;
}

/** A literal is read where it stands, whatever hides it later. So is a variable, whose own mark says how it is shown. */
function hidden(value: Attribute | undefined): Attribute | undefined {
  if (value === undefined || value instanceof Secret || value === null) {
    return value;
  }
  if (isPlain(value)) {
    const text = textOf(value);
    return text === undefined ? new Secret("literal") : secretOf("literal", text);
  }
  const ofVariables =
    value instanceof UnknownAttribute && value.unknown.decidedBy.every((one) => one.startsWith("var."));
  return ofVariables ? value : new Secret("sensitive");
}
