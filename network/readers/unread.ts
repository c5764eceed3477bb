import { isNewType } from "../ledger/kept";
import { notModelledOf } from "../ledger/ledger";
import type { Unread } from "../network";
import { type Attribute, isList, isRecord, type Resource, UnknownAttribute } from "../resource";
import { unreadAzapi } from "./azapi/unread-azapi";
import { isTemplate, MAKES } from "./templates";

/**
 * What a resource may bring that no rule can speak of: what azapi makes or changes, a type that this version has never
 * heard of, attributes that nobody reads, and the very tunnels that are judged here, of a gateway in a virtual network.
 */
export function unreadIn(resource: Resource): readonly Unread[] {
  const { address, type } = resource;
  if (isNewType(type)) {
    return [unread(address, `is of type ${type}, which this version doesn't know: it could change anything`)];
  }
  return usesPrivateAddresses(resource)
    ? [
        unread(
          address,
          "is a tunnel over the private addresses of a gateway in a virtual network, which no rule judges",
        ),
      ]
    : [...unmodelledIn(resource), ...unreadAzapi(resource), ...deployedBy(resource), ...notModelledIn(resource)];
}

function unmodelledIn({ address, unmodelled = [] }: Resource): readonly Unread[] {
  return unmodelled.map((path) => unread(`${address}.${path}`, "is set and not modelled: it could change anything"));
}

function deployedBy({ address, type, attributes }: Resource): readonly Unread[] {
  const makes = attributes[MAKES];
  const named = isTemplate(type) && isList(makes) ? makes : [];
  return named.length === 0
    ? []
    : [unread(address, `deploys a template that speaks of ${named.join(", ")}, and templates aren't read`)];
}

/** What somebody has set that nobody reads, and that could change something. */
function notModelledIn({ address, type, standing, attributes }: Resource): readonly Unread[] {
  const own = standing === "outside" ? [] : notModelledOf(type, standing);
  return own
    .filter(({ path, unless }) => valuesAt(attributes, path.split(".")).some((value) => isSet(value, unless)))
    .map(({ path, could }) => unread(`${address}.${path}`, `is set and not modelled: it could ${could}`));
}

/** What stands under a path, in every block of its names. What can't be told stands for all inside it. */
function valuesAt(value: Attribute | undefined, [step, ...rest]: readonly string[]): (Attribute | undefined)[] {
  if (step === undefined || value instanceof UnknownAttribute) {
    return [value];
  }
  if (isList(value)) {
    return value.flatMap((one) => valuesAt(one, [step, ...rest]));
  }
  return isRecord(value) ? valuesAt(value[step], rest) : [];
}

function isSet(value: Attribute | undefined, unless: readonly (string | number | boolean)[]): boolean {
  if (value === undefined || value === null || (value instanceof UnknownAttribute && value.computed)) {
    return false;
  }
  return !unless.some((one) => String(one) === String(value));
}

function usesPrivateAddresses({ type, standing, attributes }: Resource): boolean {
  const flag = attributes.local_azure_ip_address_enabled;
  const isOn = flag === true || flag === "true" || (flag instanceof UnknownAttribute && !flag.computed);
  return type === "azurerm_virtual_network_gateway_connection" && standing === "managed" && isOn;
}

function unread(address: string, reason: string): Unread {
  return { address, reason, unknown: { decidedBy: [address] } };
}
