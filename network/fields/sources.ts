import { idKey } from "../arm-id";
import type { Unknown } from "../field";
import type { Reading } from "../input/reading";
import {
  type Attribute,
  isList,
  isRecord,
  Reference,
  type Resource,
  SensitiveValue,
  UnknownAttribute,
} from "../resource";
import { ByName, isFoundByName, type Named } from "./by-name";
import { Paths } from "./paths";

/** A value with every reference followed. */
export type Value = Exclude<Attribute, Reference> | undefined;

/** What an attribute that refers to another resource leads to. */
export type Lead =
  | { readonly kind: "resource"; readonly resource: Resource; readonly reference: Reference }
  /** A resource that is in no input, or of a type that isn't read. */
  | { readonly kind: "elsewhere"; readonly reference: Reference }
  | { readonly kind: "value"; readonly value: Value };

/** What is done with values that Terraform treats as sensitive: they are judged with, or else read as secrets. */
export type Sensitive = "used";

/** Every resource of all inputs, found by address and by id. Order is by input and address, whatever came first. */
export class Sources {
  readonly resources: readonly Resource[];
  readonly paths = new Paths();
  private readonly byInput = new Map<string, Map<string, Resource>>();
  private readonly byId = new Map<string, Resource | "ambiguous">();
  private readonly byType = new Map<string, Resource[]>();
  private names: ByName | undefined;

  /** @param sensitive whether values that Terraform treats as sensitive are told to who judges with them */
  constructor(
    readings: readonly Pick<Reading, "resources">[],
    private readonly sensitive?: Sensitive,
  ) {
    this.resources = readings.flatMap((reading) => [...reading.resources]).sort(byInputAndAddress);
    for (const resource of this.resources) {
      this.enterAddress(resource);
      this.enterId(resource);
    }
    for (const resource of this.resources) {
      if (this.same(resource) === resource) {
        this.enterType(resource);
      }
    }
  }

  /** Resources of a type, each Azure resource once. */
  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  at(input: string, address: string): Resource | undefined {
    return this.byInput.get(input)?.get(address);
  }

  /**
   * The resource that stands for this one: a managed one for a data source that reads the same Azure resource, which its
   * id tells, or else its name and resource group.
   */
  same(resource: Resource): Resource {
    if (isKept(resource)) {
      return resource;
    }
    const id = this.idOf(resource);
    const known = id === undefined ? undefined : this.byId.get(idKey(id));
    if (known === "ambiguous" || (known !== undefined && known.type !== resource.type)) {
      return resource;
    }
    const one = known ?? resource;
    return isKept(one) || one.standing !== "data" || !isFoundByName(one.type)
      ? one
      : (this.byName().of(this.named(one)) ?? one);
  }

  /** The resource of an id; "ambiguous" where two have it, as in a plan that a mocked provider made. */
  withId(id: string): Resource | "ambiguous" | undefined {
    return this.byId.get(idKey(id));
  }

  idOf(resource: Resource): string | undefined {
    const { id } = resource.attributes;
    return typeof id === "string" && id !== "" ? id : undefined;
  }

  /** The value of an attribute, which may be that of another resource. */
  value(attribute: Attribute | undefined): Value {
    if (!(attribute instanceof Reference)) {
      return this.told(attribute);
    }
    const lead = this.follow(attribute, isWhole, isNoValue);
    return lead.kind === "value" ? this.told(lead.value) : new UnknownAttribute(unknownOf(lead.reference));
  }

  // An id is never told, for an id that leads out of the inputs becomes the name of what is there.
  private told(value: Value): Value {
    return value instanceof SensitiveValue && this.sensitive === "used" ? value.reveal() : value;
  }

  /**
   * What an attribute refers to. An id or a name that a resource goes by leads to the resource itself, known or not;
   * any other attribute leads to what that attribute refers to in turn, as far as it is known.
   */
  target(attribute: Attribute | undefined): Lead {
    return this.follow(attribute, isIdentity, isNoId);
  }

  private follow(
    attribute: Attribute | undefined,
    isEnd: (reference: Reference) => boolean,
    leadsNowhere: (value: Attribute | undefined) => boolean,
  ): Lead {
    let current = attribute;
    for (let steps = 0; current instanceof Reference; steps += 1) {
      const resource = this.at(current.input, current.address);
      if (resource === undefined || steps > LONGEST_WAY) {
        return { kind: "elsewhere", reference: current };
      }
      const value = isEnd(current) ? undefined : this.valueAt(resource, current.path);
      if (leadsNowhere(value)) {
        return { kind: "resource", resource, reference: current };
      }
      current = value;
    }
    return { kind: "value", value: current };
  }

  /** An attribute, which whoever makes what is read here tells too. */
  private valueAt(resource: Resource, path: Reference["path"]): Attribute | undefined {
    const own = valueAt(resource, path);
    const isTold = own !== undefined && !(own instanceof UnknownAttribute);
    return isTold || resource.standing !== "data" ? own : (valueAt(this.same(resource), path) ?? own);
  }

  private byName(): ByName {
    if (this.names === undefined) {
      // To follow a name to what says it, nothing needs to be found by name.
      this.names = new ByName([]);
      const found = this.resources.filter((one) => isFoundByName(one.type) && (isKept(one) || one.standing === "data"));
      this.names = new ByName(found.map((resource) => this.named(resource)));
    }
    return this.names;
  }

  private named(resource: Resource): Named {
    const { name, resource_group_name } = resource.attributes;
    const id = this.idOf(resource);
    return {
      resource,
      id,
      name: this.value(name),
      group: this.value(resource_group_name),
      isKept: isKept(resource),
    };
  }

  private enterAddress(resource: Resource): void {
    const own = this.byInput.get(resource.input);
    if (own === undefined) {
      this.byInput.set(resource.input, new Map([[resource.address, resource]]));
    } else {
      own.set(resource.address, resource);
    }
  }

  private enterId(resource: Resource): void {
    const id = this.idOf(resource);
    if (id === undefined) {
      return;
    }
    const key = idKey(id);
    const known = this.byId.get(key);
    if (known === undefined) {
      this.byId.set(key, resource);
    } else if (known !== "ambiguous" && isKept(resource)) {
      const twice = isKept(known) && known.input === resource.input;
      this.byId.set(key, twice ? "ambiguous" : isKept(known) ? known : resource);
    }
  }

  private enterType(resource: Resource): void {
    const own = this.byType.get(resource.type);
    if (own === undefined) {
      this.byType.set(resource.type, [resource]);
    } else {
      own.push(resource);
    }
  }
}

/** Managed, and not about to leave: one input may forget what another takes over. */
function isKept({ standing, isForgotten }: Resource): boolean {
  return standing === "managed" && isForgotten !== true;
}

// Longer than any real chain; a circle of references ends here.
const LONGEST_WAY = 64;

/** What would tell the value of a reference that leads nowhere. */
export function unknownOf(reference: Reference): Unknown {
  const path = reference.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return { decidedBy: [`${reference.address}${path}`], expression: reference.expression };
}

// A path is empty where a plan tells which resource is meant, but not what of it, as behind `each.key`.
function isWhole({ path }: Reference): boolean {
  return path.length === 0;
}

function isNoValue(value: Attribute | undefined): boolean {
  return value === undefined || (value instanceof UnknownAttribute && value.computed);
}

function isNoId(value: Attribute | undefined): boolean {
  return isNoValue(value) || isRecord(value) || isList(value);
}

function isIdentity({ path }: Reference): boolean {
  return path.length === 0 || path.at(-1) === "id" || (path.length === 1 && path[0] === "name");
}

function valueAt(resource: Resource, path: readonly (string | number)[]): Attribute | undefined {
  let current: Attribute | undefined = resource.attributes;
  for (const step of path) {
    if (isList(current)) {
      current = current[Number(step)];
    } else if (isRecord(current)) {
      current = Object.hasOwn(current, step) ? current[step] : undefined;
    } else {
      return current instanceof UnknownAttribute ? current : undefined;
    }
  }
  return current ?? undefined;
}

function byInputAndAddress(a: Resource, b: Resource): number {
  return compare(a.input, b.input) || compare(a.address, b.address);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
