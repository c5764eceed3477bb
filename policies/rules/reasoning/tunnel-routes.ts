import type { Prefix } from "../../../address/prefix";
import { unstatedOverVpn } from "../../../network/facts/advertised";
import { type Phrase, phrase } from "../../../network/facts/called/phrase";
import { inConnection } from "../../../network/facts/link-connections";
import { prefixesOf } from "../../../network/facts/prefixes";
import { isDescribed } from "../../../network/facts/standing";
import { type Field, type Items, type Unknown, unknownsOf } from "../../../network/field";
import type { Advertisement, LinkConnection, SiteLink, VirtualHub, VpnConnection } from "../../../network/network";
import { at } from "../judgement";
import type { Place } from "../rule";

/** A prefix that a hub reaches through tunnels of its VPN gateway. */
export interface TunnelRoute {
  readonly prefix: Prefix;
  /** `address_cidrs of site bergen`, or `site bergen, link a` for what its device advertises. */
  readonly from: Phrase;
  /** The link whose device advertises it by BGP; none for a static route. */
  readonly advertised: { readonly by: SiteLink; readonly advertisement: Advertisement } | undefined;
}

/** Something that may hold more such prefixes. */
export interface UnknownTunnelRoutes {
  readonly place: Place;
  readonly unknowns: readonly Unknown[];
  /** `address_cidrs of site bergen` */
  readonly from: Phrase;
}

/** What a hub reaches through its tunnels, as far as the inputs and intent tell. */
export interface TunnelRoutes {
  readonly routes: readonly TunnelRoute[];
  readonly unknown: readonly UnknownTunnelRoutes[];
}

/** The static routes of a hub's VPN gateways, and what devices advertise to them. */
export function throughTunnelsOf(hub: VirtualHub): TunnelRoutes {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  const parts = connections.flatMap((one) => [
    staticRoutes(one),
    ...one.links.items.map(learnedRoutes),
    moreLinks(one),
  ]);
  return { routes: parts.flatMap(({ routes }) => routes), unknown: parts.flatMap(({ unknown }) => unknown) };
}

function staticRoutes(connection: VpnConnection): TunnelRoutes {
  const { site } = connection;
  const place = at(connection, site.path);
  if (site.state !== "resolved") {
    const unknowns = site.state === "unknown" ? [site.unknown] : [];
    return { routes: [], unknown: sources(place, unknowns, phrase`the site of ${connection}`) };
  }
  const list = site.to.addressCidrs;
  const from = phrase`address_cidrs of ${site.to}`;
  return {
    routes: routesOf(list, { from, advertised: undefined }),
    unknown: sources(isDescribed(site.to) ? at(site.to, list.path) : place, unknownsOf(list), from),
  };
}

function learnedRoutes(link: LinkConnection): TunnelRoutes {
  const { siteLink, bgpEnabled } = link;
  if ((bgpEnabled.state === "known" && !bgpEnabled.value) || siteLink.state === "absent") {
    return { routes: [], unknown: [] };
  }
  if (bgpEnabled.state === "unknown" || siteLink.state === "unknown") {
    const unknowns = [bgpEnabled, siteLink].flatMap((one) => (one.state === "unknown" ? [one.unknown] : []));
    const from = phrase`the device of ${link}`;
    return { routes: [], unknown: sources(inConnection(link, siteLink), unknowns, from) };
  }
  const by = siteLink.to;
  const place = isDescribed(by.site) ? at(by.site, by.path) : inConnection(link, siteLink);
  const advertisement = by.advertised;
  if (advertisement === undefined) {
    return { routes: [], unknown: sources(place, [unstatedOverVpn(by)], by) };
  }
  return {
    routes: routesOf(advertisement.prefixes, { from: by, advertised: { by, advertisement } }),
    unknown: sources(place, unknownsOf(advertisement.prefixes), by),
  };
}

function moreLinks(connection: VpnConnection): TunnelRoutes {
  const { path, unknown } = connection.links;
  const from = phrase`further links of ${connection}`;
  return { routes: [], unknown: sources(at(connection, path), unknown === undefined ? [] : [unknown], from) };
}

function routesOf(list: Items<Field<string>>, source: Omit<TunnelRoute, "prefix">): TunnelRoute[] {
  return prefixesOf(list).map(({ prefix }) => ({ prefix, ...source }));
}

function sources(place: Place, unknowns: readonly Unknown[], from: Phrase): UnknownTunnelRoutes[] {
  return unknowns.length > 0 ? [{ place, unknowns, from }] : [];
}
