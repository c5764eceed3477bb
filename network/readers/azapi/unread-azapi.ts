import { shapeOf } from "../../ledger/arm/shapes";
import { CONNECTION_POLICY } from "../../ledger/arm/wan-and-hub";
import { entryOfArm } from "../../ledger/arm-types";
import { isAzapi, isKeptOfAzapi } from "../../ledger/kept";
import type { Unread } from "../../network";
import { type Attribute, type AttributeObject, isRecord, type Resource } from "../../resource";
import { isTemplate, keptOfTemplate } from "../templates";
import { bodyOf, isSet, readBack, setBy, type Translated, translated } from "./translated";

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
  if (!isAzapi(type)) {
    return attributes;
  }
  const kept = Object.fromEntries(Object.entries(attributes).filter(([name]) => KEPT.has(name)));
  return changesTagsAlone(type, attributes) ? { ...kept, [CHANGES]: "tags" } : kept;
}

/** What is kept of a resource, and its type: that of azurerm, where the body of azapi's is read in azurerm's names. */
export function keptOf(
  type: string,
  standing: "managed" | "data",
  attributes: AttributeObject,
): Pick<Resource, "type" | "attributes" | "unmodelled"> {
  const found = standing === "data" && type === "azapi_resource" ? readBack(attributes) : undefined;
  if (found !== undefined) {
    return { type: found.type, attributes: found.attributes };
  }
  const set = type === "azapi_update_resource" ? setBy(attributes) : undefined;
  if (set !== undefined) {
    return { type, attributes: { ...keptAttributes(type, attributes), sets: set.attributes }, ...unmodelled(set) };
  }
  const made = standing === "managed" ? translated(type, attributes) : undefined;
  if (made === undefined) {
    return { type, attributes: keptAttributes(type, attributes) };
  }
  if (made.type === CONNECTION_POLICY) {
    const { routing, internet_security_enabled, ...own } = made.attributes;
    const sets = { routing: routing ?? null, internet_security_enabled: internet_security_enabled ?? null };
    return { type, attributes: { ...own, type: attributes.type ?? null, sets }, ...unmodelled(made) };
  }
  return { type: made.type, attributes: made.attributes, ...unmodelled(made) };
}

function unmodelled({ left }: Translated): Pick<Resource, "unmodelled"> {
  return left.length === 0 ? {} : { unmodelled: left };
}

/** Whether a resource is kept at all. What azapi reads, and nobody reads of it, makes nothing; of what it makes and changes, the ARM type tells. */
export function isKept({ type, standing, attributes }: Pick<Resource, "type" | "standing" | "attributes">): boolean {
  return !isAzapi(type) || (standing === "managed" && isKeptOfAzapi(type, attributes.type) && acts(type, attributes));
}

/**
 * Reading something changes nothing, what is done when the resource is destroyed isn't done now, and where Azure takes tags and
 * nothing else, tags alone are other.
 */
function acts(type: string, attributes: AttributeObject): boolean {
  const { method, when } = attributes;
  const isIdle = when === "destroy" || method === "GET" || method === "HEAD" || attributes[CHANGES] === "tags";
  return type !== "azapi_resource_action" || !isIdle;
}

/** What an action changes, where its body tells that. */
const CHANGES = "changes";

/** Whether an action changes tags alone: PATCH of a WAN or a hub, whatever its body says, and a PATCH that holds nothing else. */
function changesTagsAlone(
  type: string,
  { type: made, method, action, body, sensitive_body }: AttributeObject,
): boolean {
  const isPatch = type === "azapi_resource_action" && method === "PATCH" && !isSet(action);
  const isOfWan = typeof made === "string" && /^Microsoft\.Network\/virtual(?:Wans|Hubs)(?:@|$)/i.test(made);
  const written = bodyOf(body);
  const isOfTags =
    !isSet(sensitive_body) &&
    written !== undefined &&
    Object.keys(written).every((name) => name === "tags" || !isSet(written[name]));
  return isPatch && (isOfWan || isOfTags);
}

/** What the azapi provider makes or changes of such a network, or may: it is not read, so it is never passed. */
export function unreadAzapi({ address, type, attributes }: Resource): readonly Unread[] {
  const made = attributes.type;
  // Of what sets something that is read, can't be told here what it sets it on: that is joined with all inputs.
  const isOpen = (typeof made !== "string" || entryOfArm(made)?.kind === "judged") && !isRecord(attributes.sets);
  return isAzapi(type) && isOpen ? [{ address, reason: reasonOf(type, made), unknown: { decidedBy: [address] } }] : [];
}

function reasonOf(type: string, made: Attribute | undefined): string {
  const what = typeof made === "string" ? made : "something of a type that is unknown";
  const isOfReadType = typeof made === "string" && shapeOf(made) !== undefined;
  if (isOfReadType && (type === "azapi_resource" || type === "azapi_update_resource")) {
    const does = type === "azapi_resource" ? "makes" : "changes";
    return `${does} ${what}, and its body can't be told: write it as an object, and not as JSON text`;
  }
  return type === "azapi_resource" || type === "azapi_data_plane_resource"
    ? `makes ${what}, and what azapi makes isn't read: write it with azurerm`
    : `changes ${what}, and what azapi changes isn't read: write it with azurerm`;
}
