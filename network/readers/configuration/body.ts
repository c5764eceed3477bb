import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";
import { type Block, type Blocks, blockNamed, blocksOf } from "../../input/blocks";
import { put } from "../../input/put";
import { isSecretName } from "../../input/secret";
import { topLevelNames } from "../../ledger/ledger";
import { type Attribute, type AttributeObject, isList, isRecord, secretOf, UnknownAttribute } from "../../resource";
import { objects } from "./declarations";
import { withIgnoredChanges } from "./ignored-changes";
import type { Instance } from "./instance";
import type { Bindings, Module } from "./module";
import { entriesOf, unknownOf } from "./repetition";
import { secretValue } from "./secret-value";
import { statedAttributes } from "./statements";

/** What Terraform itself takes from a resource: no attributes of it. */
const META_ARGUMENTS: ReadonlySet<string> = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "dynamic",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
  "timeouts",
]);

/** One resource or block on its way from JSON to attributes. */
interface Holder {
  readonly raw: JsonObject;
  readonly blocks: Blocks;
  readonly place: string;
  readonly bindings: Bindings;
}

/** All that the body of a resource tells of an instance: what is written, and what its conditions state. */
export function readBody(module: Module, instance: Instance): AttributeObject {
  const { declared, address, bindings } = instance;
  const raw = declared.body;
  const blocks = blocksOf(declared.type);
  const told = readHolder(module, { raw, blocks, place: address, bindings });
  const hasLifecycle = isJsonObject(raw.lifecycle) || isJsonArray(raw.lifecycle);
  if (!hasLifecycle) {
    return told;
  }
  const written = withIgnoredChanges(told, raw, address, topLevelNames(declared.type));
  const stated = statedAttributes(raw, (other) => module.evaluate(other, "", `${address}.lifecycle`, bindings));
  const more = [...stated].filter(([name]) => isOpen(written, name) && !isSecretName(name));
  return more.length === 0 ? written : { ...written, ...Object.fromEntries(more) };
}

/** Not written, or written as something that can't be told. */
function isOpen(written: AttributeObject, name: string): boolean {
  return !Object.hasOwn(written, name) || written[name] instanceof UnknownAttribute;
}

function readHolder(module: Module, holder: Holder): AttributeObject {
  const { raw, blocks, place, bindings } = holder;
  const attributes: Record<string, Attribute> = {};
  for (const name of Object.keys(raw)) {
    const value = raw[name];
    if (value === undefined || META_ARGUMENTS.has(name)) {
      continue;
    }
    const block = blockNamed(blocks, name);
    const at = `${place}.${name}`;
    if (isSecretName(name)) {
      put(attributes, name, secretValue(module, value, at, bindings));
    } else if (block === undefined) {
      put(attributes, name, withoutSecrets(module.value(value, at, bindings)));
    } else if (value !== null) {
      put(attributes, name, readBlocks(module, block, value, at, bindings));
    }
  }
  for (const [name, block] of Object.entries(raw.dynamic === undefined ? {} : dynamicBlocks(raw.dynamic))) {
    const shape = blockNamed(blocks, name);
    const made = block.flatMap((one) =>
      readDynamic(module, { ...holder, raw: one, place: `${place}.${name}` }, name, shape),
    );
    put(attributes, name, withMore(attributes[name], made));
  }
  return attributes;
}

/** A map, such as tags, may hold a secret under a name that says so. */
function withoutSecrets(value: Attribute): Attribute {
  if (!isRecord(value) || !Object.keys(value).some(isSecretName)) {
    return value;
  }
  const entries = Object.entries(value).map(([name, inner]): [string, Attribute] => {
    const isOpen = isSecretName(name) && typeof inner === "string";
    return [name, isOpen ? secretOf("literal", inner) : inner];
  });
  return Object.fromEntries(entries);
}

/** A block may be written once or many times, or, where it is an attribute to the provider, be an expression. */
function readBlocks(module: Module, block: Block, value: Json, place: string, bindings: Bindings): Attribute {
  const elements = isJsonArray(value) ? value : [value];
  if (!elements.every(isJsonObject)) {
    return normalised(module.value(value, place, bindings));
  }
  return elements.map((raw, index) =>
    readHolder(module, { raw, blocks: block.blocks, place: `${place}[${index}]`, bindings }),
  );
}

function normalised(value: Attribute): Attribute {
  return isRecord(value) ? [value] : value;
}

function dynamicBlocks(dynamic: Json): Readonly<Record<string, readonly JsonObject[]>> {
  const all = objects(dynamic).flatMap((one) => Object.entries(one));
  const names = [...new Set(all.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, all.flatMap(([other, raw]) => (other === name ? objects(raw) : []))]),
  );
}

/** The blocks that one `dynamic` makes, or the one unknown that says why they can't be told. */
function readDynamic(
  module: Module,
  { raw, place, bindings }: Holder,
  name: string,
  block: Block | undefined,
): readonly Attribute[] {
  const over = module.value(raw.for_each ?? null, `${place}.for_each`, bindings);
  const entries = isList(over) ? over.map((value, index) => [index, value] as const) : entriesOf(over);
  if (entries === undefined) {
    return [unknownOf(over, `${place}.for_each`)];
  }
  const iterator = typeof raw.iterator === "string" ? raw.iterator : name;
  return entries.flatMap(([key, value], index) =>
    objects(raw.content).map((content) =>
      readHolder(module, {
        raw: content,
        blocks: block?.blocks ?? {},
        place: `${place}[${index}]`,
        bindings: new Map([...bindings, [iterator, { key, value }]]),
      }),
    ),
  );
}

/** Joins blocks that are written with those that a dynamic block makes: one that can't be told makes all of them unknown. */
function withMore(written: Attribute | undefined, made: readonly Attribute[]): Attribute {
  const all = [...(written === undefined ? [] : isList(written) ? written : [written]), ...made];
  return all.find((one) => one instanceof UnknownAttribute) ?? all;
}
