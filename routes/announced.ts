import { type Answer, allOf, isOpen } from "../network/facts/answer";
import { isSiteOverExpressRoute, linksOverExpressRoute } from "../network/facts/link-path";
import { isPrivate } from "../network/facts/private-path";
import { addressOfField } from "../network/facts/site-links";
import { isManaged } from "../network/facts/standing";
import { type Field, type Items, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { Network, Part, VpnConnection, VpnSite } from "../network/network";
import { type HubGroup, hubGroups } from "./hub-groups";
import { externalOf } from "./nat";
import { connectedLinks } from "./tunnel-routes";

type List = Items<Field<string>>;

/** A list of prefixes that count as protected, and why: intent says so, a site announces or lists it, or it was so before. */
export interface ProtectedList {
  readonly list: List;
  readonly because: "stated" | "announced" | "before";
  /** The statement, site or connection that it is from. */
  readonly by: Part;
}

/** A site, or a connection that was there before, of which can't be told what is protected behind it. */
export interface ProtectedDoubt {
  readonly of: VpnSite | VpnConnection;
  readonly when: "now" | "before";
  readonly unknowns: readonly Unknown[];
}

/** What sites with a link over ExpressRoute announce or list. */
export interface Announced {
  readonly lists: readonly ProtectedList[];
  readonly doubts: readonly ProtectedDoubt[];
  /** The IPv4 addresses of their devices, as numbers. */
  readonly devices: readonly number[];
}

/** What is behind connections of which a link runs over ExpressRoute, or whose site has one that does. */
export function behind(network: Network, connections: readonly VpnConnection[]): Announced {
  const isOver = linksOverExpressRoute(network);
  const counted = connections.filter(
    ({ links, site }) =>
      links.items.some((link) => isPrivate(link) !== "no") ||
      // A device that can't be told, on a link that isn't private, is `private-ip-tunnel`'s to speak of.
      (site.state === "resolved" && site.to.links.items.some((link) => isOver(link) === "yes")),
  );
  return {
    lists: counted.flatMap((by) => listsBehind(by).map((list) => ({ list, because: "announced", by }))),
    doubts: [],
    devices: counted.flatMap(({ site }) => (site.state === "resolved" ? devicesOf(site.to) : [])),
  };
}

function listsBehind(connection: VpnConnection): List[] {
  const { site } = connection;
  const links = connectedLinks(connection).filter(({ link }) => isPrivate(link) !== "no");
  return [
    ...(site.state === "resolved"
      ? listsOf(site.to)
      : links.flatMap(({ siteLink }) => siteLink?.advertised?.prefixes ?? [])),
    ...links.flatMap(({ link }) => externalOf(link)),
  ];
}

/** What is behind the links of sites that are connected nowhere: over ExpressRoute it is reached in the clear, if at all. */
export function connectedNowhere(network: Network, group: HubGroup, isMeant: (site: VpnSite) => boolean): Announced {
  const isOver = linksOverExpressRoute(network);
  const sites = network.sites
    .filter((site) => site.connections.length === 0 && listsOf(site).some(isSaid) && isMeant(site))
    .map((site) => ({ site, over: allOf([isSiteOverExpressRoute(site, isOver), isIn(site, group, network)]) }))
    .filter(({ over }) => over !== "no");
  const surely = sites.filter(({ over }) => over === "yes").map(({ site }) => site);
  return {
    lists: surely.flatMap((by) => listsOf(by).map((list) => ({ list, because: "announced", by }))),
    doubts: sites.flatMap(({ site, over }) => {
      const unknowns = isOpen(over) ? over : listsOf(site).flatMap(unknownsOf);
      return unknowns.length === 0 ? [] : [{ of: site, when: "now", unknowns }];
    }),
    devices: sites.flatMap(({ site }) => devicesOf(site)),
  };
}

/** All that is said to be behind a site, through whichever link. What one that is merely read lists is somebody else's. */
function listsOf(site: VpnSite): List[] {
  const { links, addressCidrs, connections } = site;
  const announced = links.items.flatMap(({ advertised }) => advertised?.prefixes ?? []);
  return isManaged(site) || connections.length > 0 ? [...announced, addressCidrs] : announced;
}

function isSaid({ items, unknown }: List): boolean {
  return items.length > 0 || unknown !== undefined;
}

function devicesOf({ links }: VpnSite): number[] {
  const addresses = links.items.flatMap(({ address }) => addressOfField(address) ?? []);
  return addresses.flatMap(({ family, value }) => (family === 4 ? [Number(value)] : []));
}

/** Whether a site is in a WAN, or in another one of the same inputs: what is protected there is protected from here too. */
export function isIn(site: VpnSite, { wan, hubs }: HubGroup, network: Network): Answer {
  const isBeside = hubs.some((hub) => isManaged(hub) && hub.resource.input === site.resource.input);
  if (hubGroups(network).length < 2 || isBeside) {
    return "yes";
  }
  if (site.wan.state === "unknown") {
    return [site.wan.unknown];
  }
  const own = targetOf(site.wan);
  return own !== undefined && own === wan ? "yes" : wan === undefined || own === undefined ? doubtful(site) : "no";
}

function doubtful({ resource, wan }: VpnSite): Answer {
  return [{ decidedBy: [`${resource.address}.${wan.path}`] }];
}
