import type { Problem } from "../../../text/problem";
import { idKey } from "../../arm-id";
import type { Unknown } from "../../field";
import type { Sources } from "../../fields/sources";
import type { Reading } from "../../input/reading";
import type { Existing } from "../../intent";
import type { Part } from "../../network";
import { type Attribute, isList, isRecord, type Resource, UnknownAttribute } from "../../resource";
import { Addressees } from "./addressees";
import { reason } from "./stated-fields";
import type { Statement } from "./statement";

/**
 * What statements say of the gateways, hubs and WANs that exist already, by the address of a data source, or by id. An
 * output speaks of those that its own input reads or names by their id.
 */
export class ExistingParts {
  private readonly complete = new Set<Part>();
  private readonly unknowns: Unknown[] = [];
  private readonly byAddress: Addressees<Part>;

  constructor(
    private readonly sources: Sources,
    readings: readonly Reading[],
    parts: readonly Part[],
  ) {
    this.byAddress = new Addressees<Part>("existing gateway, hub or WAN", readings);
    const byResource = new Map<Resource, Part>(parts.map((part) => [part.resource, part]));
    const described = sources.resources.filter(({ type }) => TYPES.has(type));
    const outside = parts.map(({ resource }) => resource).filter(isKnownById);
    for (const resource of [...described, ...outside]) {
      // A data source of what another input makes has no part of its own.
      const part = byResource.get(sources.same(resource));
      if (part !== undefined) {
        this.enterPart(resource, part, sources.idOf(resource));
      }
    }
  }

  /** Takes what a statement says; tells what of it is wrong. */
  enter({ stated: { existing }, input, name }: Statement): Problem[] {
    if (existing instanceof UnknownAttribute) {
      this.unknowns.push(reason(existing, ["existing"], name));
      return [];
    }
    return Object.entries(existing ?? {}).flatMap(([address, does]): Problem[] => {
      if (input !== undefined && address.startsWith("/") && !this.speaksOf(input, address)) {
        // Constructs state it of whatever they are told of, whether the Terraform refers to it or not.
        return [];
      }
      const path = ["existing", address];
      const found = input === undefined ? this.byAddress.anywhere(address) : this.byAddress.inInput(input, address);
      if (found.part === undefined) {
        return found.problem === undefined ? [] : [{ path, at: "key", message: found.problem }];
      }
      if (does instanceof UnknownAttribute) {
        this.unknowns.push(reason(does, path, name));
      } else if (does !== null && does !== undefined) {
        this.complete.add(found.part);
      }
      return [];
    });
  }

  get stated(): Existing {
    return { complete: this.complete, unknowns: this.unknowns };
  }

  /** Whether an input reads or names an id. */
  private speaksOf(input: string, id: string): boolean {
    const own = this.sources.resources.filter((resource) => resource.input === input);
    return own.some(({ attributes }) => holdsId(attributes, idKey(id)));
  }

  private enterPart({ input, address }: Resource, part: Part, id: string | undefined): void {
    this.byAddress.add(input, address, part);
    if (id !== undefined && id !== address) {
      this.byAddress.add(input, id, part);
    }
  }
}

const TYPES: ReadonlySet<string> = new Set([
  "azurerm_virtual_wan",
  "azurerm_virtual_hub",
  "azurerm_vpn_gateway",
  "azurerm_express_route_gateway",
]);

function holdsId(value: Attribute, key: string): boolean {
  if (typeof value === "string") {
    return idKey(value) === key;
  }
  return isList(value)
    ? value.some((element) => holdsId(element, key))
    : isRecord(value) && Object.values(value).some((inner) => holdsId(inner, key));
}

function isKnownById({ standing, type, attributes }: Resource): boolean {
  return standing === "outside" && TYPES.has(type) && typeof attributes.id === "string";
}
