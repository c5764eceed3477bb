import { idKey } from "../../../network/arm-id";
import type { Unknown } from "../../../network/field";
import { type Block, blockOf, hiddenAt, itself, pathOf, reasonOf } from "../../../network/fields/block";
import { unknownOf } from "../../../network/fields/sources";
import { isOurType } from "../../../network/ledger/kept";
import type { Network } from "../../../network/network";
import { type Attribute, isList, type Resource, UnknownAttribute } from "../../../network/resource";
import { sourcesOf } from "./resource-blocks";

/** What an id attribute leads to, where it may be a resource of any type. */
export type Target =
  | { readonly state: "block"; readonly block: Block }
  /** Something that no input describes, known by its id; or a resource of a type that isn't read, by its address. */
  | { readonly state: "id"; readonly id: string }
  | { readonly state: "unknown"; readonly unknown: Unknown }
  | { readonly state: "absent" };

/** What an id attribute of a block leads to. */
export function targetOfBlock(network: Network, block: Block, name: string): Target {
  return targetOf(network, block, pathOf(block, name), block.attributes[name]);
}

/** What each id of a list leads to; a list that can't be told is one unknown target. */
export function targetsOfBlock(network: Network, block: Block, name: string): Target[] {
  const path = pathOf(block, name);
  const value = block.sources.value(block.attributes[name]);
  if (isList(value)) {
    return value.map((element, index) => targetOf(network, block, `${path}[${index}]`, element));
  }
  return [targetOf(network, block, path, block.attributes[name])];
}

function targetOf(network: Network, block: Block, path: string, attribute: Attribute | undefined): Target {
  const sources = sourcesOf(network);
  const lead = sources.target(attribute);
  if (lead.kind === "resource") {
    return described(network, sources.same(lead.resource));
  }
  if (lead.kind === "elsewhere") {
    return unlessForeign(unknownOf(lead.reference));
  }
  const { value } = lead;
  if (typeof value === "string" && value !== "") {
    const known = sources.withId(value);
    return known === undefined || known === "ambiguous" ? { state: "id", id: value } : described(network, known);
  }
  const unknown =
    value instanceof UnknownAttribute
      ? reasonOf(block, path, value)
      : value === undefined || value === null || value === ""
        ? hiddenAt(block, path)
        : itself(block, path);
  return unknown === undefined ? { state: "absent" } : unlessForeign(unknown);
}

/** An unknown id of a resource whose type isn't read is surely none of a type that is. */
function unlessForeign(unknown: Unknown): Target {
  const [only, ...others] = unknown.decidedBy;
  const type = /(?:^|\.)(azurerm_\w+)\.[\w-]+(?:\[[^\]]*\])?\.id$/.exec(only ?? "")?.[1];
  const foreign = others.length === 0 && type !== undefined && !isOurType(type);
  return foreign ? { state: "id", id: only ?? "" } : { state: "unknown", unknown };
}

function described(network: Network, resource: Resource): Target {
  const { id } = resource.attributes;
  return resource.standing === "outside" && typeof id === "string"
    ? { state: "id", id: idKey(id) }
    : { state: "block", block: blockOf(sourcesOf(network), resource) };
}
