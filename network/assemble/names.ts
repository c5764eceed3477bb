import type { Ref, Unknown } from "../field";
import { type Block, hiddenAt, itself, pathOf, reasonOf, together } from "../fields/block";
import { type Sources, unknownOf } from "../fields/sources";
import type { Part } from "../network";
import { type Resource, UnknownAttribute } from "../resource";
import { type ComparableText, groupOf, isSame, textOf } from "./comparable-text";
import type { Parts } from "./parts";

/** What a name leads to. `none`: no part of the input has it; `maybe`: these may be meant, and `unknown` decides. */
export type Named<T> =
  | { readonly state: "found"; readonly part: T }
  | { readonly state: "none"; readonly name: string }
  | { readonly state: "maybe"; readonly parts: readonly T[]; readonly unknown: Unknown }
  | { readonly state: "absent" };

/**
 * Parts by name and resource group, where Azure joins by name: subnets to their network, peerings to their circuit.
 * Names are looked for within one input: two subscriptions may well use the same ones.
 */
export class NamedParts<T extends Part> {
  private readonly byName = new Map<string, T[]>();

  constructor(
    private readonly sources: Sources,
    private readonly parts: Parts<T>,
  ) {
    for (const part of parts.all) {
      const name = textOf(part.resource, sources.value(part.resource.attributes.name), "name");
      if (name.key !== undefined) {
        enter(this.byName, `${part.resource.input}\n${name.key}`, part);
      }
    }
  }

  /** The part that a name attribute of a block means. */
  find(block: Block, attribute: string): Named<T> {
    const path = pathOf(block, attribute);
    const lead = this.sources.target(block.attributes[attribute]);
    if (lead.kind !== "value") {
      const part = lead.kind === "resource" ? this.parts.of(lead.resource) : undefined;
      return part === undefined ? maybe([], unknownOf(lead.reference)) : { state: "found", part };
    }
    const { value } = lead;
    if (value === undefined || value === null) {
      const unknown = hiddenAt(block, path);
      return unknown === undefined ? { state: "absent" } : maybe([], unknown);
    }
    const found = this.inGroup(block.resource, textOf(block.resource, value, path), path);
    if (found !== undefined) {
      return found;
    }
    if (typeof value === "string") {
      return { state: "none", name: value };
    }
    const unknown = value instanceof UnknownAttribute ? reasonOf(block, path, value) : undefined;
    return maybe([], unknown ?? itself(block, path));
  }

  /**
   * The parts of other inputs that have the name, in a resource group that may be the same: one of them may be meant, for all
   * that a name tells.
   */
  elsewhere({ resource: from, attributes }: Block, attribute: string): T[] {
    const name = textOf(from, this.sources.value(attributes[attribute]), attribute);
    const group = groupOf(this.sources, from);
    return this.parts.all.filter(({ resource }) => {
      const own = textOf(resource, this.sources.value(resource.attributes.name), "name");
      const isCalledSo = name.key !== undefined && own.key === name.key;
      return resource.input !== from.input && isCalledSo && isSame(group, groupOf(this.sources, resource)) !== false;
    });
  }

  /** Which of the parts of a name is meant: that of the same resource group. Undefined where there is none. */
  private inGroup(from: Resource, name: ComparableText, path: string): Named<T> | undefined {
    const candidates = name.key === undefined ? [] : (this.byName.get(`${from.input}\n${name.key}`) ?? []);
    const group = groupOf(this.sources, from);
    const compared = candidates.map((part) => ({ part, group: groupOf(this.sources, part.resource) }));
    const same = compared.filter((candidate) => isSame(group, candidate.group) === true).map(({ part }) => part);
    const [only, another] = same;
    if (only !== undefined) {
      const ambiguous = { decidedBy: [`${from.address}.${path}`] };
      return another === undefined ? { state: "found", part: only } : maybe(same, ambiguous);
    }
    const possible = compared.filter((candidate) => isSame(group, candidate.group) === undefined);
    const unknowns = [group, ...possible.map((candidate) => candidate.group)].flatMap(({ unknown }) => unknown ?? []);
    const unknown = together(unknowns);
    return possible.length === 0 || unknown === undefined
      ? undefined
      : maybe(
          possible.map(({ part }) => part),
          unknown,
        );
  }
}

function maybe<T>(parts: readonly T[], unknown: Unknown): Named<T> {
  return { state: "maybe", parts, unknown };
}

function enter<T>(index: Map<string, T[]>, at: string, part: T): void {
  const own = index.get(at);
  if (own === undefined) {
    index.set(at, [part]);
  } else {
    own.push(part);
  }
}

/** A name's lead as a reference; `outside` makes the part that no input describes. */
export function asRef<T>(named: Named<T>, path: string, outside: (name: string) => T): Ref<T> {
  switch (named.state) {
    case "found":
      return { state: "resolved", path, to: named.part };
    case "none":
      return { state: "resolved", path, to: outside(named.name) };
    case "maybe":
      return { state: "unknown", path, unknown: named.unknown };
    case "absent":
      return { state: "absent", path };
  }
}
