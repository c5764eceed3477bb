import { type Attribute, type AttributeObject, isList, isMark, isRecord, UnknownAttribute } from "../resource";
import { isArray, isObject, textsIn, wholeNumberIn } from "./arguments";
import { ofOneType } from "./one-type";
import type { TerraformFunction } from "./terraform-function";
import { compareTexts, Failure, isPlain, isSame, LooseSet, mayBeAnything, TerraformSet } from "./value";

/** Functions on lists and maps. They work where the elements of what they are given are marked. */
export const COLLECTION_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["tolist", ([list]) => listOf(list)],
  ["tomap", ([map]) => mapOf(map)],
  ["concat", (lists) => joined(lists)],
  ["flatten", ([list]) => flattened(list)],
  ["one", ([list]) => one(list)],
  ["element", ([list, index]) => element(list, index)],
  ["index", ([list, value]) => indexIn(list, value)],
  ["length", ([value]) => length(value)],
  ["keys", ([map]) => (isObject(map) ? sortedKeys(map) : undefined)],
  ["values", ([map]) => (isObject(map) ? sortedKeys(map).map((key) => map[key] ?? null) : undefined)],
  ["merge", (maps) => merged(maps)],
  ["zipmap", ([keys, values]) => zipped(keys, values)],
  ["reverse", ([list]) => (list instanceof TerraformSet ? undefined : listOf(list)?.toReversed())],
  ["slice", ([list, from, to]) => sliced(list, from, to)],
  ["chunklist", ([list, size]) => chunks(list, size)],
  ["compact", ([list]) => compacted(list)],
  ["sort", ([list]) => textsIn(list)?.toSorted(compareTexts)],
  ["contains", ([list, value]) => contains(list, value)],
  ["alltrue", ([list]) => every(list, true)],
  ["anytrue", ([list]) => every(list, false)],
  ["transpose", ([map]) => transposed(map)],
]);

function sortedKeys(map: AttributeObject): string[] {
  return Object.keys(map).sort(compareTexts);
}

/** The elements of a list or set; undefined where their order isn't told. */
function inOrder(value: Attribute | undefined): readonly Attribute[] | undefined {
  return isArray(value) && !(value instanceof LooseSet && value.length > 1) ? Array.from(value) : undefined;
}

function listOf(value: Attribute | undefined): readonly Attribute[] | undefined {
  const elements = inOrder(value);
  return elements === undefined ? undefined : ofOneType(elements);
}

function mapOf(value: Attribute | undefined): AttributeObject | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const names = Object.keys(value);
  const values = ofOneType(names.map((name) => value[name] ?? null));
  return values === undefined ? undefined : Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]));
}

function joined(lists: readonly Attribute[]): readonly Attribute[] | undefined {
  // A set is none of what Terraform joins.
  return lists.every((list) => isList(list) && !(list instanceof TerraformSet)) ? lists.flat() : undefined;
}

function flattened(value: Attribute | undefined): readonly Attribute[] | undefined {
  const elements = inOrder(value);
  if (elements === undefined) {
    return undefined;
  }
  const result: Attribute[] = [];
  for (const element of elements) {
    if (element instanceof UnknownAttribute || mayBeAnything(element)) {
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
  const at = wholeNumberIn(index);
  // Terraform wraps around the end of the list.
  const isTold = isArray(list) && !(list instanceof TerraformSet) && list.length > 0;
  return isTold && at !== undefined && at >= 0 ? list.at(at % list.length) : undefined;
}

function indexIn(list: Attribute | undefined, value: Attribute | undefined): number | undefined {
  if (!isArray(list) || list instanceof TerraformSet || !isPlain(list) || value === undefined || !isPlain(value)) {
    return undefined;
  }
  const at = list.findIndex((one) => isSame(one, value));
  return at < 0 ? undefined : at;
}

function length(value: Attribute | undefined): number | undefined {
  if (typeof value === "string") {
    return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(value)].length;
  }
  return isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : undefined;
}

function merged(maps: readonly Attribute[]): AttributeObject | undefined {
  const told = maps.filter((map) => map !== null);
  return told.every(isRecord) ? Object.fromEntries(told.flatMap((map) => Object.entries(map))) : undefined;
}

function zipped(keys: Attribute | undefined, values: Attribute | undefined): AttributeObject | undefined {
  const names = textsIn(keys);
  const elements = inOrder(values);
  return names === undefined || elements === undefined || names.length !== elements.length
    ? undefined
    : Object.fromEntries(names.map((name, index) => [name, elements[index] ?? null]));
}

function sliced(list: Attribute | undefined, from: Attribute | undefined, to: Attribute | undefined) {
  const [start, end] = [wholeNumberIn(from), wholeNumberIn(to)];
  const isTold = isArray(list) && !(list instanceof TerraformSet) && start !== undefined && end !== undefined;
  return isTold && start >= 0 && start <= end && end <= list.length ? list.slice(start, end) : undefined;
}

function chunks(list: Attribute | undefined, size: Attribute | undefined): readonly Attribute[] | undefined {
  const step = wholeNumberIn(size);
  if (!isArray(list) || list instanceof TerraformSet || step === undefined || step < 1) {
    return undefined;
  }
  const starts = Array.from({ length: Math.ceil(list.length / step) }, (_, index) => index * step);
  return starts.map((start) => list.slice(start, start + step));
}

function compacted(list: Attribute | undefined): readonly Attribute[] | undefined {
  const elements = inOrder(list);
  const isTold = elements?.every((value) => !(value instanceof UnknownAttribute) && !mayBeAnything(value));
  return isTold === true ? elements?.filter((value) => value !== null && value !== "") : undefined;
}

function contains(list: Attribute | undefined, value: Attribute | undefined): boolean | undefined {
  if (!isArray(list) || value === undefined || !isPlain(value) || isList(value) || isRecord(value)) {
    return undefined;
  }
  const found = list.some((element) => isPlain(element) && isSame(element, value));
  // In a list of texts a number would be compared as a text.
  const isOneType = list.every((element) => element === null || typeof element === typeof value);
  return found ? true : isPlain(list) && isOneType ? false : undefined;
}

function every(list: Attribute | undefined, wanted: boolean): boolean | undefined {
  if (!isArray(list)) {
    return undefined;
  }
  if (list.includes(!wanted)) {
    return list.every((element) => !(element instanceof Failure)) ? !wanted : undefined;
  }
  return list.every((element) => element === wanted) ? wanted : undefined;
}

function transposed(map: Attribute | undefined): AttributeObject | undefined {
  if (!isObject(map)) {
    return undefined;
  }
  const pairs = sortedKeys(map).map((key) => [key, textsIn(map[key])] as const);
  const names = new Map<string, string[]>();
  for (const [key, texts] of pairs) {
    for (const text of texts ?? []) {
      names.set(text, [...(names.get(text) ?? []), key]);
    }
  }
  return pairs.every(([, texts]) => texts !== undefined) ? Object.fromEntries(names) : undefined;
}
