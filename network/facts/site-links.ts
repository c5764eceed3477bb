import { type Address, parseAddress } from "../../address/address";
import type { Field } from "../field";
import type { Network, SiteLink } from "../network";
import { at, type Place } from "../place";
import { isDescribed } from "./standing";

/** The links of every site that an input describes. */
export function siteLinks(network: Network): SiteLink[] {
  return network.sites.filter(isDescribed).flatMap((site) => site.links.items);
}

/** The place of an attribute of a site link. */
export function inSite(link: SiteLink, attribute: { readonly path: string }): Place {
  return at(link.site, attribute.path);
}

/** The address that a field states; none where it is unknown, absent or not an address. */
export function addressOfField(field: Field<string>): Address | undefined {
  const parsed = field.state === "known" ? parseAddress(field.value) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

/** Whether two addresses are the same. */
export function sameAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value;
}
