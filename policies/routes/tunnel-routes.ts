import { unstatedOverVpn } from "../network/facts/advertised";
import { isOpen, openOf } from "../network/facts/answer";
import { candidatesOf } from "../network/facts/link-connections";
import { called, calledLinkConnection, calledSiteLink } from "../network/facts/names";
import { prefixesOf } from "../network/facts/prefixes";
import { isPrivate } from "../network/facts/private-path";
import { unknownsOf } from "../network/field";
import type { LinkConnection, SiteLink, VirtualHub, VpnConnection, VpnSite } from "../network/network";
import { announced, type Entry, learnedFrom, openingAt, type SourceDraft, withOpening } from "./advertised-routes";
import { type Carriage, type Learned, type Loss, type Opening, together } from "./source";

/** What a hub learns through the tunnels of its VPN gateways. */
export function tunnelRoutes(hub: VirtualHub): Learned {
  const connections = hub.vpnGateways.flatMap((gateway) => gateway.connections);
  return together(connections.map((connection) => learnedThrough(connection, hub)));
}

function learnedThrough(connection: VpnConnection, hub: VirtualHub): Learned {
  const links = connectedLinks(connection);
  const learned = links.flatMap(({ link, siteLink }) => [
    staticRoutes(link, hub),
    siteLink === undefined ? unknownLink(link, hub) : learnedOver(link, siteLink, hub),
  ]);
  return together([...learned, { routes: [], openings: furtherLinks(connection) }]);
}

const NOTHING: Learned = { routes: [], openings: [] };

interface ConnectedLink {
  readonly link: LinkConnection;
  /** Undefined: which link of the site it is can't be told. */
  readonly siteLink: SiteLink | undefined;
}

/**
 * The connected links with the site's links. Where references can't be told but as many links are connected as the site
 * has left, each is connected once (`links-match-site` sees to that): equal names pair them, else their order.
 */
export function connectedLinks(connection: VpnConnection): ConnectedLink[] {
  const { items } = connection.links;
  const unsure = items.filter(({ siteLink }) => siteLink.state === "unknown");
  const [first] = unsure;
  if (first === undefined) {
    return items.map((link) => ({ link, siteLink: link.siteLink.state === "resolved" ? link.siteLink.to : undefined }));
  }
  const taken = new Set(items.flatMap(({ siteLink }) => (siteLink.state === "resolved" ? [siteLink.to] : [])));
  const left = candidatesOf(first).links.filter((link) => !taken.has(link));
  const complete = left.length === unsure.length && connection.links.unknown === undefined;
  return items.map((link) => {
    const known = link.siteLink.state === "resolved" ? link.siteLink.to : undefined;
    return { link, siteLink: known ?? (complete ? paired(link, unsure, left) : undefined) };
  });
}

function paired(
  link: LinkConnection,
  unsure: readonly LinkConnection[],
  left: readonly SiteLink[],
): SiteLink | undefined {
  const nameOf = ({ name }: LinkConnection | SiteLink) => (name.state === "known" ? name.value : undefined);
  const byName = unsure.every((one) => left.filter((other) => nameOf(other) === nameOf(one)).length === 1);
  return byName ? left.find((other) => nameOf(other) === nameOf(link)) : left[unsure.indexOf(link)];
}

function carriageOf(link: LinkConnection): Carriage {
  const answer = isPrivate(link);
  return isOpen(answer) ? "unknown" : answer === "yes" ? "private-tunnel" : "internet-tunnel";
}

function entryOf(link: LinkConnection, hub: VirtualHub, path: string, what: () => string): Entry {
  const { connection } = link;
  const via = linkNameOf(link);
  const draft: SourceDraft = {
    kind: "vpn",
    hub,
    carriage: carriageOf(link),
    carriageUnknowns: openOf(isPrivate(link)),
    via,
    part: connection,
    needs: needsOf(link, via),
  };
  return { draft, routing: connection.routing, part: connection, path, what };
}

/** `azurerm_vpn_gateway_connection.hq#over-ams` */
export function linkNameOf({ connection, name, path }: LinkConnection): string {
  return `${connection.resource.address}#${name.state === "known" ? name.value : path}`;
}

function needsOf({ connection }: LinkConnection, via: string): Loss[] {
  const { site } = connection;
  return [
    { what: "link", name: via },
    { what: "connection", name: connection.resource.address },
    ...(site.state === "resolved" ? [{ what: "site", name: site.to.resource.address } as const] : []),
  ];
}

// What the site lists is a static route of the gateway, with no AS path that anybody documents.
function staticRoutes(link: LinkConnection, hub: VirtualHub): Learned {
  const { site } = link.connection;
  if (site.state !== "resolved") {
    const entry = entryOf(link, hub, site.path, () => `the site of ${called("connection", link.connection)}`);
    return { routes: [], openings: site.state === "unknown" ? [openingAt(entry, [site.unknown])] : [] };
  }
  return listedBy(site.to, link, hub);
}

function listedBy(site: VpnSite, link: LinkConnection, hub: VirtualHub): Learned {
  const list = site.addressCidrs;
  if (list.items.length === 0 && list.unknown === undefined) {
    return NOTHING;
  }
  const entry = entryOf(link, hub, link.connection.site.path, () => `address_cidrs of ${called("site", site)}`);
  const prefixes = prefixesOf(list).map(({ prefix }) => ({ prefix, asPath: undefined }));
  return withOpening(announced(entry, prefixes, []), entry, unknownsOf(list));
}

function unknownLink(link: LinkConnection, hub: VirtualHub): Learned {
  const { siteLink } = link;
  const entry = entryOf(
    link,
    hub,
    siteLink.path,
    () => `which link of its site ${calledLinkConnection(link)} connects`,
  );
  return { routes: [], openings: siteLink.state === "unknown" ? [openingAt(entry, [siteLink.unknown])] : [] };
}

function learnedOver(link: LinkConnection, siteLink: SiteLink, hub: VirtualHub): Learned {
  const { bgpEnabled } = link;
  if (bgpEnabled.state !== "unknown" && !(bgpEnabled.state === "known" && bgpEnabled.value)) {
    return NOTHING;
  }
  const path = bgpEnabled.state === "unknown" ? bgpEnabled.path : link.path;
  const entry = entryOf(link, hub, path, () => `what is advertised over ${calledSiteLink(siteLink)}`);
  const open = [...openOf(isPrivate(link)), ...(bgpEnabled.state === "unknown" ? [bgpEnabled.unknown] : [])];
  if (siteLink.advertised === undefined) {
    return { routes: [], openings: [openingAt(entry, [unstatedOverVpn(siteLink), ...open])] };
  }
  const learned = learnedFrom(entry, siteLink.advertised);
  return bgpEnabled.state === "unknown" ? { routes: [], openings: [openingAt(entry, open)] } : learned;
}

function furtherLinks(connection: VpnConnection): Opening[] {
  const { unknown, path } = connection.links;
  const what = `which further links ${called("connection", connection)} has`;
  return unknown === undefined ? [] : [{ carriage: "unknown", part: connection, path, what, unknowns: [unknown] }];
}
