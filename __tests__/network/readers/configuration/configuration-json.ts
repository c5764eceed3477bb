import { addressOf } from "../../../../network/expression/value";
import type { Reading } from "../../../../network/input/reading";
import { readConfigurations } from "../../../../network/readers/configuration/read-configuration";
import type { StackFiles } from "../../../../network/readers/configuration/stack-files";
import { type AttributeObject, Reference, UnknownAttribute } from "../../../../network/resource";
import type { JsonObject } from "../../../../text/json";

export const STACK = "out/stacks/weu";

/** One stack, as its files hold it. */
export function stack(content: JsonObject, rest: Partial<StackFiles> = {}): StackFiles {
  return { path: STACK, names: ["weu"], files: [], root: "out", contents: [content], sources: undefined, ...rest };
}

export function readOne(content: JsonObject, rest: Partial<StackFiles> = {}): Reading {
  const [reading] = readConfigurations([stack(content, rest)]);
  if (reading === undefined) {
    throw new Error("nothing was read");
  }
  return reading;
}

/** The attributes of every resource, by address. */
export function attributesOf(content: JsonObject): Readonly<Record<string, AttributeObject>> {
  return Object.fromEntries(readOne(content).resources.map(({ address, attributes }) => [address, attributes]));
}

/** A reference as it is read, to an instance of `input`. */
export function reference(address: string, path: readonly (string | number)[], input: string = STACK): Reference {
  return new Reference(address, input, path, addressOf(new Reference(address, input, path, "")));
}

export function unknown(expression: string | undefined, ...decidedBy: string[]): UnknownAttribute {
  return new UnknownAttribute({ decidedBy, ...(expression === undefined ? {} : { expression }) });
}
