import type { Attribute, Resource } from "../resource";
import { azurermOf, entryOfArm } from "./arm-types";
import { LEDGER } from "./ledger";
import { entryOf, isUnheardOf } from "./types";

/** Types of the azapi provider, which can make or change anything in Azure. */
const AZAPI: ReadonlySet<string> = new Set([
  "azapi_data_plane_resource",
  "azapi_resource",
  "azapi_resource_action",
  "azapi_update_resource",
]);

/** Is this a type of the azapi provider? */
export function isAzapi(type: string): boolean {
  return AZAPI.has(type);
}

/**
 * Do readers keep a resource or data source of this Terraform type? Those that are judged, those that are only seen, and
 * what azapi makes or changes, which its attribute `type` tells.
 */
export function isOurType(type: string): boolean {
  const entry = entryOf(type);
  return isAzapi(type) || (entry !== undefined && entry.kind !== "without effect");
}

/** The Terraform types that rules speak of. Data sources of these types count too. */
export const JUDGED_TYPES: readonly string[] = Object.keys(LEDGER);

/** Do rules speak of this Terraform type? */
export function isJudged(type: string): boolean {
  return entryOf(type)?.kind === "judged";
}

/** What a resource of which no rule speaks could do, in words that follow "it could"; undefined where it could do nothing. */
export function couldOf({ type, attributes }: Resource): string | undefined {
  const made = attributes.type;
  const entry = isAzapi(type) && typeof made === "string" ? entryOfArm(made) : entryOf(type);
  return entry === undefined || entry.kind === "without effect" ? undefined : entry.could;
}

/** Is this a type of networks that this version has never heard of? Nothing it may bring can be told. */
export function isNewType(type: string): boolean {
  return isUnheardOf(type);
}

/**
 * Does what azapi makes or changes belong to such a network, or may it?
 * @param type the type of azapi's
 * @param made its attribute `type`: `Microsoft.Network/virtualHubs@2024-05-01`; no text where that is unknown
 */
export function isKeptOfAzapi(type: string, made: Attribute | undefined): boolean {
  const entry = typeof made === "string" ? entryOfArm(made) : undefined;
  if (typeof made !== "string" || (entry !== undefined && entry.kind !== "without effect")) {
    return true;
  }
  // What azapi makes of such a type counts where something refers to it; what it changes may be azurerm's.
  return type !== "azapi_resource" && azurermOf(made) !== undefined;
}
