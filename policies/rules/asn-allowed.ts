import { EXPRESSROUTE_REFUSED_ASNS, isFourByteAsn, parseAsn, reservedAsn, VPN_GATEWAY_ASN } from "../../address/asn";
import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { inSite } from "../../network/facts/site-links";
import { isManaged } from "../../network/facts/standing";
import type { Field } from "../../network/field";
import type { Network, SiteLink } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Place, Rule, Violation } from "./rule";

/** ASNs of sites, VPN gateways and circuits are ones that Azure takes. */
export const asnAllowed: Rule = {
  id: "asn-allowed",
  level: "error",
  section: "BGP",
  what: "A site's ASN is 1 to 4294967295 and reserved by neither Azure nor IANA; a VPN gateway's is 65515; an ExpressRoute peering's is not 65515 to 65520.",
  why: "Azure refuses the ASNs that it or IANA reserves, or the BGP session never comes up; the ASN of a Virtual WAN VPN gateway can't be chosen. 4-byte ASNs of sites are not documented for Virtual WAN.",
  page: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
  scope: "resource",
  *judge(network) {
    yield* judgeSiteLinks(network, "their ASNs are allowed", judgeSite);
    yield* judgeGateways(network);
    yield* judgePeerings(network);
  },
};

function* judgeSite(link: SiteLink): Iterable<Judgement> {
  if (link.bgp.state === "unknown") {
    const message = phrase`whether ${link} has BGP can't be told, nor whether its ASN is allowed`;
    yield cannotTell(inSite(link, link.bgp), link.bgp.unknown, message);
  } else if (link.bgp.state === "known") {
    const { asn } = link.bgp.value;
    yield* judgeAsn(inSite(link, asn), asn, link, function* (value, place) {
      const reserved = reservedAsn(value);
      if (reserved !== undefined) {
        yield refused(place, value, link, `reserved by ${reserved.by}: ${reserved.reason}`, SITE_REMEDY);
      } else if (isFourByteAsn(value)) {
        const problem = "a 4-byte ASN, which Azure does not document for sites of a Virtual WAN";
        yield { ...refused(place, value, link, problem, SITE_REMEDY), level: "warning" };
      }
    });
  }
}

const SITE_REMEDY =
  "Use a private ASN that Azure takes, 64512 to 65514 or 65521 to 65534, or a public one of your own.";

function* judgeGateways(network: Network): Iterable<Judgement> {
  for (const gateway of network.vpnGateways.filter(isManaged)) {
    yield* judgeAsn(at(gateway, gateway.asn.path), gateway.asn, gateway, function* (value, place) {
      if (value !== VPN_GATEWAY_ASN) {
        const remedy = `Write ${VPN_GATEWAY_ASN}, or leave bgp_settings out.`;
        yield refused(place, value, gateway, `not ${VPN_GATEWAY_ASN}, the only one that Azure takes`, remedy);
      }
    });
  }
}

function* judgePeerings(network: Network): Iterable<Judgement> {
  const { first, last } = EXPRESSROUTE_REFUSED_ASNS;
  for (const peering of network.peerings.filter(isManaged)) {
    yield* judgeAsn(at(peering, peering.peerAsn.path), peering.peerAsn, peering, function* (value, place) {
      if (first <= value && value <= last) {
        const remedy = `Use the ASN of your own or your provider's routers, outside ${first} to ${last}.`;
        yield refused(place, value, peering, `in ${first} to ${last}, which Azure keeps for itself`, remedy);
      }
    });
  }
}

function* judgeAsn(
  place: Place,
  field: Field<number>,
  name: Phrase,
  judge: (asn: number, place: Place) => Iterable<Judgement>,
): Iterable<Judgement> {
  if (field.state === "unknown") {
    yield cannotTell(place, field.unknown, phrase`the ASN of ${name} is unknown, so it may be one that Azure refuses`);
  } else if (field.state === "known") {
    const parsed = parseAsn(field.value);
    if (parsed.ok) {
      yield* judge(parsed.value, place);
    } else {
      yield refused(
        place,
        field.value,
        name,
        `no ASN: ${parsed.problem}`,
        "Write a whole number from 1 to 4294967295.",
      );
    }
  }
}

function refused(place: Place, asn: number, name: Phrase, problem: string, remedy: string): Violation {
  return violation(place, { message: phrase`ASN ${asn} of ${name} is ${problem}`, remedy, evidence: { asn } });
}
