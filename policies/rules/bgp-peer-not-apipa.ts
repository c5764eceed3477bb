import { containsAddress, literalPrefix } from "../../address/prefix";
import { isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import type { SiteLink } from "../../network/network";
import { violation } from "./judgement";
import { type PeerUse, peerUses } from "./reasoning/apipa-peers";
import { bgpPeerOf, type KnownPeer, type UnknownPeer } from "./reasoning/bgp-peers";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

const APIPA = literalPrefix("169.254.0.0/16");

/** No BGP peer of a site is an APIPA address, but over the internet from custom addresses of the gateway. */
export const bgpPeerNotApipa: Rule = {
  id: "bgp-peer-not-apipa",
  level: "error",
  section: "BGP",
  what: "A site link's BGP peering address is not in 169.254.0.0/16, unless the link is connected over the internet, from custom BGP addresses that its gateway has.",
  why: "Azure takes no APIPA address as the BGP peer of a tunnel over ExpressRoute: the session never comes up, and the prefixes that the tunnel should carry go over ExpressRoute unencrypted. Over the internet the gateway needs an APIPA address of its own to answer from.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  judge: (network) => {
    const usesOf = peerUses(network);
    return judgeSiteLinks(network, "their BGP peering addresses avoid 169.254.0.0/16", function* (link) {
      const peer = bgpPeerOf(link);
      if (peer === undefined || isOutside(peer)) {
        return;
      }
      const uses = usesOf(link);
      if (takeApipa(uses)) {
        return;
      }
      if (peer.state === "unknown") {
        const message = phrase`the BGP peering address of ${link} is unknown, so it may be in ${APIPA.text}`;
        yield cannotTell(peer.place, peer.unknown, message);
      } else {
        yield judgeApipa(link, peer, uses);
      }
    });
  },
};

function isOutside(peer: KnownPeer | UnknownPeer): boolean {
  return peer.state === "known" && !containsAddress(APIPA, peer.address);
}

/** Whether all that a link is connected by surely takes such an address. */
function takeApipa(uses: readonly PeerUse[]): boolean {
  return uses.length > 0 && uses.every(({ takesApipa }) => takesApipa === "yes");
}

function judgeApipa(link: SiteLink, { address, place }: KnownPeer, uses: readonly PeerUse[]): Judgement {
  const what = phrase`BGP peering address ${address.text} of ${link} is an APIPA address, in ${APIPA.text}`;
  const evidence = { peeringAddress: address.text, range: APIPA.text };
  const refused = uses.find(({ takesApipa }) => takesApipa === "no");
  const unknowns = uses.flatMap(({ takesApipa }) => (isOpen(takesApipa) ? takesApipa : []));
  if (refused === undefined && unknowns.length > 0) {
    const message = phrase`${what}; whether it is connected over the internet, from custom BGP addresses that its gateway has, can't be told`;
    return cannotTell(place, unknowns, message, { evidence });
  }
  const isOverInternet = refused?.link.useAzurePrivateIp.state === "known" && !refused.link.useAzurePrivateIp.value;
  const why = isOverInternet ? ", and the link uses no custom BGP address that its gateway has" : "";
  const custom = isOverInternet
    ? " Over the internet, custom_ips of both instances of the gateway do too, named in custom_bgp_address of the connection."
    : "";
  return violation(place, {
    message: phrase`${what}${why}`,
    remedy: `Use an address of the device's own, such as one on its loopback interface, outside ${APIPA.text}.${custom}`,
    evidence,
  });
}
