import { overExpressRoute } from "../../../../network/facts/advertised";
import { listed, phrase } from "../../../../network/facts/called/phrase";
import { groupsBy } from "../../../../network/facts/groups";
import { linkConnections } from "../../../../network/facts/link-connections";
import { prefixesOf } from "../../../../network/facts/prefixes";
import { hubOf } from "../../../../network/facts/private-path";
import { targetOf } from "../../../../network/field";
import type { Network, Part, SiteLink, VirtualHub } from "../../../../network/network";
import { maximalPrefixes } from "../../../../routes/covering";
import { thingsOver } from "../../../../routes/over";
import { towardsOnPremises } from "../../../../routes/to-onprem";
import { at } from "../../judgement";
import type { Place } from "../../rule";
import { type KnownIssue, PAGE } from "./issue";

/** A default route that a hub learns isn't passed to the other hubs. */
export const DEFAULT_ROUTE_STAYS: KnownIssue = {
  number: 2,
  since: PAGE,
  remedy: "Advertise 0.0.0.0/0 to each hub whose spokes should follow it.",
  *met(network) {
    for (const hub of network.hubs) {
      const others = targetOf(hub.wan)?.hubs.filter((one) => one !== hub) ?? [];
      const [place] = others.length === 0 ? [] : defaultRoutes(network, hub);
      if (place !== undefined) {
        const message = phrase`0.0.0.0/0, which ${hub} learns, isn't passed to ${listed(others)}`;
        yield { place, message, level: "note" };
      }
    }
  },
};

function defaultRoutes(network: Network, hub: VirtualHub): Place[] {
  const overVpn = linksAt(network, hub).filter((link) =>
    [link.site.addressCidrs, link.advertised?.prefixes].some(
      (list) => list !== undefined && prefixesOf(list).some(({ prefix }) => prefix.length === 0),
    ),
  );
  return [
    ...overExpressRoute(network, hub)
      .routes.filter(({ prefix }) => prefix.length === 0)
      .map(({ connection }) => at(connection)),
    ...overVpn.map((link) => at(link.site, link.path)),
  ];
}

function linksAt(network: Network, hub: VirtualHub): SiteLink[] {
  return linkConnections(network)
    .filter(({ connection }) => targetOf(hubOf(connection)) === hub)
    .flatMap(({ siteLink }) => targetOf(siteLink) ?? []);
}

/** ExpressRoute shares traffic among circuits only where the hub has once had a route map. */
export const NO_SHARING: KnownIssue = {
  number: 4,
  since: PAGE,
  remedy: "Where circuits should share traffic, give the hub a route map once; without one, one circuit carries all.",
  *met(network) {
    const mapped = new Set<Part | undefined>(network.routeMaps.map(({ hub }) => targetOf(hub)));
    for (const hub of network.hubs.filter((one) => !mapped.has(one))) {
      const byPrefix = groupsBy(overExpressRoute(network, hub).routes, ({ prefix }) => prefix.text);
      const shared = [...byPrefix].filter(([, routes]) => new Set(routes.map(({ connection }) => connection)).size > 1);
      const [first] = shared;
      if (first !== undefined) {
        const over = [...new Set(first[1].map(({ connection }) => connection))];
        yield {
          place: at(hub),
          message: phrase`${listed(shared.map(([prefix]) => prefix))} ${shared.length === 1 ? "comes" : "come"} over ${listed(over)} alike, and ${hub} has no route map: it doesn't share traffic among them`,
          level: "note",
          evidence: { prefixes: shared.map(([prefix]) => prefix) },
        };
      }
    }
  },
};

/** With a route map at the hub, a VPN site that announces nothing is told nothing either. */
export const SILENT_SITE: KnownIssue = {
  number: 11,
  since: "December 2024",
  remedy:
    "Let the device announce a prefix, its own loopback address will do; then the hub tells it Azure's prefixes again.",
  *met(network) {
    for (const hub of new Set(network.routeMaps.flatMap((map) => targetOf(map.hub) ?? []))) {
      for (const link of linksAt(network, hub).filter(isSilent)) {
        yield {
          place: at(link.site, link.path),
          message: phrase`${link} announces nothing, and ${hub} has a route map: the hub announces nothing to it either, so nothing leads from there to Azure through the tunnel`,
          level: "warning",
        };
      }
    }
  },
};

/** Intent says that it announces nothing by BGP. */
function isSilent({ bgp, advertised }: SiteLink): boolean {
  const prefixes = advertised?.prefixes;
  return (
    bgp.state === "known" && prefixes !== undefined && prefixes.items.length === 0 && prefixes.unknown === undefined
  );
}

/** A route of a remote hub may win over a local one whose AS path is two or more longer. */
export const REMOTE_MAY_WIN: KnownIssue = {
  number: 12,
  since: PAGE,
  remedy: "Make the AS path of the hub's own route shorter than that, or take the other hub's route away.",
  *met(network) {
    for (const { alike } of towardsOnPremises(network)) {
      const raced = alike.filter(({ decision }) => decision.reason === "known-issue");
      for (const [hub, flows] of groupsBy(raced, (one) => one.hub)) {
        const prefixes = maximalPrefixes(flows.flatMap(({ ranges }) => ranges));
        const over = thingsOver(flows.flatMap(({ decision }) => decision.via));
        yield {
          place: at(hub),
          message: phrase`which of ${listed(over)} ${hub} takes for ${listed(prefixes)} is decided by a race in Azure: its own route has an AS path that is two or more longer than that of another hub`,
          level: "warning",
          evidence: { prefixes },
        };
      }
    }
  },
};
