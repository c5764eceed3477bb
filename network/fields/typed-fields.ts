import type { Field, Items } from "../field";
import { type Attribute, isList, type Reference, Secret, UnknownAttribute } from "../resource";
import { type Block, blocksOf, elementPath, type Found, hiddenAt, itself, pathOf, reasonOf } from "./block";

/** Reads a text attribute. Where it has a default, an empty text, which a state has where nobody wrote one, is the default. */
export function textField(block: Block, name: string, otherwise?: string): Field<string> {
  const found = find(block, name);
  const isLeftOut = otherwise !== undefined && found.state === "value" && found.value === "";
  return fieldOf(isLeftOut ? { state: "absent", path: found.path } : found, block, TEXT, otherwise);
}

/** Reads a text attribute that needn't be there. To the provider an empty text, which a state has, is the same. */
export function optionalTextField(block: Block, name: string): Field<string> {
  const field = textField(block, name);
  return field.state === "known" && field.value === "" ? { state: "absent", path: field.path } : field;
}

/** Reads a number, which may be written as text. */
export function numberField(block: Block, name: string, otherwise?: number): Field<number> {
  return fieldOf(find(block, name), block, NUMBER, otherwise);
}

/** Reads a boolean, which may be written as text. */
export function flagField(block: Block, name: string, otherwise?: boolean): Field<boolean> {
  return fieldOf(find(block, name), block, FLAG, otherwise);
}

/** Reads a list or set of texts. */
export function textItems(block: Block, name: string): Items<Field<string>> {
  return itemsOf(block, name, (found) => fieldOf(found, block, TEXT));
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

/** A type that the provider wants. */
interface Wanted<T> {
  /** What is wrong with a value of another type: `is not text`. */
  readonly otherwise: string;
  /** The value in that type; undefined where it can't be. */
  readonly from: (value: Scalar) => T | undefined;
}

function fieldOf<T>(found: Found<Scalar>, block: Block, wanted: Wanted<T>, otherwise?: T): Field<T> {
  const { path } = found;
  if (found.state === "absent") {
    return otherwise === undefined ? found : { state: "known", path, value: otherwise, written: false };
  }
  if (found.state === "unknown") {
    return found;
  }
  const value = wanted.from(found.value);
  return value === undefined
    ? { state: "unknown", path, unknown: itself(block, path, `${shown(found.value)} ${wanted.otherwise}`) }
    : { state: "known", path, value, written: true };
}

const TEXT: Wanted<string> = {
  otherwise: "is not text",
  from: (value) => {
    const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return plain ? String(value) : undefined;
  },
};

const NUMBER: Wanted<number> = {
  otherwise: "is not a number",
  from: (value) => {
    if (typeof value === "number") {
      return value;
    }
    // What Terraform's own conversion takes; Number() takes more, such as "" and "0x10".
    const text = typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? value : undefined;
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  },
};

const FLAG: Wanted<boolean> = {
  otherwise: "is not true or false",
  from: (value) => {
    if (typeof value === "boolean") {
      return value;
    }
    if (value === "true" || value === "1") {
      return true;
    }
    return value === "false" || value === "0" ? false : undefined;
  },
};

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
