import {
  type Attribute,
  type AttributeObject,
  isList,
  isMark,
  isRecord,
  Reference,
  Secret,
  secretOf,
  UnknownAttribute,
} from "../resource";
import { numberOf } from "./operators";
import type { TerraformFunction } from "./terraform-function";
import { Failure, isPlain, isSame, textOf } from "./value";

/** Functions on lists, sets and maps. They work where the elements of what they are given are marked. */
export const COLLECTION_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["tolist", ([list]) => listOf(list)],
  ["toset", ([list]) => setOf(list)],
  ["tomap", ([map]) => recordOf(map)],
  ["concat", (lists) => joined(lists)],
  ["flatten", ([list]) => flattened(list)],
  ["one", ([list]) => one(list)],
  ["element", ([list, index]) => element(list, index)],
  ["length", ([value]) => length(value)],
  ["keys", ([map]) => (isObject(map) ? Object.keys(map).sort() : undefined)],
  ["values", ([map]) => (isObject(map) ? sortedKeys(map).map((key) => map[key] ?? null) : undefined)],
  ["lookup", ([map, key, otherwise]) => lookup(map, key, otherwise)],
  ["merge", (maps) => merged(maps)],
  ["zipmap", ([keys, values]) => zipped(keys, values)],
  ["reverse", ([list]) => listOf(list)?.toReversed()],
  ["slice", ([list, from, to]) => sliced(list, from, to)],
  ["compact", ([list]) => compacted(list)],
  ["distinct", ([list]) => setOf(list, false)],
  ["sort", ([list]) => sorted(list)],
  ["contains", ([list, value]) => contains(list, value)],
  ["coalesce", (values) => coalesced(values)],
  ["coalescelist", (lists) => coalescedList(lists)],
  ["try", (values) => tried(values)],
  ["can", ([value]) => (value instanceof Failure ? false : value !== undefined && !isMark(value) ? true : undefined)],
  ["sensitive", ([value]) => hidden(value)],
  // What is sensitive is shown from here on, as a literal is.
  ["nonsensitive", ([value]) => (value instanceof Secret ? new Secret("literal", value.facts) : value)],
]);

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

function isArray(value: Attribute | undefined): value is readonly Attribute[] {
  return value !== undefined && isList(value);
}

function isObject(value: Attribute | undefined): value is AttributeObject {
  return value !== undefined && isRecord(value);
}

function sortedKeys(map: AttributeObject): string[] {
  return Object.keys(map).sort();
}

function listOf(value: Attribute | undefined): Attribute[] | undefined {
  return isArray(value) ? [...value] : undefined;
}

function recordOf(value: Attribute | undefined): AttributeObject | undefined {
  return isObject(value) ? value : undefined;
}

/** A set holds each value once; one of strings is in order. Unknown elements may be equal, so then nothing is told. */
function setOf(value: Attribute | undefined, inOrder = true): readonly Attribute[] | undefined {
  if (!isArray(value)) {
    return undefined;
  }
  if (value.length > 1 && value.some((element) => element instanceof UnknownAttribute)) {
    return undefined;
  }
  const once: Attribute[] = [];
  const seen = new Set<string>();
  for (const element of value) {
    const id =
      element instanceof Reference ? `${element.input} ${element.address} ${element.path.join(" ")}` : undefined;
    const key = id ?? (isPlain(element) ? JSON.stringify(element) : `${seen.size}`);
    if (!seen.has(key)) {
      seen.add(key);
      once.push(element);
    }
  }
  const texts = once.every((element) => typeof element === "string") ? once.map(String) : undefined;
  return texts !== undefined && inOrder ? texts.sort() : once;
}

function joined(lists: readonly Attribute[]): readonly Attribute[] | undefined {
  return lists.every(isList) ? lists.flat() : undefined;
}

function flattened(value: Attribute | undefined): readonly Attribute[] | undefined {
  if (!isArray(value)) {
    return undefined;
  }
  const result: Attribute[] = [];
  for (const element of value) {
    if (element instanceof UnknownAttribute) {
      return undefined;
    }
    const inner = isList(element) ? flattened(element) : [element];
    if (inner === undefined) {
      return undefined;
    }
    result.push(...inner);
  }
  return result;
}

function one(value: Attribute | undefined): Attribute | undefined {
  if (value === null) {
    return null;
  }
  if (value === undefined || isMark(value)) {
    return undefined;
  }
  const elements = isList(value) ? value : [value];
  return elements.length > 1 ? new Failure({ decidedBy: ["one()"] }) : (elements[0] ?? null);
}

function element(list: Attribute | undefined, index: Attribute | undefined): Attribute | undefined {
  const at = index === undefined ? undefined : numberOf(index);
  // Terraform wraps around the end of the list.
  return isArray(list) && at !== undefined && list.length > 0 ? list.at(at % list.length) : undefined;
}

function length(value: Attribute | undefined): number | undefined {
  if (typeof value === "string") {
    return [...value].length;
  }
  return isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : undefined;
}

function lookup(
  map: Attribute | undefined,
  key: Attribute | undefined,
  otherwise: Attribute | undefined,
): Attribute | undefined {
  const name = key === undefined ? undefined : textOf(key);
  if (!isObject(map) || name === undefined) {
    return undefined;
  }
  return Object.hasOwn(map, name) ? map[name] : otherwise;
}

function merged(maps: readonly Attribute[]): AttributeObject | undefined {
  const told = maps.filter((map) => map !== null);
  return told.every(isRecord) ? Object.assign({}, ...told) : undefined;
}

function zipped(keys: Attribute | undefined, values: Attribute | undefined): AttributeObject | undefined {
  if (!isArray(keys) || !isArray(values) || keys.length !== values.length) {
    return undefined;
  }
  const names = keys.map(textOf);
  return names.every((name) => name !== undefined)
    ? Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]))
    : undefined;
}

function sliced(list: Attribute | undefined, from: Attribute | undefined, to: Attribute | undefined) {
  const [start, end] = [from, to].map((value) => (value === undefined ? undefined : numberOf(value)));
  return isArray(list) && start !== undefined && end !== undefined ? list.slice(start, end) : undefined;
}

function compacted(list: Attribute | undefined): readonly Attribute[] | undefined {
  const told = isArray(list) && !list.some((value) => value instanceof UnknownAttribute);
  return told ? list.filter((value) => value !== null && value !== "") : undefined;
}

function sorted(list: Attribute | undefined): readonly Attribute[] | undefined {
  return isArray(list) && list.every((value) => typeof value === "string") ? list.map(String).sort() : undefined;
}

function contains(list: Attribute | undefined, value: Attribute | undefined): boolean | undefined {
  if (!isArray(list) || value === undefined || !isPlain(value)) {
    return undefined;
  }
  const found = list.some((element) => isPlain(element) && isSame(element, value));
  return found ? true : isPlain(list) ? false : undefined;
}

function coalesced(values: readonly Attribute[]): Attribute | undefined {
  for (const value of values) {
    if (value instanceof UnknownAttribute) {
      return undefined;
    }
    if (value !== null && value !== "") {
      return value;
    }
  }
  return undefined;
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

function tried(values: readonly Attribute[]): Attribute | undefined {
  return values.find((value) => !(value instanceof Failure));
}
