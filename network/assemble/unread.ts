import { azurermOf } from "../ledger/arm-types";
import { isAzapi, isJudged } from "../ledger/kept";
import type { Unread } from "../network";
import type { Resource } from "../resource";
import { parseTraversal } from "../traversal";

/** What an input doesn't show, with the types of what it may bring, as far as they can be told. */
export function unreadOf(unread: readonly Unread[], resources: readonly Resource[]): readonly Unread[] {
  if (unread.length === 0) {
    return unread;
  }
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  return unread.map((one) => {
    const type = typeBrought(one.address, byAddress.get(one.address)) ?? typeOfProperty(one.address, byAddress);
    return type === undefined ? one : { ...one, brings: [type] };
  });
}

/** Types of which a property that nobody reads changes what is of their own kind: a tunnel, a circuit, a spoke. */
const KEPT_TO_THEMSELVES = /^azurerm_(?:express_route_|vpn_|virtual_hub_connection$|virtual_network$|subnet$)/;

/** The type of the resource in whose body of azapi's a property stands: `azapi_resource.more.body.properties.x`. */
function typeOfProperty(address: string, byAddress: ReadonlyMap<string, Resource>): string | undefined {
  const [, owner = ""] = /^(.+?)\.body\./.exec(address) ?? [];
  const holder = byAddress.get(owner);
  const made = holder?.attributes.type;
  const type =
    holder !== undefined && isAzapi(holder.type) && typeof made === "string" ? azurermOf(made) : holder?.type;
  return type !== undefined && KEPT_TO_THEMSELVES.test(type) ? type : undefined;
}

/** A resource that is only named is of its own type, and so is one of which an attribute isn't read. */
function typeBrought(address: string, resource: Resource | undefined): string | undefined {
  if (resource !== undefined) {
    const made = resource.attributes.type;
    return isAzapi(resource.type) && typeof made === "string" ? azurermOf(made) : undefined;
  }
  const names = (parseTraversal(address) ?? []).flatMap((step) => ("name" in step ? [step.name] : []));
  return names.find(isJudged);
}
