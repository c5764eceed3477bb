import { type Address, isPrivateAddress } from "../../address/address";
import { LongestMatch } from "../../address/longest-match";
import { type Field, type Items, type Unknown, unknownsOf } from "../field";
import type { LinkConnection, Network, SiteLink, VirtualHub, VpnSite } from "../network";
import { statedOverExpressRoute } from "./advertised";
import { type Answer, anyOf } from "./answer";
import { candidatesOf, linkConnections } from "./link-connections";
import { prefixesOf } from "./prefixes";
import { isPrivate } from "./private-path";
import { addressOfField } from "./site-links";

/** The addresses that stated advertisements over ExpressRoute hold, and why there may be more of them. */
export interface HeldAddresses {
  readonly hold: (device: Address) => boolean;
  readonly unknowns: readonly Unknown[];
}

/** What is advertised over ExpressRoute to some hubs, but for a default route: that holds every device on the internet. */
export function heldAt(hubs: readonly VirtualHub[]): HeldAddresses {
  const lists = hubs.flatMap(statedOverExpressRoute).map(({ advertisement }) => advertisement.prefixes);
  // Most devices have private addresses, and then nobody asks: long lists are turned into a table only where one does.
  let table: LongestMatch<true> | undefined;
  return {
    hold: (device) => {
      table ??= tableOf(lists);
      return table.lookup(device) !== undefined;
    },
    unknowns: lists.flatMap(unknownsOf),
  };
}

function tableOf(lists: readonly Items<Field<string>>[]): LongestMatch<true> {
  const prefixes = lists.flatMap(prefixesOf).filter(({ prefix }) => prefix.length > 0);
  return new LongestMatch(prefixes.map(({ prefix }) => ({ prefix, value: true })));
}

/**
 * Whether a device is reached over ExpressRoute: by a private address, or by one that a stated advertisement holds. A
 * device that is named by FQDN is taken to be on the internet, where Azure resolves it.
 */
export function isOnExpressRoute({ address }: SiteLink, held: HeldAddresses | undefined): Answer {
  if (address.state === "unknown") {
    return [address.unknown];
  }
  const device = addressOfField(address);
  if (device === undefined) {
    return "no";
  }
  if (isPrivateAddress(device) || held?.hold(device) === true) {
    return "yes";
  }
  return held === undefined || held.unknowns.length === 0 ? "no" : held.unknowns;
}

/**
 * Whether a link of a site runs over ExpressRoute, or is meant to: its device is there, or it is connected from the
 * gateway's private addresses.
 */
export function linksOverExpressRoute(network: Network): (link: SiteLink) => Answer {
  const found = known.get(network) ?? linksOver(network);
  known.set(network, found);
  return found;
}

const known = new WeakMap<Network, (link: SiteLink) => Answer>();

function linksOver(network: Network): (link: SiteLink) => Answer {
  const everywhere = heldAt(network.hubs);
  const users = usersOf(network);
  return (link) => anyOf([isOnExpressRoute(link, everywhere), ...(users.get(link) ?? []).map(isPrivate)]);
}

function usersOf(network: Network): ReadonlyMap<SiteLink, readonly LinkConnection[]> {
  const users = new Map<SiteLink, LinkConnection[]>();
  for (const connected of linkConnections(network)) {
    for (const link of candidatesOf(connected).links) {
      users.set(link, [...(users.get(link) ?? []), connected]);
    }
  }
  return users;
}

/** Whether any link of a site runs over ExpressRoute. */
export function isSiteOverExpressRoute({ links }: VpnSite, isOver: (link: SiteLink) => Answer): Answer {
  return anyOf([...links.items.map(isOver), links.unknown === undefined ? "no" : [links.unknown]]);
}
