import { childName, idKey, parseArmId, sameName, splitChildId } from "../arm-id";
import { DEFAULT_TABLE } from "../built-in-tables";
import type { Sources } from "../fields/sources";
import { shapeReadAs } from "../ledger/arm/shapes";
import { azurermOf } from "../ledger/arm-types";
import { type Attribute, Reference, type Resource } from "../resource";

/** What one of azapi's resources that change others changes. */
export type Aim =
  /** This one, for sure. */
  | { readonly kind: "one"; readonly resource: Resource }
  /** One that no input describes, for sure. */
  | ({ readonly kind: "unseen" } & Child)
  /** Any of these, or one that no input describes. */
  | { readonly kind: "any"; readonly resources: readonly Resource[] };

/** Something by its name and what holds it, or by its id. */
interface Child {
  readonly name: string;
  readonly parent: Attribute | undefined;
  readonly id?: string;
}

/** Finds what is changed among resources, as far as these are changed already. */
export class Aims {
  constructor(
    private readonly sources: Sources,
    private readonly all: () => readonly Resource[],
  ) {}

  of(changer: Resource): Aim {
    const { resource_id: given, parent_id: parent, name } = changer.attributes;
    const lead = this.sources.target(given);
    if (lead.kind === "resource") {
      return this.at(lead.resource, lead.reference, changer);
    }
    if (lead.kind === "value" && typeof lead.value === "string") {
      return this.byId(lead.value, changer);
    }
    return typeof name === "string" ? this.byParts(changer, { name, parent }) : this.any(changer, undefined);
  }

  private at(resource: Resource, reference: Reference, changer: Resource): Aim {
    const made = changer.attributes.type;
    const found = this.sources.same(resource);
    if (typeof made !== "string" || azurermOf(made) === found.type) {
      return { kind: "one", resource: this.now(found) };
    }
    const [what, end] = reference.path;
    const name = what === "default_route_table_id" ? DEFAULT_TABLE : childName(end, lastOf(made));
    const parent = new Reference(reference.address, reference.input, ["id"], reference.expression);
    return name === undefined ? this.any(changer, undefined) : this.byParts(changer, { name, parent });
  }

  private byId(id: string, changer: Resource): Aim {
    const known = this.sources.withId(id);
    if (known !== undefined && known !== "ambiguous") {
      return { kind: "one", resource: this.now(this.sources.same(known)) };
    }
    const made = this.all().find(
      (one) => typeof one.attributes.id === "string" && idKey(one.attributes.id) === idKey(id),
    );
    if (made !== undefined && known === undefined) {
      return { kind: "one", resource: made };
    }
    const name = parseArmId(id)?.segments.at(-1)?.name;
    const { type } = changer.attributes;
    const split = typeof type === "string" ? splitChildId(id, lastOf(type)) : undefined;
    const perhaps = this.any(changer, name, (one) => typeof one.attributes.id !== "string");
    return perhaps.kind === "any" && perhaps.resources.length === 0 && name !== undefined && known === undefined
      ? { kind: "unseen", name, parent: split?.parent, id }
      : perhaps;
  }

  private byParts(changer: Resource, child: Child): Aim {
    const likely = this.possible(changer, child.name)
      .map((resource) => ({ resource, isSame: this.isIn(resource, child.parent) }))
      .filter(({ isSame }) => isSame !== false);
    const [only, ...more] = likely;
    if (only === undefined) {
      return { kind: "unseen", ...child };
    }
    const isSure = more.length === 0 && only.isSame === true && typeof only.resource.attributes.name === "string";
    return isSure
      ? { kind: "one", resource: only.resource }
      : { kind: "any", resources: likely.map(({ resource }) => resource) };
  }

  private any(changer: Resource, name: string | undefined, mayBe: (one: Resource) => boolean = () => true): Aim {
    return { kind: "any", resources: this.possible(changer, name).filter(mayBe) };
  }

  /** Everything that may be meant, for all that type and name tell. */
  private possible({ attributes: { type } }: Resource, name: string | undefined): readonly Resource[] {
    return this.all().filter(
      ({ standing, attributes, type: own }) =>
        standing === "managed" &&
        (typeof type !== "string" || azurermOf(type) === own) &&
        (name === undefined || typeof attributes.name !== "string" || sameName(attributes.name, name)),
    );
  }

  /** Whether a resource is in what a parent's id leads to; undefined where that can't be told. */
  private isIn({ type, attributes }: Resource, parent: Attribute | undefined): boolean | undefined {
    const attribute = shapeReadAs(type)?.parent;
    const own = attributes[attribute ?? "resource_group_name"];
    if (attribute === undefined) {
      return isSameGroup(own, parent);
    }
    const [mine, other] = [this.sources.target(own), this.sources.target(parent)];
    if (mine.kind === "resource" && other.kind === "resource") {
      return this.sources.same(mine.resource) === this.sources.same(other.resource);
    }
    const [id, wanted] = [mine, other].map((lead) =>
      lead.kind === "resource"
        ? this.sources.idOf(this.sources.same(lead.resource))
        : "value" in lead
          ? lead.value
          : null,
    );
    const areIds = isId(id) && isId(wanted);
    return areIds ? idKey(id) === idKey(wanted) : undefined;
  }

  /** A resource as it is after what is changed already. */
  private now(resource: Resource): Resource {
    return (
      this.all().find(({ address, input }) => address === resource.address && input === resource.input) ?? resource
    );
  }
}

function lastOf(type: string): string {
  return type.split("@")[0]?.split("/").at(-1) ?? "";
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("/");
}

/** azurerm has the name of a resource group where azapi has its id. */
function isSameGroup(own: Attribute | undefined, parent: Attribute | undefined): boolean | undefined {
  if (own instanceof Reference && parent instanceof Reference) {
    return own.address === parent.address && own.input === parent.input ? true : undefined;
  }
  const group = typeof parent === "string" ? /\/resourceGroups\/([^/]+)$/i.exec(parent)?.[1] : undefined;
  return typeof own === "string" && group !== undefined ? sameName(own, group) : undefined;
}
