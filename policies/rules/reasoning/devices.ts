import type { Address } from "../../../lib/address/address";
import type { Ref, Unknown } from "../../network/field";
import type { LinkConnection, Network, SiteLink, VirtualHub } from "../../network/network";
import type { Place } from "../rule";
import { isOpen } from "./answer";
import { candidatesOf, inConnection } from "./link-connections";
import { calledLinkConnection, calledSiteLink } from "./names";
import { hubOf, isPrivate, privateLinks } from "./private-path";
import { addressOfField, inSite } from "./site-links";
import { isDescribed } from "./standing";

/** A VPN device at the far end of a link that uses, or may use, the gateway's private addresses. */
export interface Device {
  readonly hub: Ref<VirtualHub>;
  /** `link bergen of site bergen` */
  readonly name: string;
  readonly place: Place;
  /** Undefined: it can't be told. */
  readonly address: Address | undefined;
  /** Why it isn't certain that a device with this address is there. Empty where it is. */
  readonly unknowns: readonly Unknown[];
}

/** The devices of all links on the private path. Those without a literal address are left out. */
export function devices(network: Network): Device[] {
  return privateLinks(network).flatMap((link) => {
    const { links, unknowns } = candidatesOf(link);
    return links.length === 0 && unknowns.length > 0
      ? [unseenDevice(link, unknowns)]
      : links.flatMap((siteLink) => deviceOf(link, siteLink, unknowns));
  });
}

function unseenDevice(link: LinkConnection, unknowns: readonly Unknown[]): Device {
  const place = inConnection(link, link.siteLink);
  return { hub: hubOf(link), name: calledLinkConnection(link), place, address: undefined, unknowns };
}

function deviceOf(link: LinkConnection, siteLink: SiteLink, unsure: readonly Unknown[]): Device[] {
  const { address } = siteLink;
  const known = addressOfField(address);
  if (known === undefined && address.state !== "unknown") {
    return [];
  }
  const used = isPrivate(link);
  return [
    {
      hub: hubOf(link),
      name: calledSiteLink(siteLink),
      place: isDescribed(siteLink.site) ? inSite(siteLink, address) : inConnection(link, link.siteLink),
      address: known,
      unknowns: [...(address.state === "unknown" ? [address.unknown] : []), ...unsure, ...(isOpen(used) ? used : [])],
    },
  ];
}
