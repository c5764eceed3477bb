import { phrase } from "../../network/facts/called/phrase";
import type { Field } from "../../network/field";
import { type Block, blocksOf } from "../../network/fields/block";
import { find, numberField, textField, textItems } from "../../network/fields/typed-fields";
import { isList } from "../../network/resource";
import { example } from "./examples/value-accepted";
import { at, violation } from "./judgement";
import { managedBlocks } from "./reasoning/resource-blocks";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";
import { type Accepted, type AcceptedValues, wordingOf } from "./values/accepted";
import { ACCEPTED_VALUES } from "./values/table";

/** Values are ones that the provider takes, also where Terraform doesn't look. */
export const valueAccepted: Rule = {
  id: "value-accepted",
  level: "error",
  section: "Values",
  what: "Every value is one that the provider takes, also in blocks that hold references.",
  why: "Terraform's validate and plan skip every check of a top-level block in which anything is still unknown, so a wrong value in such a block fails in the middle of apply.",
  page: "https://learn.microsoft.com/azure/developer/terraform",
  example,
  scope: "resource",
  *judge(network) {
    for (const [type, values] of ACCEPTED_VALUES) {
      const shape = shapeOf(values);
      for (const block of managedBlocks(network, type)) {
        yield* judgeBlock(block, shape);
      }
    }
  },
};

/** The table of a resource type, block by block. */
interface Shape {
  readonly attributes: Map<string, Accepted>;
  readonly blocks: Map<string, Shape>;
}

function shapeOf(values: AcceptedValues): Shape {
  const shape = emptyShape();
  for (const [path, accepted] of Object.entries(values)) {
    const names = path.split(".");
    const name = names.pop() ?? path;
    const inner = names.reduce((outer, block) => shapeIn(outer, block), shape);
    inner.attributes.set(name, accepted);
  }
  return shape;
}

function shapeIn({ blocks }: Shape, name: string): Shape {
  const known = blocks.get(name) ?? emptyShape();
  blocks.set(name, known);
  return known;
}

function emptyShape(): Shape {
  return { attributes: new Map(), blocks: new Map() };
}

function* judgeBlock(block: Block, shape: Shape): Iterable<Judgement> {
  for (const [name, accepted] of shape.attributes) {
    if (isThere(block, name)) {
      yield* judgeAttribute(block, name, accepted);
    }
  }
  for (const [name, inner] of shape.blocks) {
    if (!isThere(block, name)) {
      continue;
    }
    const { path, blocks, unknown } = blocksOf(block, name);
    for (const one of blocks) {
      yield* judgeBlock(one, inner);
    }
    if (unknown !== undefined) {
      const message = phrase`what ${path} of ${block} holds can't be told, nor whether the provider takes it`;
      yield cannotTell(at(block, path), unknown, message);
    }
  }
}

/** Most of what may be written isn't. */
function isThere({ attributes, hidden }: Block, name: string): boolean {
  const value = attributes[name];
  return (value !== undefined && value !== null) || hidden !== undefined;
}

function* judgeAttribute(block: Block, name: string, accepted: Accepted): Iterable<Judgement> {
  const found = find(block, name);
  if (found.state === "value" && isList(found.value)) {
    for (const field of textItems(block, name).items) {
      yield* judgeField(block, name, field, accepted);
    }
  } else {
    const read = accepted.kind === "range" ? numberField : textField;
    yield* judgeField(block, name, read(block, name), accepted);
  }
}

function* judgeField(
  block: Block,
  name: string,
  field: Field<string | number>,
  accepted: Accepted,
): Iterable<Judgement> {
  const place = at(block, field.path);
  const of = phrase`${name} of ${block}`;
  if (field.state === "unknown") {
    yield cannotTell(place, field.unknown, phrase`${of} is unknown, so it may be no value that the provider takes`);
  } else if (field.state === "known" && !accepts(accepted, field.value) && !isUnset(block, field.value, accepted)) {
    yield violation(place, {
      message: phrase`${of} is ${shown(field.value)}, which the provider refuses`,
      remedy: phrase`Use ${wordingOf(accepted)}.`,
      evidence: { value: field.value },
    });
  }
}

/** What exists already has empty values where nobody wrote any. */
function isUnset({ resource }: Block, value: string | number, { optional }: Accepted): boolean {
  return optional && (value === "" || value === 0) && typeof resource.attributes.id === "string";
}

function accepts(accepted: Accepted, value: string | number): boolean {
  if (accepted.kind === "one of") {
    return accepted.values.includes(String(value));
  }
  const { least, most, whole } = accepted;
  return typeof value === "number" && least <= value && value <= most && (!whole || Number.isInteger(value));
}

function shown(value: string | number): string {
  return typeof value === "string"
    ? JSON.stringify(value.length > 60 ? phrase`${value.slice(0, 57)}...` : value)
    : String(value);
}
