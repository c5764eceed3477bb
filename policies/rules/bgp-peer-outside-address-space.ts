import type { LongestMatch } from "../../address/longest-match";
import { containsAddress } from "../../address/prefix";
import { isOpen } from "../../network/facts/answer";
import { listed, phrase } from "../../network/facts/called/phrase";
import { prefixesOf } from "../../network/facts/prefixes";
import { siteLinks } from "../../network/facts/site-links";
import { unknownsOf } from "../../network/field";
import type { Network, SiteLink, VirtualWan } from "../../network/network";
import { violation } from "./judgement";
import { type AzurePrefix, type AzureSpace, azureSpace, prefixesNear } from "./reasoning/azure-space";
import { bgpPeerOf, type KnownPeer } from "./reasoning/bgp-peers";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan, surestWan, wansOfSite } from "./reasoning/wans";
import type { Judgement, Rule } from "./rule";

/** A BGP peer has an address that belongs to nothing else. */
export const bgpPeerOutsideAddressSpace: Rule = {
  id: "bgp-peer-outside-address-space",
  level: "error",
  section: "BGP",
  what: "A site link's BGP peering address lies in no address_cidrs of its site, no connected virtual network and no hub prefix.",
  why: "Azure adds a host route into the tunnel for the peering address; inside another address space it collides with routes that are there already, and the session fails.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    const space = azureSpace(network);
    const near = oncePer((wan: VirtualWan | undefined) => prefixesNear(network, space, wan));
    yield* judgeSiteLinks(network, "their BGP peering addresses lie outside every address space", (link) =>
      judgeLink(network, link, space, near),
    );
    yield* judgeUnknownSpace(network, space);
  },
};

function* judgeLink(
  network: Network,
  link: SiteLink,
  space: AzureSpace,
  near: (wan: VirtualWan | undefined) => LongestMatch<AzurePrefix>,
): Iterable<Judgement> {
  const peer = bgpPeerOf(link);
  const { addressCidrs } = link.site;
  if (peer?.state === "known") {
    const found = [
      ...judgeOwnSpace(link, peer),
      ...judgeAzureSpace(network, link, peer, near(surestWan(wansOfSite(link.site)))),
    ];
    // One place, one finding: what is sure comes before what can't be told.
    const worst = found.find(({ outcome }) => outcome === "violation") ?? found[0];
    if (worst !== undefined) {
      yield worst;
    }
  } else if (peer !== undefined) {
    const listsAny = addressCidrs.items.length > 0 || addressCidrs.unknown !== undefined;
    if (listsAny || space.prefixes.length > 0 || space.unknown.length > 0) {
      const message = phrase`the BGP peering address of ${link} is unknown, so it may lie in an address space`;
      yield cannotTell(peer.place, peer.unknown, message);
    }
  }
}

const REMEDY =
  "Use an address of the device that lies in no hub, no virtual network and none of the site's address_cidrs, such as one on its loopback interface.";

function* judgeOwnSpace(link: SiteLink, { address, place }: KnownPeer): Iterable<Judgement> {
  const own = prefixesOf(link.site.addressCidrs).find(({ prefix }) => containsAddress(prefix, address));
  const unknowns = unknownsOf(link.site.addressCidrs);
  const what = phrase`BGP peering address ${address.text} of ${link}`;
  if (own !== undefined) {
    yield violation(place, {
      message: phrase`${what} lies in ${own.prefix.text} of its site's address_cidrs`,
      remedy: REMEDY,
      evidence: { peeringAddress: address.text, prefix: own.prefix.text, owner: link.site.resource.address },
    });
  } else if (unknowns.length > 0) {
    yield cannotTell(place, unknowns, phrase`${what} may lie in its site's address_cidrs, which are unknown`);
  }
}

function* judgeAzureSpace(
  network: Network,
  link: SiteLink,
  { address, place }: KnownPeer,
  near: LongestMatch<AzurePrefix>,
): Iterable<Judgement> {
  const holder = near.lookup(address)?.values[0];
  if (holder === undefined) {
    return;
  }
  const { prefix, owner } = holder;
  const shared = shareWan(network, wansOfSite(link.site), owner.membership);
  const message = phrase`BGP peering address ${address.text} of ${link} lies in ${prefix.text} of ${owner.name}`;
  const evidence = { peeringAddress: address.text, prefix: prefix.text, owner: holder.place.part.resource.address };
  if (isOpen(shared)) {
    yield cannotTell(place, shared, phrase`${message}; whether both are in one WAN can't be told`, { evidence });
  } else if (shared === "yes") {
    yield violation(place, { message, remedy: REMEDY, evidence });
  }
}

/** Address spaces that can't be told: one judgement each. */
function* judgeUnknownSpace(network: Network, space: AzureSpace): Iterable<Judgement> {
  const links = siteLinks(network).filter((link) => bgpPeerOf(link)?.state === "known");
  for (const { owner, place, unknowns } of space.unknown) {
    const near = links.filter((link) => shareWan(network, wansOfSite(link.site), owner.membership) !== "no");
    if (near.length > 0) {
      const message = phrase`the address space of ${owner.name} can't be told, so it may hold the BGP peering address of ${listed(near)}`;
      yield cannotTell(place, unknowns, message);
    }
  }
}
