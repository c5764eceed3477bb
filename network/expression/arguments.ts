import { type Attribute, type AttributeObject, isList, isRecord } from "../resource";
import { numberOf } from "./operators";
import type { TerraformFunction } from "./terraform-function";
import { textOf } from "./value";

export function isArray(value: Attribute | undefined): value is readonly Attribute[] {
  return value !== undefined && isList(value);
}

export function isObject(value: Attribute | undefined): value is AttributeObject {
  return value !== undefined && isRecord(value);
}

/** The text that an argument gives, which may be a number or a boolean; undefined for anything else. */
export function textIn(value: Attribute | undefined): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

export function numberIn(value: Attribute | undefined): number | undefined {
  return value === undefined ? undefined : numberOf(value);
}

export function wholeNumberIn(value: Attribute | undefined): number | undefined {
  const number = numberIn(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

/** The texts of a list whose elements are all told. */
export function textsIn(value: Attribute | undefined): readonly string[] | undefined {
  const texts = isArray(value) ? value.map(textOf) : [undefined];
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** A function of texts. */
export function onTexts(count: number, apply: (...texts: string[]) => Attribute | undefined): TerraformFunction {
  return (args) => {
    const texts = args.map(textOf);
    return texts.length === count && texts.every((text) => text !== undefined) ? apply(...texts) : undefined;
  };
}
