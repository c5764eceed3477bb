import { phrase } from "../../network/facts/called/phrase";
import { addressOf } from "../../network/facts/called/thing";
import { addressOfField, sameAddress } from "../../network/facts/site-links";
import type { SiteLink } from "../../network/network";
import { violation } from "./judgement";
import { bgpPeerOf, type KnownPeer, type UnknownPeer } from "./reasoning/bgp-peers";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** No BGP peer of a site is the address of a VPN device of that site. */
export const bgpPeerNotDeviceAddress: Rule = {
  id: "bgp-peer-not-device-address",
  level: "error",
  section: "BGP",
  what: "A site link's BGP peering address differs from the VPN device address of that link, and of every other link of the site.",
  why: "The BGP session runs inside the tunnel, whose outer end is the device address: where both are one address, the session can't be set up.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  judge: (network) =>
    judgeSiteLinks(network, "their BGP peering addresses differ from the device addresses", function* (link) {
      const peer = bgpPeerOf(link);
      if (peer !== undefined) {
        yield* peer.state === "known" ? judgeKnown(link, peer) : judgeUnknown(link, peer);
      }
    }),
};

function* judgeKnown(link: SiteLink, peer: KnownPeer): Iterable<Judgement> {
  const taken = devicesOf(link).find((other) => {
    const device = addressOfField(other.address);
    return device !== undefined && sameAddress(device, peer.address);
  });
  if (taken !== undefined) {
    const device = taken === link ? "its VPN device" : phrase`the VPN device of ${taken}`;
    yield violation(peer.place, {
      message: phrase`BGP peering address ${peer.address.text} of ${link} is also the address of ${device}`,
      remedy: "Use another address of the device for BGP, such as one on its loopback interface.",
      evidence: {
        peeringAddress: peer.address.text,
        deviceAddress: peer.address.text,
        deviceOf: addressOf(taken),
      },
    });
    return;
  }
  const unknowns = devicesOf(link).flatMap(({ address }) => (address.state === "unknown" ? [address.unknown] : []));
  if (unknowns.length > 0) {
    const message = phrase`a VPN device address of ${link.site} is unknown, so it may be the BGP peering address ${peer.address.text} of ${link}`;
    yield cannotTell(peer.place, unknowns, message, { evidence: { peeringAddress: peer.address.text } });
  }
}

function* judgeUnknown(link: SiteLink, peer: UnknownPeer): Iterable<Judgement> {
  if (devicesOf(link).some(({ address }) => address.state !== "absent")) {
    const message = phrase`the BGP peering address of ${link} is unknown, so it may be the address of a VPN device of the site`;
    yield cannotTell(peer.place, peer.unknown, message);
  }
}

/** The links whose devices count: the link itself first. */
function devicesOf(link: SiteLink): SiteLink[] {
  return [link, ...link.site.links.items.filter((other) => other !== link)];
}
