import { idKey, nameInId } from "../arm-id";
import type { Items, Ref, Unknown } from "../field";
import { type Block, blockOf, elementPath, hiddenAt, itself, pathOf, reasonOf } from "../fields/block";
import { type Sources, unknownOf, type Value } from "../fields/sources";
import type { Part } from "../network";
import { type Attribute, isList, type Reference, type Resource, UnknownAttribute } from "../resource";
import { identityOf } from "./identity";

/** One kind of part: where it comes from, and how it is built. */
export interface Kind<T extends Part> {
  /** The Terraform type of its resources and data sources. */
  readonly type: string;
  /** What ARM calls it in an id: `virtualHubs`. */
  readonly armType: string;
  readonly build: (block: Block) => T;
}

/**
 * All parts of one kind: those that an input describes, and those that something refers to and no input describes.
 * Each Azure resource is one part, however many inputs speak of it, where ids tell.
 */
export class Parts<T extends Part> {
  private readonly built: T[] = [];
  private readonly byResource = new Map<Resource, T>();
  private readonly outside = new Map<string, T>();

  constructor(
    private readonly sources: Sources,
    private readonly kind: Kind<T>,
  ) {
    for (const resource of sources.ofType(kind.type)) {
      this.add(resource);
    }
  }

  get all(): readonly T[] {
    return this.built;
  }

  /** The part of a resource of this kind. */
  of(resource: Resource): T | undefined {
    return this.byResource.get(this.sources.same(resource));
  }

  /** What an id attribute of a block refers to. */
  refer(block: Block, name: string): Ref<T> {
    return this.referTo(block, pathOf(block, name), block.attributes[name]);
  }

  /** What each id of a list refers to. */
  referAll(block: Block, name: string): Items<Ref<T>> {
    return referItems(block, name, (path, attribute) => this.referTo(block, path, attribute));
  }

  /** What one attribute refers to. */
  referTo(block: Block, path: string, attribute: Attribute | undefined): Ref<T> {
    const lead = block.sources.target(attribute);
    switch (lead.kind) {
      case "resource": {
        const to = this.of(lead.resource);
        return to === undefined
          ? { state: "unknown", path, unknown: unknownOf(lead.reference) }
          : { state: "resolved", path, to };
      }
      case "elsewhere":
        return { state: "resolved", path, to: this.elsewhere(block, lead.reference) };
      case "value":
        return this.fromValue(block, path, lead.value);
    }
  }

  private fromValue(block: Block, path: string, value: Value): Ref<T> {
    if (value === undefined || value === null || value === "") {
      const unknown = hiddenAt(block, path);
      return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
    }
    if (value instanceof UnknownAttribute) {
      const unknown = reasonOf(block, path, value);
      return unknown === undefined ? { state: "absent", path } : this.byExpression(block, path, unknown);
    }
    return typeof value === "string"
      ? this.byId(block, path, value)
      : { state: "unknown", path, unknown: itself(block, path, "not a resource id") };
  }

  /** What an id refers to. */
  byId(block: Block, path: string, id: string): Ref<T> {
    const known = this.sources.withId(id);
    if (known === "ambiguous") {
      return { state: "unknown", path, unknown: { decidedBy: [id] } };
    }
    const part = known === undefined ? undefined : this.of(known);
    return { state: "resolved", path, to: part ?? this.withId(block, id) };
  }

  /** The part that isn't described and goes by an id; made when it is first spoken of. */
  private withId(block: Block, id: string): T {
    const name = nameInId(id, this.kind.armType);
    return this.unseen(idKey(id), block, id, name === undefined ? { id } : { id, name });
  }

  private elsewhere(block: Block, reference: Reference): T {
    const unknown = unknownOf(reference);
    const [address = reference.address] = unknown.decidedBy;
    return this.unseen(`${reference.input}\n${address}`, block, address, {}, unknown);
  }

  private byExpression(block: Block, path: string, unknown: Unknown): Ref<T> {
    const identity = identityOf(block.resource, unknown);
    if (identity === undefined) {
      return { state: "unknown", path, unknown };
    }
    const to = this.unseen(identity.key, block, identity.name, {}, unknown);
    return { state: "resolved", path, to };
  }

  /** A part that no input describes, under a key that says which one it is. */
  unseen(key: string, block: Block, address: string, attributes: Resource["attributes"], unknown?: Unknown): T {
    const known = this.outside.get(key);
    if (known !== undefined) {
      return known;
    }
    const { type } = this.kind;
    const resource: Resource = { address, type, standing: "outside", input: block.resource.input, attributes };
    const part = this.add(resource, unknown);
    this.outside.set(key, part);
    return part;
  }

  private add(resource: Resource, unknown?: Unknown): T {
    const block = blockOf(this.sources, resource);
    const part = this.kind.build(unknown === undefined ? block : { ...block, hidden: unknown });
    this.byResource.set(resource, part);
    this.built.push(part);
    return part;
  }
}

/** What each id of a list refers to, where `refer` tells it of one. */
export function referItems<R>(
  block: Block,
  name: string,
  refer: (path: string, attribute: Attribute | undefined) => R,
): Items<R> {
  const path = pathOf(block, name);
  const value = block.sources.value(block.attributes[name]);
  if (isList(value)) {
    return { path, items: value.map((element, index) => refer(elementPath(block, path, index), element)) };
  }
  const absent = value === undefined || value === null;
  const unknown = absent
    ? hiddenAt(block, path)
    : value instanceof UnknownAttribute
      ? reasonOf(block, path, value)
      : itself(block, path, "not a list of ids");
  return unknown === undefined ? { path, items: [] } : { path, items: [], unknown };
}
