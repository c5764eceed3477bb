import { phrase } from "../../network/facts/called/phrase";
import { type Field, knownValue } from "../../network/field";
import { type Block, blocksOf } from "../../network/fields/block";
import { find, numberField, textField, textItems } from "../../network/fields/typed-fields";
import { JUDGED_TYPES } from "../../network/ledger/kept";
import { isList } from "../../network/resource";
import { at, violation } from "./judgement";
import { judgeLocation, judgeName } from "./reasoning/names-and-locations";
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
  what: "Every value is one that the provider and Azure take, also in blocks that hold references; names fit an ARM id, a location is a region, and a firewall of AZFW_Hub has its hub.",
  why: "Terraform's validate and plan skip every check of a top-level block in which anything is still unknown, so a wrong value in such a block fails in the middle of apply; and what only Azure demands, such as a peer weight of at most 100, nobody checks before.",
  page: "https://learn.microsoft.com/azure/developer/terraform",
  scope: "resource",
  *judge(network) {
    for (const [type, values] of ACCEPTED_VALUES) {
      const shape = shapeOf(values);
      for (const block of managedBlocks(network, type)) {
        yield* judgeBlock(block, shape);
      }
    }
    for (const type of JUDGED_TYPES) {
      for (const block of managedBlocks(network, type)) {
        yield* judgeName(block);
        yield* judgeLocation(block);
      }
    }
    for (const firewall of managedBlocks(network, "azurerm_firewall")) {
      yield* judgeFirewall(firewall);
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
  if (field.state === "unknown") {
    const message = phrase`${name} of ${block} is unknown, so it may be no value that the provider takes`;
    yield cannotTell(at(block, field.path), field.unknown, message);
  } else if (field.state === "known" && !accepts(accepted, field.value) && !isUnset(block, field.value, accepted)) {
    yield violation(at(block, field.path), {
      message: phrase`${name} of ${block} is ${shown(field.value)}, which ${accepted.byAzure ? "Azure" : "the provider"} refuses`,
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
    const text = String(value);
    const alike = (one: string) => (accepted.byAzure ? one.toLowerCase() === text.toLowerCase() : one === text);
    return accepted.values.some(alike);
  }
  const { least, most, whole } = accepted;
  return typeof value === "number" && least <= value && value <= most && (!whole || Number.isInteger(value));
}

/** An Azure Firewall of a hub says which. Where the block itself can't be told, its values are undecided. */
function* judgeFirewall(firewall: Block): Iterable<Judgement> {
  const { path, blocks, unknown } = blocksOf(firewall, "virtual_hub");
  if (knownValue(textField(firewall, "sku_name")) === "AZFW_Hub" && blocks.length === 0 && unknown === undefined) {
    yield violation(at(firewall, path), {
      message: phrase`${firewall} has the SKU AZFW_Hub, but no virtual_hub`,
      remedy: "Add a virtual_hub block with the hub's id, or use AZFW_VNet.",
    });
  }
}

function shown(value: string | number): string {
  return typeof value === "string"
    ? JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value)
    : String(value);
}
