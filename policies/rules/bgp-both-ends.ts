import { type Answer, isOn, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { askSiteLink, inConnection } from "../../network/facts/link-connections";
import type { LinkConnection, SiteLink } from "../../network/network";
import { violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { cannotTell } from "./reasoning/unknowns";
import type { Rule } from "./rule";

/** BGP is on at both ends of a connected link, or at neither. */
export const bgpBothEnds: Rule = {
  id: "bgp-both-ends",
  level: "error",
  section: "BGP",
  what: "A link has BGP at both ends or at neither: bgp on the site, and bgp_enabled on the connection.",
  why: "With BGP on one end only there is no session: what the device advertises never arrives, and goes over ExpressRoute unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  judge: (network) =>
    judgeLinkConnections(network, "BGP is on at both ends", function* (link) {
      const onSite = askSiteLink(link, hasBgp);
      const onConnection = isOn(link.bgpEnabled);
      const place = inConnection(link, link.bgpEnabled);
      if (link.siteLink.state === "absent" || onSite === onConnection) {
        return;
      }
      if (isOpen(onSite) || isOpen(onConnection)) {
        const unknowns = [onSite, onConnection].filter(isOpen).flat();
        yield cannotTell(place, unknowns, phrase`whether BGP is on at both ends of ${link} can't be told`);
      } else {
        yield violation(place, onSite === "yes" ? offHere(link) : onHere(link));
      }
    }),
};

function hasBgp({ bgp }: SiteLink): Answer {
  return bgp.state === "unknown" ? [bgp.unknown] : bgp.state === "known" ? "yes" : "no";
}

function offHere(link: LinkConnection) {
  const unwritten = link.bgpEnabled.state === "known" && !link.bgpEnabled.written ? ", its default" : "";
  return {
    message: phrase`bgp_enabled of ${link} is false${unwritten}, but the site link has BGP`,
    remedy: "Set bgp_enabled to true, or take the bgp block out of the site link.",
    evidence: { siteLinkHasBgp: true, bgpEnabled: false },
  };
}

function onHere(link: LinkConnection) {
  return {
    message: phrase`bgp_enabled of ${link} is true, but the site link has no BGP`,
    remedy: "Give the site link a bgp block with the device's ASN and peering address, or take bgp_enabled out.",
    evidence: { siteLinkHasBgp: false, bgpEnabled: true },
  };
}
