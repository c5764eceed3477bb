import type { Reading } from "../../network/input/reading";
import type { Attribute, AttributeObject, Resource } from "../../network/resource";

/** What a reader would make of an input that holds these resources. */
export function readingOf(path: string, resources: readonly Resource[], intent?: Attribute): Reading {
  const counts = { total: resources.length, ofOurTypes: resources.length };
  return { path, kind: "plan", resources, intent, counts, unread: [] };
}

/** A resource that an input manages: `azurerm_vpn_site.hq`. */
export function managed(input: string, address: string, attributes: AttributeObject): Resource {
  return { address, type: typeIn(address), standing: "managed", input, attributes };
}

/** A data source: `data.azurerm_virtual_hub.hub`. */
export function data(input: string, address: string, attributes: AttributeObject): Resource {
  return { address, type: typeIn(address), standing: "data", input, attributes };
}

function typeIn(address: string): string {
  return /az(?:api|urerm)_\w+/.exec(address)?.[0] ?? address;
}
