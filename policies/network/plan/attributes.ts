import { writePath } from "../expression/traversal";
import { type Blocks, blockNamed, blocksOf } from "../input/blocks";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../input/json";
import { isSecretName, secretOf } from "../input/secret";
import { type Attribute, type AttributeObject, Secret, UnknownAttribute } from "../resource";
import { pairBlocks } from "./pairing";
import type { Planned } from "./planned";
import type { Site } from "./references";
import { secretOrigin } from "./secret-origin";
import type { UnknownValues } from "./unknown-value";

/** What the configuration says at a place of a resource. */
type Written =
  | { readonly kind: "expression"; readonly expression: Json }
  | { readonly kind: "blocks"; readonly blocks: readonly JsonObject[] }
  /** Nobody wrote it. */
  | { readonly kind: "nothing" }
  /** Written in a dynamic block, of which a plan keeps no expressions. */
  | { readonly kind: "hidden" };

type Path = readonly (string | number)[];

/** One value of a plan with all that the plan says of it. */
interface Place {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
  readonly written: Written;
  readonly path: Path;
  /** The nearest name: the attribute's own. */
  readonly name: string;
}

const NOTHING: Written = { kind: "nothing" };
const HIDDEN: Written = { kind: "hidden" };

/** Reads the attributes of one planned instance: known values as they are, unknown ones as references or unknowns, no secret. */
export class PlannedAttributes {
  constructor(
    private readonly planned: Planned,
    private readonly site: Site,
    private readonly unknowns: UnknownValues,
  ) {}

  /** @param expressions the resource's configuration; undefined where the plan holds none (a resource that only the state has). */
  read(expressions: JsonObject | undefined): AttributeObject {
    const { values, unknown, sensitive, type } = this.planned;
    const written = expressions === undefined ? "hidden" : expressions;
    return this.object({ value: values, unknown, sensitive }, written, [], blocksOf(type));
  }

  private object(
    holder: Pick<Place, "value" | "unknown" | "sensitive">,
    written: JsonObject | "hidden",
    path: Path,
    blocks: Blocks,
  ): AttributeObject {
    const values = isJsonObject(holder.value) ? holder.value : {};
    const unknown = isJsonObject(holder.unknown) ? holder.unknown : {};
    const entries = namesIn(values, unknown).map((name): [string, Attribute] => {
      const block = blockNamed(blocks, name);
      const place = {
        value: own(values, name),
        unknown: holder.unknown === true ? true : own(unknown, name),
        sensitive: holder.sensitive === true ? true : ownOf(holder.sensitive, name),
        written: writtenAs(written, name, block !== undefined && !block.filledIn),
        path: [...path, name],
        name,
      };
      return [name, this.value(place, blocks)];
    });
    return Object.fromEntries(entries);
  }

  private value(place: Place, blocks: Blocks): Attribute {
    const { value, unknown, name } = place;
    if (unknown === true) {
      return this.unknownValue(place);
    }
    if (value === undefined || value === null) {
      return null;
    }
    if (place.sensitive === true || (isSecretName(name) && typeof value === "string")) {
      return this.secret(place, value);
    }
    if (isJsonArray(value)) {
      return this.list(value, place, blocks);
    }
    if (isJsonObject(value)) {
      const inside = place.written.kind === "hidden" ? "hidden" : {};
      return this.object(place, inside, place.path, {});
    }
    return value;
  }

  private list(values: readonly Json[], place: Place, blocks: Blocks): Attribute {
    const block = blockNamed(blocks, place.name);
    const { written } = place;
    const paired =
      written.kind === "blocks" ? pairBlocks(values, written.blocks, block?.unordered ?? false) : undefined;
    return values.map((value, index) => {
      const path = [...place.path, index];
      const unknown = place.unknown === true ? true : elementOf(place.unknown, index);
      const sensitive = elementOf(place.sensitive, index);
      if (block !== undefined && isJsonObject(value) && unknown !== true && sensitive !== true) {
        return this.object({ value, unknown, sensitive }, paired?.[index] ?? "hidden", path, block.blocks);
      }
      return this.value({ ...place, value, unknown, sensitive, path }, blocks);
    });
  }

  private unknownValue(place: Place): Attribute {
    const { written, name } = place;
    const self = `${this.planned.address}.${writePath(place.path)}`;
    if (written.kind === "nothing" || (written.kind === "hidden" && name === "id")) {
      return new UnknownAttribute({ decidedBy: [self] }, true);
    }
    const secret = place.sensitive === true || isSecretName(name);
    if (written.kind !== "expression") {
      return secret && place.sensitive === true ? new Secret("sensitive") : new UnknownAttribute({ decidedBy: [self] });
    }
    if (secret) {
      const sensitive = place.sensitive === true || secretOrigin(written.expression, this.site.scope) === "sensitive";
      if (sensitive) {
        return new Secret("sensitive");
      }
    }
    return this.unknowns.of(written.expression, this.site, name, self);
  }

  private secret(place: Place, value: Json): Secret {
    const { written } = place;
    const told = written.kind === "expression" ? secretOrigin(written.expression, this.site.scope) : "untold";
    const from = told === "untold" ? (place.sensitive === true ? "sensitive" : "literal") : told;
    return typeof value === "string" && isSecretName(place.name) ? secretOf(from, value) : new Secret(from);
  }
}

function writtenAs(holder: JsonObject | "hidden", name: string, mustBeWritten: boolean): Written {
  const inside = holder === "hidden" ? undefined : own(holder, name);
  if (isJsonArray(inside)) {
    return { kind: "blocks", blocks: inside.filter(isJsonObject) };
  }
  if (inside !== undefined) {
    return { kind: "expression", expression: inside };
  }
  return holder === "hidden" || mustBeWritten ? HIDDEN : NOTHING;
}

function namesIn(values: JsonObject, unknown: JsonObject): readonly string[] {
  const more = Object.keys(unknown).filter((name) => unknown[name] !== false && !Object.hasOwn(values, name));
  return more.length === 0 ? Object.keys(values) : [...Object.keys(values), ...more];
}

function own(holder: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function ownOf(mask: Json | undefined, name: string): Json | undefined {
  return isJsonObject(mask) ? own(mask, name) : undefined;
}

function elementOf(mask: Json | undefined, index: number): Json | undefined {
  return isJsonArray(mask) ? mask[index] : mask === true ? true : undefined;
}
