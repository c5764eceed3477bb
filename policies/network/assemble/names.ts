import type { Ref, Unknown } from "../field";
import type { Part } from "../network";
import { type Resource, UnknownAttribute } from "../resource";
import { parseArmId } from "./arm-id";
import { type Block, hiddenAt, itself, pathOf, reasonOf, together } from "./block";
import { identityOf } from "./identity";
import type { Parts } from "./parts";
import { type Sources, unknownOf } from "./sources";

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
      const name = sources.value(part.resource.attributes.name);
      if (typeof name === "string") {
        enter(this.byName, key(part.resource.input, name), part);
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
    if (value instanceof UnknownAttribute) {
      return maybe([], reasonOf(block, path, value) ?? itself(block, path));
    }
    return typeof value === "string" ? this.named(block.resource, value, path) : maybe([], itself(block, path));
  }

  private named(from: Resource, name: string, path: string): Named<T> {
    const candidates = this.byName.get(key(from.input, name)) ?? [];
    const group = groupOf(this.sources, from);
    const compared = candidates.map((part) => ({ part, group: groupOf(this.sources, part.resource) }));
    const same = compared.filter((candidate) => sameGroup(group, candidate.group) === true);
    const [only, another] = same;
    if (only !== undefined) {
      return another === undefined
        ? { state: "found", part: only.part }
        : maybe(
            same.map(({ part }) => part),
            { decidedBy: [`${from.address}.${path}`] },
          );
    }
    const possible = compared.filter((candidate) => sameGroup(group, candidate.group) === undefined);
    if (possible.length === 0) {
      return { state: "none", name };
    }
    const reasons = [group, ...possible.map((candidate) => candidate.group)].flatMap((one) => one.unknown ?? []);
    return maybe(
      possible.map(({ part }) => part),
      together(reasons) ?? { decidedBy: [`${from.address}.resource_group_name`] },
    );
  }
}

function maybe<T>(parts: readonly T[], unknown: Unknown): Named<T> {
  return { state: "maybe", parts, unknown };
}

interface Group {
  readonly name?: string;
  readonly key?: string;
  readonly unknown?: Unknown;
}

function groupOf(sources: Sources, resource: Resource): Group {
  const value = sources.value(resource.attributes.resource_group_name);
  if (typeof value === "string") {
    return { name: value.toLowerCase() };
  }
  const id = sources.idOf(resource);
  const inId = id === undefined ? undefined : parseArmId(id)?.resourceGroup;
  if (inId !== undefined) {
    return { name: inId.toLowerCase() };
  }
  const unknown =
    value instanceof UnknownAttribute ? value.unknown : { decidedBy: [`${resource.address}.resource_group_name`] };
  const identity = identityOf(resource, unknown);
  return identity === undefined ? { unknown } : { key: identity.key, unknown };
}

/** Undefined where it can't be told. */
function sameGroup(a: Group, b: Group): boolean | undefined {
  if (a.name !== undefined && b.name !== undefined) {
    return a.name === b.name;
  }
  return a.key !== undefined && a.key === b.key ? true : undefined;
}

function key(input: string, name: string): string {
  return `${input}\n${name.toLowerCase()}`;
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
