import type { Address } from "../../../address/address";
import { addressOfField, inSite } from "../../../network/facts/site-links";
import type { Unknown } from "../../../network/field";
import type { SiteLink } from "../../../network/network";
import type { Place } from "../rule";

/** The BGP peer of a link that the input tells. */
export interface KnownPeer {
  readonly state: "known";
  readonly place: Place;
  readonly address: Address;
}

/** The BGP peer of a link that the input doesn't tell, or it doesn't tell whether there is one. */
export interface UnknownPeer {
  readonly state: "unknown";
  readonly place: Place;
  readonly unknown: Unknown;
}

/**
 * The BGP peer of a link; none where the link has no BGP, or where the text is no address, of which `prefix-canonical`
 * speaks.
 */
export function bgpPeerOf(link: SiteLink): KnownPeer | UnknownPeer | undefined {
  if (link.bgp.state === "unknown") {
    return { state: "unknown", place: inSite(link, link.bgp), unknown: link.bgp.unknown };
  }
  if (link.bgp.state === "absent") {
    return undefined;
  }
  const field = link.bgp.value.peeringAddress;
  const place = inSite(link, field);
  if (field.state === "unknown") {
    return { state: "unknown", place, unknown: field.unknown };
  }
  const address = addressOfField(field);
  return address === undefined ? undefined : { state: "known", place, address };
}
