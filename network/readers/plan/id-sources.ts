import { isJsonArray, isJsonObject, type Json } from "../../../text/json";
import type { Planned } from "./planned";

/** Whether the plan doesn't know the id of an instance. */
export function hasUnknownId({ unknown }: Planned): boolean {
  return unknown === true || (isJsonObject(unknown) && unknown.id === true);
}

/**
 * Whether something that the plan doesn't know of an instance may be the id of another resource, of whatever type: an output
 * of azapi, of `terraform_data`, of a template or a script, a data source that is read at apply.
 *
 * @param armType the type that is wanted, in ARM's words: what azapi makes has an id of its own type
 */
export function mayPassOnIds(one: Planned, armType: string): boolean {
  const { mode, type, unknown } = one;
  if (!holdsTrue(unknown)) {
    return false;
  }
  if (type === "azapi_resource" && mode === "managed") {
    return exportsValues(one) || madeBy(one) === undefined || madeBy(one) === armType.toLowerCase();
  }
  if (mode === "data") {
    return !TELLS_NO_RESOURCES.has(type);
  }
  if (/^(?:random|tls)_/.test(type)) {
    // What they make is no id. What they keep may be one.
    return isJsonObject(unknown) && holdsTrue(unknown.keepers);
  }
  return !type.startsWith("azurerm_") || /template_deployment|deployment_script|managed_application/.test(type);
}

/** Whether azapi is asked for values of what it makes: any id may be among them. */
function exportsValues({ values, unknown }: Planned): boolean {
  return [values, unknown].some((told) => {
    const exported = isJsonObject(told) ? told.response_export_values : undefined;
    return exported !== undefined && exported !== null && exported !== false;
  });
}

/** The last name of the type of what azapi makes, in small letters; undefined where that isn't known. */
function madeBy({ values }: Planned): string | undefined {
  const made = isJsonObject(values) ? values.type : undefined;
  return typeof made === "string" ? made.split("@")[0]?.split("/").at(-1)?.toLowerCase() : undefined;
}

/** Data sources that tell no id of a network, whenever they are read. */
const TELLS_NO_RESOURCES: ReadonlySet<string> = new Set([
  "azurerm_client_config",
  "azurerm_location",
  "azurerm_resource_group",
  "azurerm_subscription",
]);

/** Whether a mask has a mark anywhere. */
export function holdsTrue(mask: Json | undefined): boolean {
  if (isJsonArray(mask)) {
    return mask.some(holdsTrue);
  }
  return isJsonObject(mask) ? Object.values(mask).some(holdsTrue) : mask === true;
}
