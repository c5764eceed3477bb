import { idKey, parseArmId } from "../arm-id";
import type { Ref } from "../field";
import { type Block, hiddenAt, itself, pathOf, reasonOf } from "../fields/block";
import { type Sources, unknownOf, type Value } from "../fields/sources";
import type { Part } from "../network";
import { type Resource, UnknownAttribute } from "../resource";
import { identityOf } from "./identity";

/** Parts of every kind by their resource, for attributes that may refer to anything, such as a next hop. */
export class AnyParts {
  private readonly byResource = new Map<Resource, Part>();
  private readonly outside = new Map<string, Part>();

  constructor(
    private readonly sources: Sources,
    parts: Iterable<Part>,
  ) {
    for (const part of parts) {
      this.byResource.set(part.resource, part);
      const id = part.resource.standing === "outside" ? sources.idOf(part.resource) : undefined;
      if (id !== undefined) {
        this.outside.set(idKey(id), part);
      }
    }
  }

  refer(block: Block, name: string): Ref<Part> {
    const path = pathOf(block, name);
    const lead = this.sources.target(block.attributes[name]);
    switch (lead.kind) {
      case "resource":
        return { state: "resolved", path, to: this.of(lead.resource) };
      case "elsewhere": {
        const [address = lead.reference.address] = unknownOf(lead.reference).decidedBy;
        return { state: "resolved", path, to: this.unseen(`${lead.reference.input}\n${address}`, block, address, {}) };
      }
      case "value":
        return this.fromValue(block, path, lead.value);
    }
  }

  private fromValue(block: Block, path: string, value: Value): Ref<Part> {
    if (value === undefined || value === null || value === "") {
      const unknown = hiddenAt(block, path);
      return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
    }
    if (value instanceof UnknownAttribute) {
      const unknown = reasonOf(block, path, value);
      if (unknown === undefined) {
        return { state: "absent", path };
      }
      const identity = identityOf(block.resource, unknown);
      return identity === undefined
        ? { state: "unknown", path, unknown }
        : { state: "resolved", path, to: this.unseen(identity.key, block, identity.name, {}) };
    }
    return typeof value === "string"
      ? this.byId(block, path, value)
      : { state: "unknown", path, unknown: itself(block, path, "not a resource id") };
  }

  private byId(block: Block, path: string, id: string): Ref<Part> {
    const known = this.sources.withId(id);
    if (known === "ambiguous") {
      return { state: "unknown", path, unknown: { decidedBy: [id] } };
    }
    const to = known === undefined ? this.unseen(idKey(id), block, id, { id }) : this.of(known);
    return { state: "resolved", path, to };
  }

  private of(resource: Resource): Part {
    const same = this.sources.same(resource);
    const known = this.byResource.get(same);
    if (known !== undefined) {
      return known;
    }
    const part = { resource: same };
    this.byResource.set(same, part);
    return part;
  }

  private unseen(key: string, block: Block, address: string, attributes: Resource["attributes"]): Part {
    const known = this.outside.get(key);
    if (known !== undefined) {
      return known;
    }
    const type = typeIn(address);
    const part: Part = {
      resource: { address, type, standing: "outside", input: block.resource.input, attributes },
    };
    this.outside.set(key, part);
    return part;
  }

  /** Parts that only such an attribute speaks of. */
  get unseenParts(): readonly Part[] {
    return [...this.outside.values()].filter((part) => !this.byResource.has(part.resource));
  }
}

const TERRAFORM_TYPES: ReadonlyMap<string, string> = new Map([
  ["azurefirewalls", "azurerm_firewall"],
  ["hubvirtualnetworkconnections", "azurerm_virtual_hub_connection"],
]);

/** What an id tells of the type; ARM's own name where Terraform has another or none. */
function typeIn(id: string): string {
  const armType = parseArmId(id)?.segments.at(-1)?.type ?? "unknown";
  return TERRAFORM_TYPES.get(armType.toLowerCase()) ?? armType;
}
