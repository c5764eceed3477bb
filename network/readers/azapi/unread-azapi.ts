import { entryOfArm } from "../../ledger/arm-types";
import { isAzapi, isKeptOfAzapi } from "../../ledger/kept";
import type { Unread } from "../../network";
import type { Attribute, AttributeObject, Resource } from "../../resource";
import { isTemplate, keptOfTemplate } from "../templates";
import { translated } from "./translated";

/** What is kept of what azapi makes or changes. Its body may hold secrets, and nobody reads it. */
const KEPT: ReadonlySet<string> = new Set([
  "action",
  "id",
  "location",
  "method",
  "name",
  "parent_id",
  "resource_id",
  "type",
  "when",
]);

/** What is kept of the attributes of a resource: all of it, unless azapi or a template makes it. */
function keptAttributes(type: string, attributes: AttributeObject): AttributeObject {
  if (isTemplate(type)) {
    return keptOfTemplate(attributes);
  }
  return isAzapi(type) ? Object.fromEntries(Object.entries(attributes).filter(([name]) => KEPT.has(name))) : attributes;
}

/** What is kept of a resource, and its type: that of azurerm, where the body of azapi's is read in azurerm's names. */
export function keptOf(
  type: string,
  attributes: AttributeObject,
): Pick<Resource, "type" | "attributes" | "unmodelled"> {
  const made = translated(type, attributes);
  if (made === undefined) {
    return { type, attributes: keptAttributes(type, attributes) };
  }
  return {
    type: made.type,
    attributes: made.attributes,
    ...(made.left.length === 0 ? {} : { unmodelled: made.left }),
  };
}

/** Whether a resource is kept at all. What azapi reads makes nothing; of what it makes and changes, the ARM type tells. */
export function isKept({ type, standing, attributes }: Pick<Resource, "type" | "standing" | "attributes">): boolean {
  return !isAzapi(type) || (standing === "managed" && isKeptOfAzapi(type, attributes.type) && acts(type, attributes));
}

/** Reading something changes nothing, and what is done when the resource is destroyed isn't done now. */
function acts(type: string, { method, when }: AttributeObject): boolean {
  return type !== "azapi_resource_action" || !(when === "destroy" || method === "GET" || method === "HEAD");
}

/** What the azapi provider makes or changes of such a network, or may: it is not read, so it is never passed. */
export function unreadAzapi({ address, type, attributes }: Resource): readonly Unread[] {
  const made = attributes.type;
  const isOpen = typeof made !== "string" || entryOfArm(made)?.kind === "judged";
  return isAzapi(type) && isOpen ? [{ address, reason: reasonOf(type, made), unknown: { decidedBy: [address] } }] : [];
}

function reasonOf(type: string, made: Attribute | undefined): string {
  const what = typeof made === "string" ? made : "something of a type that is unknown";
  return type === "azapi_resource" || type === "azapi_data_plane_resource"
    ? `makes ${what}, and what azapi makes isn't read: write it with azurerm`
    : `changes ${what}, and what azapi changes isn't read: write it with azurerm`;
}
