import { unstatedOverVpn } from "../network/facts/advertised";
import { isOpen, openOf } from "../network/facts/answer";
import { type Phrase, phrase } from "../network/facts/called/phrase";
import { candidatesOf } from "../network/facts/link-connections";
import { isPrivate } from "../network/facts/private-path";
import { knownValue, targetOf } from "../network/field";
import type { LinkConnection, SiteLink, VirtualHub, VirtualWan, VpnConnection, VpnSite } from "../network/network";
import { type Entry, learnListed, openingAt, type SourceDraft } from "./advertised-routes";
import type { LearnedRoutes } from "./learned-routes";
import { propagationOf } from "./propagation";
import type { Carriage, Need, Opening } from "./source";
import { learnTranslated } from "./translated-routes";

/** The hub at the Azure end of a tunnel, and the WAN that it is in. */
interface AzureEnd {
  readonly hub: VirtualHub;
  readonly wan: VirtualWan | undefined;
}

/** What a hub of a WAN learns through the tunnels of its VPN gateways. */
export function learnTunnelRoutes(hub: VirtualHub, wan: VirtualWan | undefined, into: LearnedRoutes): void {
  for (const { connections } of hub.vpnGateways) {
    for (const connection of connections) {
      learnThrough(connection, { hub, wan: targetOf(hub.wan) ?? wan }, into);
    }
  }
}

function learnThrough(connection: VpnConnection, end: AzureEnd, into: LearnedRoutes): void {
  for (const { link, siteLink } of connectedLinks(connection)) {
    learnStaticRoutes(link, end, into);
    if (siteLink === undefined) {
      into.open(unknownLink(link, end));
    } else {
      learnOver(link, siteLink, end, into);
    }
  }
  into.open(furtherLinks(connection));
}

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

function carriageOf(link: LinkConnection, { wan }: AzureEnd): Carriage {
  if (isPlain(link, wan)) {
    return "plain-tunnel";
  }
  const answer = isPrivate(link);
  return isOpen(answer) ? "unknown" : answer === "yes" ? "private-tunnel" : "internet-tunnel";
}

/**
 * Whether a tunnel encrypts nothing: the WAN has that switched off, or a policy of the link says so. Where that can't be
 * told, `encryption-on` says it.
 */
export function isPlain({ ipsecPolicies }: LinkConnection, wan: VirtualWan | undefined): boolean {
  const isOff = wan !== undefined && knownValue(wan.disableVpnEncryption) === true;
  return isOff || ipsecPolicies.items.some(({ ipsecEncryption }) => knownValue(ipsecEncryption) === "None");
}

function entryOf(link: LinkConnection, end: AzureEnd, path: string, what: () => Phrase): Entry {
  const { connection } = link;
  const via = linkNameOf(link);
  const carriage = carriageOf(link, end);
  const draft: SourceDraft = {
    kind: "vpn",
    hub: end.hub,
    propagation: propagationOf(connection.routing, "vpn", connection.resource),
    carriage,
    weight: undefined,
    carriageUnknowns: carriage === "unknown" ? openOf(isPrivate(link)) : [],
    via,
    over: link,
    part: connection,
    needs: needsOf(link),
  };
  return { draft, routing: connection.routing, part: connection, path, what };
}

/** `azurerm_vpn_gateway_connection.hq#over-ams` */
export function linkNameOf({ connection, name, path }: LinkConnection): string {
  return `${connection.resource.address}#${name.state === "known" ? name.value : path}`;
}

/** What a route through a tunnel needs: the link, its connection, and any tunnel of the site. */
export function needsOf(link: LinkConnection): Need[] {
  const { connection } = link;
  const { site } = connection;
  return [
    { what: "link", name: linkNameOf(link), thing: link },
    { what: "connection", name: connection.resource.address, thing: connection },
    ...(site.state === "resolved" ? [{ what: "site", name: site.to.resource.address, thing: site.to } as const] : []),
  ];
}

// What the site lists is a static route of the gateway, with no AS path that anybody documents.
function learnStaticRoutes(link: LinkConnection, end: AzureEnd, into: LearnedRoutes): void {
  const { site } = link.connection;
  if (site.state === "unknown") {
    const entry = entryOf(link, end, site.path, () => phrase`the site of ${link.connection}`);
    into.open([openingAt(entry, [site.unknown])]);
  } else if (site.state === "resolved") {
    learnListedBy(site.to, link, end, into);
  }
}

function learnListedBy(site: VpnSite, link: LinkConnection, end: AzureEnd, into: LearnedRoutes): void {
  const list = site.addressCidrs;
  if (list.items.length > 0 || list.unknown !== undefined) {
    const entry = entryOf(link, end, link.connection.site.path, () => phrase`address_cidrs of ${site}`);
    learnListed(entry, list, undefined, [], into);
  }
}

function unknownLink(link: LinkConnection, end: AzureEnd): Opening[] {
  const { siteLink } = link;
  const entry = entryOf(link, end, siteLink.path, () => phrase`which link of its site ${link} connects`);
  return siteLink.state === "unknown" ? [openingAt(entry, [siteLink.unknown])] : [];
}

function learnOver(link: LinkConnection, siteLink: SiteLink, end: AzureEnd, into: LearnedRoutes): void {
  const { bgpEnabled } = link;
  if (bgpEnabled.state !== "unknown" && !(bgpEnabled.state === "known" && bgpEnabled.value)) {
    return;
  }
  const path = bgpEnabled.state === "unknown" ? bgpEnabled.path : link.path;
  const entry = entryOf(link, end, path, () => phrase`what is advertised over ${siteLink}`);
  const open = [...openOf(isPrivate(link)), ...(bgpEnabled.state === "unknown" ? [bgpEnabled.unknown] : [])];
  if (siteLink.advertised === undefined) {
    into.open([openingAt(entry, [unstatedOverVpn(siteLink), ...open])]);
  } else if (bgpEnabled.state === "unknown") {
    into.open([openingAt(entry, open)]);
  } else {
    learnTranslated(entry, link, siteLink.advertised, into);
  }
}

function furtherLinks(connection: VpnConnection): Opening[] {
  const { unknown, path } = connection.links;
  if (unknown === undefined) {
    return [];
  }
  const what = phrase`which further links ${connection} has`;
  const propagation = propagationOf(connection.routing, "vpn", connection.resource);
  return [{ carriage: "unknown", propagation, part: connection, path, what, unknowns: [unknown] }];
}
