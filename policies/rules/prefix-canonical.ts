import { parseAddress } from "../../address/address";
import { parsePrefix } from "../../address/prefix";
import { phrase } from "../../network/facts/called/phrase";
import type { PrefixUse } from "../../network/facts/prefix-uses";
import { inSite, siteLinks } from "../../network/facts/site-links";
import type { SiteLink } from "../../network/network";
import { at, violation } from "./judgement";
import { calledUse, judgedPrefixes } from "./reasoning/judged-prefixes";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * Every prefix is written as what it is. The other rules go on with what was meant, where that can be told. A BGP peering
 * address is a host route into the tunnel, written as an address; the rules about BGP peers go by those that are one.
 */
export const prefixCanonical: Rule = {
  id: "prefix-canonical",
  level: "error",
  section: "Addresses",
  what: "Every prefix has a mask, no host bits and no leading zeros; it is IPv4 wherever Azure takes IPv4 only: hubs, their gateways, sites, their BGP peering addresses, and what is advertised to them.",
  why: "The provider accepts 10.100.0.0, 10.100.0.5/23 and 10.110.0.0/99; Azure refuses them at apply, or takes another prefix than was meant.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-faq",
  scope: "resource",
  *judge(network) {
    for (const use of judgedPrefixes(network)) {
      yield* judgeUse(use);
    }
    for (const link of siteLinks(network)) {
      yield* judgePeer(link);
    }
  },
};

function* judgeUse(use: PrefixUse): Iterable<Judgement> {
  const { field } = use;
  const place = at(use.part, use.path);
  if (field.state === "unknown") {
    yield cannotTell(place, field.unknown, phrase`a prefix (${calledUse(use)}) is unknown, so it may be badly written`);
    return;
  }
  if (field.state === "absent") {
    return;
  }
  const parsed = parsePrefix(field.value);
  const evidence = { prefix: field.value };
  const message = phrase`${JSON.stringify(field.value)} (${calledUse(use)})`;
  if (!parsed.ok) {
    const remedy = `Write ${parsed.meant === undefined ? "an address and a length, such as 10.0.0.0/16" : parsed.meant.text}.`;
    yield violation(place, { message: phrase`${message}: ${parsed.problem}`, remedy, evidence });
  } else if (parsed.value.family === 6 && takesIPv4Only(use)) {
    const remedy = "Write an IPv4 prefix: Virtual WAN hubs and their gateways don't take IPv6.";
    yield violation(place, { message: phrase`${message}: it is IPv6`, remedy, evidence });
  }
}

function takesIPv4Only({ kind }: PrefixUse): boolean {
  return !["virtual network", "subnet", "protected", "preferred over the tunnel", "filtered"].includes(kind);
}

/** An unknown peer is the business of the rules about BGP peers. */
function* judgePeer(link: SiteLink): Iterable<Judgement> {
  const peer = link.bgp.state === "known" ? link.bgp.value.peeringAddress : undefined;
  if (peer?.state !== "known") {
    return;
  }
  const parsed = parseAddress(peer.value);
  if (!parsed.ok || parsed.value.family === 6) {
    yield violation(inSite(link, peer), {
      message: phrase`${JSON.stringify(peer.value)} (BGP peering address of ${link}): ${parsed.ok ? "it is IPv6" : parsed.problem}`,
      remedy: "Write one IPv4 address of the device, such as 10.0.255.1.",
      evidence: { peeringAddress: peer.value },
    });
  }
}
