import { isJsonArray, isJsonObject, type Json } from "../../../../text/json";
import { addressOf, ListOrSet, LooseSet } from "../../../expression/value";
import { blockNamed, blocksOf } from "../../../input/blocks";
import { isSecretName, isSecretStore } from "../../../input/secret";
import { type Attribute, isRecord, Reference, Secret, UnknownAttribute } from "../../../resource";
import type { Planned } from "../planned";

type Path = readonly (string | number)[];

/** What a plan tells of one place in a resource: its value, and what of that is unknown or sensitive. */
interface Told {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
}

/**
 * A value of a planned resource, as an expression that refers to it sees it: what the plan knows as it is, and what it
 * doesn't know as a reference to that very place. Sensitive values are closed.
 */
export function plannedAttribute(planned: Planned, input: string, path: Path): Attribute {
  const [name] = path;
  if (typeof name === "string" && isSecretStore(planned.type, name)) {
    return new Secret("sensitive");
  }
  const whole: Told = { value: planned.values, unknown: planned.unknown, sensitive: planned.sensitive };
  return attributeOf(path.reduce(childOf, whole), planned, input, path);
}

/** A reference to a place in a planned resource. */
export function referenceTo({ address }: Planned, input: string, path: Path): Reference {
  return new Reference(address, input, path, addressOf({ address, path }));
}

function attributeOf(told: Told, planned: Planned, input: string, path: Path): Attribute {
  const { value, unknown, sensitive } = told;
  const name = path.at(-1);
  if (sensitive === true || (typeof name === "string" && isSecretName(name))) {
    return new Secret("sensitive");
  }
  if (unknown === true) {
    return referenceTo(planned, input, path);
  }
  const inside = (step: string | number) => attributeOf(childOf(told, step), planned, input, [...path, step]);
  if (isJsonArray(value)) {
    const elements = value.map((_, index) => inside(index));
    return elements.every(isRecord) ? listOfBlocks(elements, planned.type, path) : ListOrSet.from(elements);
  }
  if (isJsonObject(value) || isJsonObject(unknown)) {
    const names = new Set([...namesIn(value), ...namesIn(unknown)]);
    return Object.fromEntries([...names].map((inner) => [inner, inside(inner)]));
  }
  return value === undefined
    ? new UnknownAttribute({ decidedBy: [addressOf({ address: planned.address, path })] })
    : value;
}

function listOfBlocks(elements: readonly Attribute[], type: string, path: Path): Attribute {
  const names = path.filter((step) => typeof step === "string");
  const inside = names.slice(0, -1).reduce((blocks, name) => blockNamed(blocks, name)?.blocks ?? {}, blocksOf(type));
  const block = blockNamed(inside, names.at(-1) ?? "");
  // An attribute that holds objects may be a set as well.
  return block?.unordered === false ? elements : LooseSet.from(elements);
}

function childOf({ value, unknown, sensitive }: Told, step: string | number): Told {
  return { value: partOf(value, step), unknown: markOf(unknown, step), sensitive: markOf(sensitive, step) };
}

function partOf(value: Json | undefined, step: string | number): Json | undefined {
  if (isJsonArray(value)) {
    return value[Number(step)];
  }
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function markOf(mask: Json | undefined, step: string | number): Json | undefined {
  return mask === true ? true : partOf(mask, step);
}

function namesIn(value: Json | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
