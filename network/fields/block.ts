import type { Unknown } from "../field";
import { type AttributeObject, isList, isRecord, Reference, type Resource, UnknownAttribute } from "../resource";
import { type Sources, unknownOf } from "./sources";

/** A resource, or a block inside one, as a builder of parts reads it. */
export interface Block {
  readonly sources: Sources;
  readonly resource: Resource;
  /** Path inside the resource: `link[0].bgp[0]`; empty for the resource itself. */
  readonly path: string;
  readonly attributes: AttributeObject;
  /**
   * Why an attribute that isn't there is unknown rather than not written: the resource is known by id only, or it is a
   * data source, which has what Azure has. Undefined where the input shows all that somebody wrote.
   */
  readonly hidden: Unknown | "itself" | undefined;
}

/** A resource as its outermost block. */
export function blockOf(sources: Sources, resource: Resource): Block {
  return {
    sources,
    resource,
    path: "",
    attributes: resource.attributes,
    hidden: resource.standing === "managed" ? undefined : resource.standing === "data" ? "itself" : outside(resource),
  };
}

function outside(resource: Resource): Unknown {
  return { decidedBy: [resource.address] };
}

/** The path of an attribute of a block. */
export function pathOf(block: Block, name: string): string {
  return block.path === "" ? name : block.sources.paths.attribute(block.path, name);
}

/** The path of an element of a list. */
export function elementPath(block: Block, list: string, index: number): string {
  return block.sources.paths.element(list, index);
}

/** Names an attribute as that which would decide its own value. */
export function itself(block: Block, path: string, expression?: string): Unknown {
  const decidedBy = [`${block.resource.address}.${path}`];
  return expression === undefined ? { decidedBy } : { decidedBy, expression };
}

/** Why an attribute that isn't there is unknown; undefined where nobody wrote it. */
export function hiddenAt(block: Block, path: string): Unknown | undefined {
  return block.hidden === "itself" ? itself(block, path) : block.hidden;
}

/** What an unknown attribute stands for: a reason, or undefined where nobody wrote it and the provider fills it in. */
export function reasonOf(block: Block, path: string, attribute: UnknownAttribute): Unknown | undefined {
  if (attribute.computed && block.hidden === undefined) {
    return undefined;
  }
  return attribute.unknown.decidedBy.length > 0 ? attribute.unknown : itself(block, path, attribute.unknown.expression);
}

/** What stands under a name of a block: a value, nothing, or something that can't be told. */
export type Found<T> =
  | { readonly state: "value"; readonly path: string; readonly value: T }
  | { readonly state: "unknown"; readonly path: string; readonly unknown: Unknown }
  | { readonly state: "absent"; readonly path: string };

/** The blocks under a name, and why there may be more than these. */
export interface FoundBlocks {
  readonly path: string;
  readonly blocks: readonly Block[];
  readonly unknown: Unknown | undefined;
}

/** The nested blocks of a name, in order. One that can't be told is left out and named in `unknown`. */
export function blocksOf(block: Block, name: string): FoundBlocks {
  const path = pathOf(block, name);
  const found = block.sources.value(block.attributes[name]);
  if (found === undefined || found === null) {
    return { path, blocks: [], unknown: hiddenAt(block, path) };
  }
  if (found instanceof UnknownAttribute) {
    return { path, blocks: [], unknown: reasonOf(block, path, found) };
  }
  const blocks: Block[] = [];
  const unknowns: Unknown[] = [];
  const elements = isList(found) ? found : [found];
  elements.forEach((element, index) => {
    const at = elementPath(block, path, index);
    if (isRecord(element)) {
      blocks.push(inner(block, at, element, block.hidden));
    } else {
      unknowns.push(unreadable(block, at, element));
    }
  });
  return { path, blocks, unknown: together(unknowns) };
}

function unreadable(block: Block, path: string, element: unknown): Unknown {
  if (element instanceof UnknownAttribute) {
    return reasonOf(block, path, element) ?? itself(block, path);
  }
  return element instanceof Reference ? unknownOf(element) : itself(block, path, "not a block");
}

/** One reason for several. */
export function together(unknowns: readonly Unknown[]): Unknown | undefined {
  const [first, ...others] = unknowns;
  if (first === undefined || others.length === 0) {
    return first;
  }
  return { decidedBy: [...new Set(unknowns.flatMap((unknown) => unknown.decidedBy))] };
}

/**
 * The one block of a name that a resource has at most once. Where it isn't there, a block without attributes: all of
 * them read as not written; where it is unknown, all of them read as unknown.
 */
export function onlyBlock(block: Block, name: string): { readonly block: Block; readonly written: boolean } {
  const found = blocksOf(block, name);
  const [first] = found.blocks;
  if (first !== undefined) {
    return { block: first, written: true };
  }
  const nothing = inner(block, elementPath(block, found.path, 0), {}, found.unknown ?? block.hidden);
  return { block: nothing, written: found.unknown !== undefined };
}

function inner(block: Block, path: string, attributes: AttributeObject, hidden: Block["hidden"]): Block {
  return { sources: block.sources, resource: block.resource, path, attributes, hidden };
}
