import type { Address } from "../../../address/address";
import { openOf } from "../../../network/facts/answer";
import type { Phrase } from "../../../network/facts/called/phrase";
import { candidatesOf } from "../../../network/facts/link-connections";
import { type PrivateUse, privateUses } from "../../../network/facts/private-path";
import { addressOfField, inSite } from "../../../network/facts/site-links";
import { isDescribed } from "../../../network/facts/standing";
import type { Ref, Unknown } from "../../../network/field";
import type { Network, SiteLink, VirtualHub } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";

/** A VPN device at the far end of a link that uses, or may use, the gateway's private addresses. */
export interface Device {
  readonly hub: Ref<VirtualHub>;
  /** `site bergen, link a` */
  readonly name: Phrase;
  readonly place: Place;
  /** Undefined: it can't be told. */
  readonly address: Address | undefined;
  /** Why it isn't certain that a device with this address is there. Empty where it is. */
  readonly unknowns: readonly Unknown[];
}

/** The devices of all links on the private path. Those without a literal IPv4 address are left out. */
export function devices(network: Network): Device[] {
  return privateUses(network).flatMap((use) => {
    if (use.link === undefined) {
      return [unseenDevice(use, openOf(use.answer))];
    }
    const { links, unknowns } = candidatesOf(use.link);
    return links.length === 0 && unknowns.length > 0
      ? [unseenDevice(use, unknowns)]
      : links.flatMap((siteLink) => deviceOf(use, siteLink, unknowns));
  });
}

function unseenDevice({ connection, link, hub, name, place }: PrivateUse, unknowns: readonly Unknown[]): Device {
  return {
    hub,
    name,
    place: link === undefined ? place : at(connection, link.siteLink.path),
    address: undefined,
    unknowns,
  };
}

function deviceOf(use: PrivateUse, siteLink: SiteLink, unsure: readonly Unknown[]): Device[] {
  const { address, site } = siteLink;
  const stated = addressOfField(address);
  const known = stated?.family === 4 ? stated : undefined;
  if (known === undefined && address.state !== "unknown") {
    return [];
  }
  return [
    {
      hub: use.hub,
      name: siteLink,
      place: isDescribed(site) ? inSite(siteLink, address) : at(use.connection, use.link?.siteLink.path),
      address: known,
      unknowns: [...(address.state === "unknown" ? [address.unknown] : []), ...unsure, ...openOf(use.answer)],
    },
  ];
}
