import { isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { siteLinks } from "../../network/facts/site-links";
import type { Network, SiteLink } from "../../network/network";
import { violation } from "./judgement";
import { bgpPeerOf, type KnownPeer, type UnknownPeer } from "./reasoning/bgp-peers";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan, wansOfSite } from "./reasoning/wans";
import type { Judgement, Rule } from "./rule";

/** No two links of a WAN have one BGP peer. */
export const bgpPeerUnique: Rule = {
  id: "bgp-peer-unique",
  level: "error",
  section: "BGP",
  what: "No two site links share one BGP peering address.",
  why: "Azure binds a peering address to one link's connection: a second session from the same address goes unanswered.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  judge: (network) => {
    const links = siteLinks(network);
    const earlier = new Map<string, SiteLink[]>();
    return judgeSiteLinks(network, "their BGP peering addresses are their own", function* (link) {
      const peer = bgpPeerOf(link);
      if (peer?.state === "known") {
        yield* judgeKnown(network, link, peer, earlier);
      } else if (peer !== undefined) {
        yield* judgeUnknown(network, link, peer, links);
      }
    });
  },
};

function* judgeKnown(
  network: Network,
  link: SiteLink,
  { address, place }: KnownPeer,
  earlier: Map<string, SiteLink[]>,
): Iterable<Judgement> {
  const others = earlier.get(address.text) ?? [];
  const own = wansOfSite(link.site);
  const other = others.find((one) => shareWan(network, own, wansOfSite(one.site)) !== "no");
  earlier.set(address.text, others);
  others.push(link);
  if (other === undefined) {
    return;
  }
  const shared = shareWan(network, own, wansOfSite(other.site));
  const message = phrase`BGP peering address ${address.text} of ${link} is also that of ${other}`;
  const evidence = { peeringAddress: address.text, other: other.site.resource.address, otherLink: other.path };
  if (isOpen(shared)) {
    yield cannotTell(place, shared, phrase`${message}; whether both are in one WAN can't be told`, { evidence });
  } else {
    yield violation(place, { message, remedy: "Give every link a BGP peering address of its own.", evidence });
  }
}

function* judgeUnknown(
  network: Network,
  link: SiteLink,
  peer: UnknownPeer,
  links: readonly SiteLink[],
): Iterable<Judgement> {
  const own = wansOfSite(link.site);
  const other = links.find(
    (one) => one !== link && bgpPeerOf(one) !== undefined && shareWan(network, own, wansOfSite(one.site)) !== "no",
  );
  if (other !== undefined) {
    const message = phrase`the BGP peering address of ${link} is unknown, so it may be another link's, such as that of ${other}`;
    yield cannotTell(peer.place, peer.unknown, message);
  }
}
