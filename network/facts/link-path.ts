import { isPrivateAddress } from "../../address/address";
import { containsAddress } from "../../address/prefix";
import type { LinkConnection, Network, SiteLink, VpnSite } from "../network";
import { type ExpressRouteRoutes, overExpressRoute } from "./advertised";
import { type Answer, anyOf } from "./answer";
import { candidatesOf, linkConnections } from "./link-connections";
import { isPrivate } from "./private-path";
import { addressOfField } from "./site-links";

/**
 * Whether a device is reached over ExpressRoute: by a private address, or by one that a stated advertisement holds. A
 * default route puts nothing there, since it holds every device on the internet too. A device that is named by FQDN is
 * taken to be on the internet, where Azure resolves it.
 */
export function isOnExpressRoute(
  { address }: SiteLink,
  routes: Pick<ExpressRouteRoutes, "routes" | "unknowns"> | undefined,
): Answer {
  if (address.state === "unknown") {
    return [address.unknown];
  }
  const device = addressOfField(address);
  if (device === undefined) {
    return "no";
  }
  const held = routes?.routes.some(({ prefix }) => prefix.length > 0 && containsAddress(prefix, device));
  if (isPrivateAddress(device) || held === true) {
    return "yes";
  }
  return routes === undefined || routes.unknowns.length === 0 ? "no" : routes.unknowns;
}

/**
 * Whether a link of a site runs over ExpressRoute, or is meant to: its device is there, or it is connected from the
 * gateway's private addresses.
 */
export function linksOverExpressRoute(network: Network): (link: SiteLink) => Answer {
  const routes = network.hubs.map((hub) => overExpressRoute(network, hub));
  const everywhere = {
    routes: routes.flatMap((one) => one.routes),
    unknowns: routes.flatMap(({ unknowns }) => unknowns),
  };
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
