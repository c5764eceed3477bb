import { addressOf } from "../../expression/value";
import { isSecretStore } from "../../input/secret";
import {
  type Attribute,
  type AttributeObject,
  isList,
  isRecord,
  Reference,
  Secret,
  UnknownAttribute,
} from "../../resource";
import { writeKey } from "../../traversal";
import { readBody } from "./body";
import type { Declared } from "./declarations";
import type { Instance } from "./instance";
import type { Bindings, Module } from "./module";
import { type Keys, keysOf } from "./repetition";

/** What a declared resource comes to. */
interface Expanded {
  readonly instances: readonly Instance[];
  readonly value: Attribute;
}

/** The instances of all declared resources, and what can be told of their attributes. */
export class Instances {
  private readonly expanded = new Map<string, Expanded>();
  private readonly byAddress = new Map<string, Instance>();
  private readonly attributes = new Map<Instance, AttributeObject>();
  private readonly underway = new Set<string>();

  /**
   * @param owners where each address is entered that turns out to be one of these
   * @param repeated why it can't be told how often the module itself is there
   */
  constructor(
    private readonly module: Module,
    private readonly owners: Map<string, Instances>,
    private readonly repeated?: UnknownAttribute,
  ) {}

  /** Every instance of every resource, in the order of the files. */
  all(): readonly Instance[] {
    return [...this.module.declared.resources.values()].flatMap((declared) => this.of(declared).instances);
  }

  /** What `azurerm_vpn_site.hq` means by itself: one instance, a list or map of them; undefined where none is declared. */
  valueOf(base: string): Attribute | undefined {
    const declared = this.module.declared.resources.get(base);
    return declared === undefined ? undefined : this.of(declared).value;
  }

  /** All that the configuration tells of an instance. */
  read(instance: Instance): AttributeObject {
    const before = this.attributes.get(instance);
    if (before !== undefined) {
      return before;
    }
    const attributes = readBody(this.module, instance);
    this.attributes.set(instance, attributes);
    return attributes;
  }

  /** An attribute further into a reference, where the configuration tells its value; else undefined. */
  attribute(reference: Reference, step: string | number): Attribute | undefined {
    const instance = this.byAddress.get(reference.address);
    const further = longer(reference, step);
    if (instance === undefined) {
      return undefined;
    }
    const { type } = instance.declared;
    if (typeof step === "string" && reference.path.length === 0 && isSecretStore(type, step)) {
      return new Secret("sensitive");
    }
    // A resource whose attributes refer to each other in a circle is refused by Terraform.
    if (this.underway.has(reference.address)) {
      return new UnknownAttribute({ decidedBy: [addressOf(further)] });
    }
    this.underway.add(reference.address);
    const value = within(this.read(instance), further.path);
    this.underway.delete(reference.address);
    if (isList(value ?? null) && hasBlocks(value)) {
      return value.map((_, index) => longer(further, index));
    }
    return value === undefined || value === null || isRecord(value) ? undefined : value;
  }

  private of(declared: Declared): Expanded {
    return this.expanded.get(declared.base) ?? this.expand(declared);
  }

  private expand(declared: Declared): Expanded {
    const base = this.module.placeOf(declared.base);
    // While its own keys are worked out, a resource can't be told.
    this.expanded.set(declared.base, { instances: [], value: new UnknownAttribute({ decidedBy: [base] }) });
    const keys = keysOf(declared, this.module);
    const instances = instancesOf(declared, base, keys).map(
      (one): Instance => (this.repeated === undefined ? one : { repeated: this.repeated, ...one }),
    );
    for (const instance of instances) {
      this.byAddress.set(instance.address, instance);
      this.owners.set(instance.address, this);
    }
    const expanded = { instances, value: this.collected(instances, keys, base) };
    this.expanded.set(declared.base, expanded);
    return expanded;
  }

  private collected(instances: readonly Instance[], keys: Keys, base: string): Attribute {
    const references = instances.map(({ address }) => new Reference(address, this.module.path, [], address));
    switch (keys.kind) {
      case "single":
        return references[0] ?? null;
      case "count":
        return references;
      case "each":
        return Object.fromEntries(keys.entries.map(([key], index) => [key, references[index] ?? null]));
      case "unknown":
        return new UnknownAttribute({ decidedBy: [base, ...keys.unknown.unknown.decidedBy] });
    }
  }
}

/** The same reference, one step further. */
export function longer(reference: Reference, step: string | number): Reference {
  const { address, input } = reference;
  const path = [...reference.path, step];
  return new Reference(address, input, path, addressOf({ address, path }));
}

const NO_BINDINGS: Bindings = new Map();

function instancesOf(declared: Declared, base: string, keys: Keys): readonly Instance[] {
  switch (keys.kind) {
    case "single":
      return [{ address: base, declared, bindings: NO_BINDINGS }];
    case "count":
      return Array.from({ length: keys.count }, (_, index) => ({
        address: base + writeKey(index),
        declared,
        bindings: new Map([["count", { index }]]),
      }));
    case "each":
      return keys.entries.map(([key, value]) => ({
        address: base + writeKey(key),
        declared,
        bindings: new Map([["each", { key, value }]]),
      }));
    case "unknown": {
      const { unknown } = keys;
      const bindings = new Map<string, Attribute>([
        ["each", unknown],
        ["count", unknown],
      ]);
      return [{ address: base, declared, bindings, repeated: unknown }];
    }
  }
}

function within(attributes: AttributeObject, path: readonly (string | number)[]): Attribute | undefined {
  let value: Attribute | undefined = attributes;
  for (const step of path) {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (isList(value)) {
      value = value[Number(step)];
    } else if (isRecord(value)) {
      // In types that aren't read, a block that is allowed once may stand without a list around it.
      const isOnlyBlock: boolean = step === 0 && !Object.hasOwn(value, "0");
      value = isOnlyBlock ? value : Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
    } else {
      return value;
    }
  }
  return value;
}

function hasBlocks(value: Attribute | undefined): value is readonly Attribute[] {
  return value !== undefined && isList(value) && value.some(isRecord);
}
