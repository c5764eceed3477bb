import { type Address, parseAddress } from "../../../lib/address/address";
import type { Field } from "../../network/field";
import type { Network, SiteLink } from "../../network/network";
import { at } from "../judgement";
import type { Judgement, Place } from "../rule";
import { called } from "./names";
import { isDescribed } from "./standing";
import { cannotTell } from "./unknowns";

/** The links of every site that an input describes. */
export function siteLinks(network: Network): SiteLink[] {
  return network.sites.filter(isDescribed).flatMap((site) => site.links.items);
}

/**
 * Judges every link of every site. Where a site may have more links than its input tells, that is undecided too.
 * `question` is what is judged, after "whether": "their peering addresses are usable".
 */
export function* judgeSiteLinks(
  network: Network,
  question: string,
  judge: (link: SiteLink) => Iterable<Judgement>,
): Iterable<Judgement> {
  for (const site of network.sites.filter(isDescribed)) {
    for (const link of site.links.items) {
      yield* judge(link);
    }
    if (site.links.unknown !== undefined) {
      const message = `which links ${called("site", site)} has can't be told, nor whether ${question}`;
      yield cannotTell(at(site, site.links.path), site.links.unknown, message);
    }
  }
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
