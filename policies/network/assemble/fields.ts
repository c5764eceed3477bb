import type { Field, Items } from "../field";
import { type Attribute, type Reference, Secret, UnknownAttribute } from "../resource";
import { isList } from "./attribute";
import { type Block, blocksOf, elementPath, type Found, hiddenAt, itself, pathOf, reasonOf } from "./block";

/** Reads a text attribute. */
export function textField(block: Block, name: string, otherwise?: string): Field<string> {
  return fieldOf(find(block, name), block, asText, otherwise);
}

/** Reads a text attribute that needn't be there. To the provider an empty text, which a state has, is the same. */
export function optionalTextField(block: Block, name: string): Field<string> {
  const field = textField(block, name);
  return field.state === "known" && field.value === "" ? { state: "absent", path: field.path } : field;
}

/** Reads a number, which may be written as text. */
export function numberField(block: Block, name: string, otherwise?: number): Field<number> {
  return fieldOf(find(block, name), block, asNumber, otherwise);
}

/** Reads a boolean, which may be written as text. */
export function flagField(block: Block, name: string, otherwise?: boolean): Field<boolean> {
  return fieldOf(find(block, name), block, asFlag, otherwise);
}

/** Reads a list or set of texts. */
export function textItems(block: Block, name: string): Items<Field<string>> {
  return itemsOf(block, name, (found) => fieldOf(found, block, asText));
}

/** Reads a list of whatever `read` makes of an element. */
export function itemsOf<T>(block: Block, name: string, read: (element: Found<Scalar>) => T): Items<T> {
  const found = find(block, name);
  if (found.state === "unknown") {
    return { path: found.path, items: [], unknown: found.unknown };
  }
  if (found.state === "absent") {
    return { path: found.path, items: [] };
  }
  if (!isList(found.value)) {
    return { path: found.path, items: [], unknown: itself(block, found.path, `${shown(found.value)} is not a list`) };
  }
  const items = found.value.map((element, index) =>
    read(settle(block, elementPath(block, found.path, index), element)),
  );
  return { path: found.path, items };
}

/** Builds one item for each nested block of a name. */
export function blockItems<T>(block: Block, name: string, build: (block: Block) => T): Items<T> {
  const { path, blocks, unknown } = blocksOf(block, name);
  const items = blocks.map(build);
  return unknown === undefined ? { path, items } : { path, items, unknown };
}

/** A value without any mark. */
export type Scalar = Exclude<Attribute, UnknownAttribute | Reference | null>;

/** What stands under a name, references followed. */
export function find(block: Block, name: string): Found<Scalar> {
  return settle(block, pathOf(block, name), block.attributes[name]);
}

function settle(block: Block, path: string, attribute: Attribute | undefined): Found<Scalar> {
  const value = block.sources.value(attribute);
  if (value === undefined || value === null) {
    const unknown = hiddenAt(block, path);
    return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
  }
  if (value instanceof UnknownAttribute) {
    const unknown = reasonOf(block, path, value);
    return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
  }
  return { state: "value", path, value };
}

/** What came of turning a value into the type that the provider wants: the value, or why it can't be. */
type Coerced<T> = { readonly value: T } | { readonly problem: string };

function fieldOf<T>(
  found: Found<Scalar>,
  block: Block,
  coerce: (value: Scalar) => Coerced<T>,
  otherwise?: T,
): Field<T> {
  const { path } = found;
  if (found.state === "absent") {
    return otherwise === undefined ? found : { state: "known", path, value: otherwise, written: false };
  }
  if (found.state === "unknown") {
    return found;
  }
  const coerced = coerce(found.value);
  return "problem" in coerced
    ? { state: "unknown", path, unknown: itself(block, path, coerced.problem) }
    : { state: "known", path, value: coerced.value, written: true };
}

function asText(value: Scalar): Coerced<string> {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return plain ? { value: String(value) } : { problem: `${shown(value)} is not text` };
}

function asNumber(value: Scalar): Coerced<number> {
  if (typeof value === "number") {
    return { value };
  }
  // What Terraform's own conversion takes; Number() takes more, such as "" and "0x10".
  const text = typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? value : undefined;
  const number = Number(text);
  return Number.isFinite(number) ? { value: number } : { problem: `${shown(value)} is not a number` };
}

function asFlag(value: Scalar): Coerced<boolean> {
  if (typeof value === "boolean") {
    return { value };
  }
  if (value === "true" || value === "1") {
    return { value: true };
  }
  return value === "false" || value === "0" ? { value: false } : { problem: `${shown(value)} is not true or false` };
}

/** A wrong value in a message: short, and never a secret. */
function shown(value: Scalar): string {
  if (value instanceof Secret) {
    return "a secret";
  }
  if (typeof value === "string") {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  }
  return typeof value === "object" ? (isList(value) ? "a list" : "a block") : String(value);
}
