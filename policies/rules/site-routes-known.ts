import { phrase } from "../../network/facts/called/phrase";
import { isDescribed } from "../../network/facts/standing";
import type { VpnSite } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A site without BGP lists what is reached through its tunnels. */
export const siteRoutesKnown: Rule = {
  id: "site-routes-known",
  level: "error",
  section: "BGP",
  what: "A site without BGP lists its prefixes in address_cidrs.",
  why: "Without BGP and without an address space Azure sends nothing into the site's tunnels; what ExpressRoute advertises goes there unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  scope: "resource",
  *judge(network) {
    for (const site of network.sites.filter(isDescribed)) {
      yield* judgeSite(site);
    }
  },
};

function* judgeSite(site: VpnSite): Iterable<Judgement> {
  const { addressCidrs, links } = site;
  if (addressCidrs.items.length > 0 || links.items.some(({ bgp }) => bgp.state === "known")) {
    return;
  }
  const place = at(site, addressCidrs.path);
  const inLinks = links.items.flatMap(({ bgp }) => (bgp.state === "unknown" ? [bgp.unknown] : []));
  const unknowns = [addressCidrs.unknown, links.unknown, ...inLinks].filter((unknown) => unknown !== undefined);
  if (unknowns.length > 0) {
    const message = phrase`whether ${site} has BGP or lists address_cidrs can't be told`;
    yield cannotTell(place, unknowns, message);
  } else {
    yield violation(place, {
      message: phrase`${site} has no link with BGP and no address_cidrs, so Azure routes nothing to it`,
      remedy: "Give its links a bgp block, or list the site's prefixes in address_cidrs.",
      evidence: { links: links.items.length },
    });
  }
}
