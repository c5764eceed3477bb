import { prefixOf } from "../../address/prefix";
import { reservedRangeOf } from "../../address/reserved-ranges";
import { phrase } from "../../network/facts/called/phrase";
import type { PrefixUse } from "../../network/facts/prefix-uses";
import { prefixOfField } from "../../network/facts/prefixes";
import { siteLinks } from "../../network/facts/site-links";
import type { SiteLink } from "../../network/network";
import { at, violation } from "./judgement";
import { bgpPeerOf } from "./reasoning/bgp-peers";
import { calledUse, judgedPrefixes } from "./reasoning/judged-prefixes";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/**
 * No prefix is one that Azure keeps for itself. To Azure a BGP peering address is a host route of its site; one in
 * 169.254.0.0/16, and one that is unknown, is left to the rules about BGP peers.
 */
export const reservedRange: Rule = {
  id: "reserved-range",
  level: "error",
  section: "Addresses",
  what: "No prefix of a hub, a connected virtual network or a site, nor the BGP peering address of a site, lies in 0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/4 or 255.255.255.255/32, or is 168.63.129.16/32.",
  why: "Azure refuses these ranges, or routes them to itself.",
  page: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
  *judge(network) {
    for (const use of judgedPrefixes(network).filter(isJudged)) {
      yield* judgeUse(use);
    }
    for (const link of siteLinks(network)) {
      yield* judgePeer(link);
    }
  },
};

function isJudged({ kind }: PrefixUse): boolean {
  return kind === "hub" || kind === "virtual network" || kind === "site";
}

function* judgeUse(use: PrefixUse): Iterable<Judgement> {
  const place = at(use.part, use.path);
  if (use.field.state === "unknown") {
    yield cannotTell(
      place,
      use.field.unknown,
      phrase`a prefix (${calledUse(use)}) is unknown, so it may lie in a range that Azure refuses`,
    );
    return;
  }
  const prefix = prefixOfField(use.field)?.prefix;
  const range = prefix === undefined ? undefined : reservedRangeOf(prefix);
  if (prefix !== undefined && range !== undefined) {
    yield violation(place, {
      message: phrase`${prefix.text} (${calledUse(use)}) lies in ${range.prefix.text}: ${range.reason}`,
      remedy: "Use a private prefix: of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
      evidence: { prefix: prefix.text, range: range.prefix.text },
    });
  }
}

function* judgePeer(link: SiteLink): Iterable<Judgement> {
  const peer = bgpPeerOf(link);
  if (peer?.state !== "known" || peer.address.family !== 4) {
    return;
  }
  const { address, place } = peer;
  const range = reservedRangeOf(prefixOf(address, 32));
  if (range !== undefined && range.prefix.text !== APIPA) {
    yield violation(place, {
      message: phrase`BGP peering address ${address.text} of ${link} lies in ${range.prefix.text}: ${range.reason}`,
      remedy: "Use an address of the device's own, such as one on its loopback interface.",
      evidence: { peeringAddress: address.text, range: range.prefix.text },
    });
  }
}

const APIPA = "169.254.0.0/16";
