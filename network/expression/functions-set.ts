import { type Attribute, isList, isMark, Reference, UnknownAttribute } from "../resource";
import { isArray } from "./arguments";
import { ofOneType } from "./one-type";
import type { TerraformFunction } from "./terraform-function";
import { compareTexts, isPlain, ListOrSet, LooseSet, mayBeAnything, TerraformSet } from "./value";

/** Functions that make sets, or work on lists as sets. */
export const SET_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["toset", ([list]) => setOf(list)],
  ["distinct", ([list]) => distinct(list)],
  ["setunion", (sets) => (sets.every(isList) ? setOf(sets.flat()) : undefined)],
  ["setintersection", (sets) => common(sets)],
  ["setsubtract", ([set, other]) => without(set, other)],
  ["setproduct", (lists) => product(lists)],
]);

/** A set holds each value once, texts and numbers in order. Unknown elements may be equal, so then nothing is told. */
export function setOf(value: Attribute | undefined): TerraformSet | undefined {
  if (value instanceof TerraformSet) {
    return value;
  }
  const once = onceOf(value);
  if (once === undefined) {
    return undefined;
  }
  if (once.every((element) => typeof element === "string")) {
    return TerraformSet.from(once.map(String).sort(compareTexts));
  }
  if (once.every((element) => typeof element === "number")) {
    return TerraformSet.from(once.map(Number).sort((a, b) => a - b));
  }
  return once.length < 2 ? TerraformSet.from(once) : LooseSet.from(once);
}

function distinct(value: Attribute | undefined): readonly Attribute[] | undefined {
  return value instanceof LooseSet && value.length > 1 ? undefined : onceOf(value);
}

function onceOf(value: Attribute | undefined): readonly Attribute[] | undefined {
  const elements = isArray(value) ? ofOneType(value) : undefined;
  if (elements === undefined || (elements.length > 1 && !elements.every(isTold))) {
    return undefined;
  }
  const once = new Map<string, Attribute>();
  for (const element of elements) {
    const id = idOf(element);
    if (!once.has(id)) {
      once.set(id, element);
    }
  }
  return [...once.values()];
}

/** Whether it can be told that a value is equal to another one. Ids of two resources are two. */
function isTold(value: Attribute): boolean {
  return isPlain(value) || (value instanceof Reference && !mayBeAnything(value));
}

function idOf(element: Attribute): string {
  return element instanceof Reference
    ? `reference ${element.input} ${element.address} ${element.path.join(" ")}`
    : isMark(element)
      ? "mark"
      : JSON.stringify(element);
}

function common(sets: readonly Attribute[]): TerraformSet | undefined {
  const all = sets.map(setOf);
  if (!all.every((set) => set !== undefined && isPlain(set))) {
    return undefined;
  }
  const [first, ...others] = all.map((set) => setOf(set) ?? []);
  const ids = others.map((set) => new Set(set.map(idOf)));
  return isOfTexts(all) ? setOf((first ?? []).filter((one) => ids.every((other) => other.has(idOf(one))))) : undefined;
}

function without(set: Attribute | undefined, other: Attribute | undefined): TerraformSet | undefined {
  const [left, right] = [setOf(set), setOf(other)];
  if (left === undefined || right === undefined || !isPlain(left) || !isPlain(right) || !isOfTexts([left, right])) {
    return undefined;
  }
  const ids = new Set(right.map(idOf));
  return setOf(left.filter((one) => !ids.has(idOf(one))));
}

/** Sets of different types are made one type before they are compared. */
function isOfTexts(sets: readonly (TerraformSet | undefined)[]): boolean {
  return sets.every((set) => set?.every((one) => typeof one === "string"));
}

/** More than anybody goes through; memory is not to pay for a mistake. */
const MOST = 100_000;

function product(lists: readonly Attribute[]): Attribute | undefined {
  if (lists.length < 2 || !lists.every(isList) || lists.some((list) => list instanceof UnknownAttribute)) {
    return undefined;
  }
  const size = lists.reduce((count, list) => count * list.length, 1);
  if (size > MOST || lists.some((list) => list instanceof LooseSet && list.length > 1)) {
    return undefined;
  }
  const all = lists.reduce<readonly (readonly Attribute[])[]>(
    (tuples, list) => tuples.flatMap((tuple) => Array.from(list, (element) => [...tuple, element])),
    [[]],
  );
  const maybeSets = lists.every((list) => list instanceof TerraformSet || list instanceof ListOrSet);
  return maybeSets ? LooseSet.from(all) : all;
}
