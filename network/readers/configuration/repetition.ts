import { numberOf } from "../../expression/operators";
import { textOf, unknownFrom } from "../../expression/value";
import { type Attribute, isList, isMark, isRecord, Secret, UnknownAttribute } from "../../resource";
import type { Declared } from "./declarations";
import type { Module } from "./module";

/** How `count` and `for_each` repeat a resource. */
export type Keys =
  | { readonly kind: "single" }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "each"; readonly entries: readonly (readonly [string, Attribute])[] }
  | { readonly kind: "unknown"; readonly unknown: UnknownAttribute };

/** More instances than any such network has: whoever writes that made a mistake, and memory is not to pay for it. */
const MOST = 100_000;

/** The keys of the instances that a resource will have. */
export function keysOf(declared: Declared, module: Module): Keys {
  const { body } = declared;
  const base = module.placeOf(declared.base);
  if (body.count !== undefined && body.count !== null) {
    const value = module.value(body.count, `${base}.count`);
    const count = numberOf(value);
    return count !== undefined && Number.isInteger(count) && count >= 0 && count <= MOST
      ? { kind: "count", count }
      : { kind: "unknown", unknown: unknownOf(value, `${base}.count`) };
  }
  if (body.for_each !== undefined && body.for_each !== null) {
    const value = module.value(body.for_each, `${base}.for_each`);
    const entries = entriesOf(value);
    return entries === undefined
      ? { kind: "unknown", unknown: unknownOf(value, `${base}.for_each`) }
      : { kind: "each", entries };
  }
  return { kind: "single" };
}

/** Keys and values of what `for_each` goes through; undefined where they can't be told. */
export function entriesOf(value: Attribute): readonly (readonly [string, Attribute])[] | undefined {
  if (isList(value)) {
    const keys = value.map(textOf);
    return keys.every((key) => key !== undefined) ? keys.map((key) => [key, key] as const) : undefined;
  }
  if (!isRecord(value)) {
    return undefined;
  }
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Why a value that is not what was asked for can't be told. */
export function unknownOf(value: Attribute, place: string): UnknownAttribute {
  if (value instanceof UnknownAttribute) {
    return value;
  }
  const unknown = isMark(value) && !(value instanceof Secret) ? unknownFrom([value], place) : undefined;
  return unknown instanceof UnknownAttribute ? unknown : new UnknownAttribute({ decidedBy: [place] });
}
