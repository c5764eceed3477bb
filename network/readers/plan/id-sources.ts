import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../../text/json";
import type { Planned } from "./planned";

/** Whether the plan doesn't know the id of an instance. */
export function hasUnknownId({ unknown }: Planned): boolean {
  return unknown === true || (isJsonObject(unknown) && unknown.id === true);
}

/**
 * Whether something that the plan doesn't know of an instance may be the id of another resource: an output of azapi, of
 * `terraform_data`, of a template or a script, a data source that is read at apply. So may what chooses among ids by chance.
 *
 * @param armType the type that is wanted, in ARM's words: what azapi makes has an id of its own type
 */
export function mayPassOnIds(one: Planned, armType: string): boolean {
  const { mode, type, unknown } = one;
  if (!holdsTrue(unknown)) {
    return false;
  }
  if (mode === "data") {
    return !TELLS_NO_RESOURCES.has(type);
  }
  if (type === "azapi_resource") {
    return exportsValues(one) || isGivenBy(madeBy(one), armType.toLowerCase());
  }
  const passedOn = [...PASSED_ON].find(([prefix]) => type.startsWith(prefix))?.[1];
  if (passedOn !== undefined) {
    return !isJsonObject(unknown) || passedOn.some((name) => holdsTrue(unknown[name]));
  }
  const inside = HOLDS_OTHERS.get(type);
  if (inside?.armTypes.includes(armType) === true) {
    return !isJsonObject(unknown) || inside.isIn(unknown);
  }
  return !type.startsWith("azurerm_") || /template_deployment|deployment_script|managed_application/.test(type);
}

/** What of other providers' resources may be an id of a network. All else that they have is made by themselves. */
const PASSED_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ["null_resource", ["triggers"]],
  ["random_integer", ["keepers", "result"]],
  ["random_shuffle", ["input", "keepers", "result"]],
  ["random_", ["keepers"]],
  ["terraform_data", ["input", "output", "triggers_replace"]],
  ["time_", ["triggers"]],
  ["tls_", ["keepers"]],
]);

/** Resources of azurerm that have others in them: subnets that are written in their network, the circuit of a private cloud. */
const HOLDS_OTHERS: ReadonlyMap<
  string,
  { readonly armTypes: readonly string[]; readonly isIn: (unknown: JsonObject) => boolean }
> = new Map([
  // Of a network in which nobody writes any, all of them are unknown at once.
  [
    "azurerm_virtual_network",
    { armTypes: ["subnets"], isIn: ({ subnet }) => isJsonArray(subnet) && holdsTrue(subnet) },
  ],
  [
    "azurerm_vmware_private_cloud",
    { armTypes: ["expressRouteCircuits", "peerings"], isIn: ({ circuit }) => holdsTrue(circuit) },
  ],
]);

/** Whether what azapi makes gives ids of a type, both in small letters: its own, or of what Azure lists in it. */
function isGivenBy(made: string | undefined, armType: string): boolean {
  return made === undefined || made === armType || (LISTED_IN.get(made)?.includes(armType) ?? false);
}

/** azapi gives what Azure fills in without being asked (`output`), and there are ids in it. */
const LISTED_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ["expressroutecircuits", ["peerings"]],
  ["expressrouteports", ["expressroutecircuits"]],
  ["virtualhubs", ["expressroutegateways", "routemaps", "vpngateways"]],
  ["virtualnetworks", ["subnets"]],
  ["virtualwans", ["virtualhubs", "vpnsites"]],
]);

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
