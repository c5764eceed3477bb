import { containsAddress, literalPrefix } from "../../address/prefix";
import { calledSiteLink } from "../../network/facts/names";
import { example } from "./examples/bgp-peer-not-apipa";
import { violation } from "./judgement";
import { bgpPeerOf } from "./reasoning/bgp-peers";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import type { Rule } from "./rule";

const APIPA = literalPrefix("169.254.0.0/16");

/** No BGP peer of a site is an APIPA address. */
export const bgpPeerNotApipa: Rule = {
  id: "bgp-peer-not-apipa",
  level: "error",
  section: "BGP",
  what: "A site link's BGP peering address is not in 169.254.0.0/16.",
  why: "Azure takes no APIPA address as the BGP peer of a tunnel over ExpressRoute: the session never comes up, and the prefixes that the tunnel should carry go over ExpressRoute unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  example,
  judge: (network) =>
    judgeSiteLinks(network, "their BGP peering addresses avoid 169.254.0.0/16", function* (link) {
      const peer = bgpPeerOf(link);
      if (peer?.state === "unknown") {
        const message = `the BGP peering address of ${calledSiteLink(link)} is unknown, so it may be in ${APIPA.text}`;
        yield cannotTell(peer.place, peer.unknown, message);
      } else if (peer !== undefined && containsAddress(APIPA, peer.address)) {
        yield violation(peer.place, {
          message: `BGP peering address ${peer.address.text} of ${calledSiteLink(link)} is an APIPA address, in ${APIPA.text}`,
          remedy: "Use an address of the device's own, such as one on its loopback interface, outside 169.254.0.0/16.",
          evidence: { peeringAddress: peer.address.text, range: APIPA.text },
        });
      }
    }),
};
