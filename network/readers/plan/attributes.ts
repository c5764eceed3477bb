import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";
import { type Block, type Blocks, blockNamed, blocksOf } from "../../input/blocks";
import { put } from "../../input/put";
import { isSecretName } from "../../input/secret";
import { idNameIn } from "../../ledger/arm/id-names";
import {
  type Attribute,
  type AttributeObject,
  Secret,
  SensitiveValue,
  secretOf,
  UnknownAttribute,
} from "../../resource";
import { parseTraversal } from "../../traversal";
import { constantOf } from "./constant";
import { isFilledIn } from "./filled-in";
import { pairBlocks } from "./pairing";
import type { Planned } from "./planned";
import { secretOrigin } from "./secret-origin";
import type { Site } from "./site";
import { plainStep } from "./target";
import { takesId, type UnknownValues } from "./unknown-value";

/** What the configuration says at a place of a resource. */
type Written =
  | { readonly kind: "expression"; readonly expression: Json }
  | { readonly kind: "blocks"; readonly blocks: readonly JsonObject[] }
  /** Nobody wrote it. */
  | { readonly kind: "nothing" }
  /** Written in a dynamic block, of which a plan keeps no expressions. */
  | { readonly kind: "hidden" };

/** What the configuration says of the names inside an object: each its own, or what it says of the whole. */
type Inside = { readonly expressions: JsonObject } | { readonly all: Written };

/** What else may tell the ids that a plan leaves open. */
export interface Beside {
  /** The value at a place of a planned resource; undefined where it isn't told. */
  valueAt(planned: Planned, path: readonly (string | number)[]): Attribute | undefined;
  /** What is known of a place where the plan names a resource, and doesn't tell what an expression makes of its id. */
  confirmed(planned: Planned, path: readonly (string | number)[], told: Attribute): Attribute;
  /** What nobody gives (null) or a secret, at a place that the provider fills in; undefined where that isn't told. */
  leftOutAt(planned: Planned, path: readonly (string | number)[]): Secret | null | undefined;
  /** What stays open, with what would tell it. */
  stillOpen(planned: Planned, name: string, told: UnknownAttribute): UnknownAttribute;
}

/** One value of a plan with all that the plan says of it. */
interface Place {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
  readonly written: Written;
  /** Address of the instance, and the path inside it. */
  readonly at: string;
  /** The nearest name: the attribute's own. */
  readonly name: string;
}

/** Attributes that Terraform passes on and never tells: a plan has null for them, whatever is written. */
const WRITE_ONLY: ReadonlySet<string> = new Set(["sensitive_body"]);

const NOTHING: Written = { kind: "nothing" };
const HIDDEN: Written = { kind: "hidden" };
const ALL_HIDDEN: Inside = { all: HIDDEN };

/**
 * Reads the attributes of one planned instance: known values as they are, unknown ones as references or unknowns, no secret,
 * and sensitive values so that they can be judged with and are not shown.
 */
export class PlannedAttributes {
  constructor(
    private readonly planned: Planned,
    private readonly site: Site,
    private readonly unknowns: UnknownValues,
    private readonly beside: Beside,
  ) {}

  /** @param expressions the resource's configuration; undefined where the plan holds none (a resource that only the state has). */
  read(expressions: JsonObject | undefined): AttributeObject {
    const { values, unknown, sensitive, type, address } = this.planned;
    const inside = expressions === undefined ? ALL_HIDDEN : { expressions };
    return this.object({ value: values, unknown, sensitive }, inside, address, blocksOf(type));
  }

  private object(
    holder: Pick<Place, "value" | "unknown" | "sensitive">,
    inside: Inside,
    at: string,
    blocks: Blocks,
    within = "",
  ): AttributeObject {
    const values = isJsonObject(holder.value) ? holder.value : {};
    const unknowns = isJsonObject(holder.unknown) ? holder.unknown : undefined;
    const attributes: Record<string, Attribute> = {};
    const read = (name: string) => {
      const value = own(values, name);
      const unknown = holder.unknown === true ? true : own(unknowns, name);
      const sensitive = holder.sensitive === true ? true : ownOf(holder.sensitive, name);
      // Most values are told and open: nothing of the configuration is needed for them.
      const isOpen =
        value !== undefined && unknown !== true && sensitive !== true && !isSecretName(name) && !WRITE_ONLY.has(name);
      if (isOpen && isSimple(value) && !hasBlocks(inside, name)) {
        put(attributes, name, value);
        return;
      }
      const block = blockNamed(blocks, name);
      const written = writtenAs(inside, name, !(block?.filledIn ?? isFilledIn(this.planned.type, name)));
      const called = (name === "id" ? idNameIn(within) : undefined) ?? name;
      put(
        attributes,
        name,
        this.value({ value, unknown, sensitive, name: called, at: `${at}.${name}`, written }, blocks),
      );
    };
    for (const name of Object.keys(values)) {
      read(name);
    }
    for (const name of unknowns === undefined ? [] : Object.keys(unknowns)) {
      if (unknowns?.[name] !== false && !Object.hasOwn(values, name)) {
        read(name);
      }
    }
    for (const name of "expressions" in inside ? Object.keys(inside.expressions) : []) {
      const isTold = Object.hasOwn(values, name) || own(unknowns, name) === true;
      if (!isTold && writtenAs(inside, name, false).kind !== "nothing") {
        // Terraform tells every attribute of a resource, as null or as unknown too. Where one that is written is in
        // neither, the plan is damaged.
        put(attributes, name, new UnknownAttribute({ decidedBy: [`${at}.${name}`] }));
      }
    }
    return attributes;
  }

  private value(place: Place, blocks: Blocks): Attribute {
    const { value, name } = place;
    if (place.unknown === true) {
      return this.unknownValue(place, blocks);
    }
    if ((value === undefined || value === null) && WRITE_ONLY.has(name) && place.written.kind === "expression") {
      return untold(place.at);
    }
    if (value === undefined || value === null) {
      return lacksBlocks([], place.written, blockNamed(blocks, name)) ? untold(place.at) : null;
    }
    if (isSecretName(name) && (place.sensitive === true || typeof value === "string")) {
      return this.secret(place, value);
    }
    if (isJsonArray(value)) {
      return this.list(value, place, blocks);
    }
    if (isJsonObject(value)) {
      return this.object(place, { all: place.written }, place.at, {}, name);
    }
    return place.sensitive === true ? new SensitiveValue(value) : value;
  }

  private list(values: readonly Json[], place: Place, blocks: Blocks): Attribute {
    const read = this.elements(values, place, blocks);
    return lacksBlocks(values, place.written, blockNamed(blocks, place.name)) ? [...read, untold(place.at)] : read;
  }

  private elements(values: readonly Json[], place: Place, blocks: Blocks): Attribute[] {
    const block = blockNamed(blocks, place.name);
    const { written } = place;
    const paired =
      written.kind === "blocks" ? pairBlocks(values, written.blocks, block?.unordered ?? false) : undefined;
    return values.map((value, index) => {
      const at = `${place.at}[${index}]`;
      const unknown = elementOf(place.unknown, index);
      const sensitive = elementOf(place.sensitive, index);
      if (block !== undefined && isJsonObject(value) && unknown !== true) {
        return this.object({ value, unknown, sensitive }, insideBlock(paired?.[index], written), at, block.blocks);
      }
      return this.value({ value, unknown, sensitive, name: place.name, at, written }, blocks);
    });
  }

  private unknownValue(place: Place, blocks: Blocks): Attribute {
    const told = this.unknownByPlan(place, blocks);
    const { name, at } = place;
    const isOpen = told instanceof UnknownAttribute;
    // In a body of azapi's, `id` is what an object refers to.
    if (takesId(name) && (name !== "id" || at.includes(".body."))) {
      const path = this.pathOf(place);
      return isOpen
        ? (this.beside.valueAt(this.planned, path) ?? this.beside.stillOpen(this.planned, name, told))
        : this.beside.confirmed(this.planned, path, told);
    }
    if (!isOpen || told.computed || !this.mayBeFilledIn(name, blocks)) {
      return told;
    }
    const left = this.beside.leftOutAt(this.planned, this.pathOf(place));
    return left === null
      ? new UnknownAttribute({ decidedBy: [at] }, true)
      : (left ?? this.beside.stillOpen(this.planned, name, told));
  }

  private mayBeFilledIn(name: string, blocks: Blocks): boolean {
    return blockNamed(blocks, name)?.filledIn ?? isFilledIn(this.planned.type, name);
  }

  private pathOf({ at }: Place): readonly (string | number)[] {
    return (parseTraversal(at.slice(this.planned.address.length + 1)) ?? []).map(plainStep);
  }

  private unknownByPlan(place: Place, blocks: Blocks): Attribute {
    const { written, name, at } = place;
    if (written.kind === "nothing" || (written.kind === "hidden" && name === "id")) {
      return new UnknownAttribute({ decidedBy: [at] }, true);
    }
    if (place.sensitive === true && isSecretName(name)) {
      return new Secret("sensitive");
    }
    if (written.kind !== "expression") {
      return new UnknownAttribute({ decidedBy: [at] });
    }
    const isSensitive = isSecretName(name) && secretOrigin(written.expression, this.site.scope) === "sensitive";
    if (isSensitive) {
      return new Secret("sensitive");
    }
    const read = this.unknowns.of(written.expression, this.site, name, at);
    return read instanceof UnknownAttribute && read.computed && !this.mayBeFilledIn(name, blocks)
      ? new UnknownAttribute(read.unknown)
      : read;
  }

  private secret(place: Place, value: Json): Secret | null {
    const { written } = place;
    if (written.kind === "nothing" || (written.kind === "hidden" && value === "")) {
      // Nobody wrote one, so it is Azure's own; a state has an empty text there.
      return null;
    }
    const told = written.kind === "expression" ? secretOrigin(written.expression, this.site.scope) : "untold";
    // Terraform marks whatever comes from something sensitive, unless nonsensitive() takes the mark off.
    const isBare = told === "sensitive" && place.sensitive !== true;
    const from = isBare ? "literal" : told === "untold" ? (place.sensitive === true ? "sensitive" : "literal") : told;
    return typeof value === "string" ? secretOf(from, value) : new Secret(from);
  }
}

/** Whether a plan has lost blocks: those of the configuration are all there, but for equal ones of a set. */
function lacksBlocks(values: readonly Json[], written: Written, block: Block | undefined): boolean {
  const count = written.kind === "blocks" ? written.blocks.length : 0;
  return values.length < (block?.unordered === true ? Math.min(count, 1) : count);
}

function untold(at: string): UnknownAttribute {
  return new UnknownAttribute({ decidedBy: [at] });
}

/** A block that was written in no block of the configuration is part of an attribute, or made by a dynamic block. */
function insideBlock(paired: JsonObject | undefined, written: Written): Inside {
  if (paired !== undefined) {
    return { expressions: paired };
  }
  return written.kind === "expression" ? { all: written } : ALL_HIDDEN;
}

function writtenAs(inside: Inside, name: string, mustBeWritten: boolean): Written {
  if ("all" in inside) {
    return inside.all;
  }
  const expression = own(inside.expressions, name);
  if (isJsonArray(expression)) {
    return { kind: "blocks", blocks: expression.filter(isJsonObject) };
  }
  // A null is how an attribute is left to the provider.
  if (expression !== undefined && constantOf(expression) !== null) {
    return { kind: "expression", expression };
  }
  return mustBeWritten ? HIDDEN : NOTHING;
}

/** Nothing inside that would have to be read on its own. */
function isSimple(value: Json): boolean {
  return value === null || typeof value !== "object" || (isJsonArray(value) && value.length === 0);
}

/** Whether the configuration writes blocks of a name. */
function hasBlocks(inside: Inside, name: string): boolean {
  return "expressions" in inside && isJsonArray(own(inside.expressions, name));
}

function own(holder: JsonObject | undefined, name: string): Json | undefined {
  return holder !== undefined && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function ownOf(mask: Json | undefined, name: string): Json | undefined {
  return isJsonObject(mask) ? own(mask, name) : undefined;
}

function elementOf(mask: Json | undefined, index: number): Json | undefined {
  return isJsonArray(mask) ? mask[index] : mask === true ? true : undefined;
}
