import { parseAddress } from "../../address/address";
import { type Answer, anyOf, isOpen, openOf } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { type Candidates, candidatesOf } from "../../network/facts/link-connections";
import { type PrivateUse, privateUses } from "../../network/facts/private-path";
import { inSite } from "../../network/facts/site-links";
import { targetOf } from "../../network/field";
import type { Network, SiteLink } from "../../network/network";
import { violation } from "./judgement";
import { judgeSiteLinks } from "./reasoning/judge-site-links";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** It is clear where the VPN device is. */
export const deviceAddressLiteral: Rule = {
  id: "device-address-literal",
  level: "error",
  section: "Private path",
  what: "A link has either an address or an FQDN, not both; on a private-IP connection it has an address, in IPv4.",
  why: "With both, Azure uses the address alone; with neither there is no device. A name has to be resolved over the internet, which a device behind ExpressRoute is not on.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  judge: (network) => {
    const privateUse = privateUseBySiteLink(network);
    return judgeSiteLinks(network, "they have one device address each", (link) =>
      judgeLink(link, privateUse.get(link) ?? "no"),
    );
  },
};

function* judgeLink(link: SiteLink, privateUse: Answer): Iterable<Judgement> {
  const { address, fqdn } = link;
  if (address.state === "absent" && fqdn.state === "absent") {
    const message = phrase`${link} has neither ip_address nor fqdn`;
    yield violation(inSite(link, address), { message, remedy: "Set ip_address to the VPN device's address." });
  } else if (address.state === "known" && fqdn.state === "known") {
    const message = phrase`${link} has ip_address ${address.value} and fqdn ${fqdn.value}, of which Azure uses the address`;
    const remedy = "Take fqdn out, or ip_address where the device's address changes.";
    yield violation(inSite(link, fqdn), { message, remedy, evidence: { address: address.value, fqdn: fqdn.value } });
  } else if (address.state === "absent") {
    yield* judgeNamed(link, privateUse);
  } else if (fqdn.state !== "absent") {
    const unknowns = [address, fqdn].flatMap((field) => (field.state === "unknown" ? [field.unknown] : []));
    yield cannotTell(
      inSite(link, fqdn),
      unknowns,
      phrase`whether ${link} has just one of ip_address and fqdn can't be told`,
    );
  } else if (address.state === "known") {
    yield* judgeText(link, address.value);
  }
}

/** A link with an FQDN alone. */
function* judgeNamed(link: SiteLink, privateUse: Answer): Iterable<Judgement> {
  const place = inSite(link, link.fqdn);
  const fqdn = link.fqdn.state === "known" ? link.fqdn.value : "a name";
  if (isOpen(privateUse)) {
    yield cannotTell(
      place,
      privateUse,
      phrase`whether ${link}, which has only an FQDN, is on a private-IP connection can't be told`,
    );
  } else if (privateUse === "yes") {
    yield violation(place, {
      message: phrase`${link} has ${fqdn} for a device, but is on a private-IP connection`,
      remedy: "Write the device's private address as ip_address in place of fqdn.",
      evidence: { fqdn },
    });
  }
}

function* judgeText(link: SiteLink, text: string): Iterable<Judgement> {
  const parsed = parseAddress(text);
  if (!parsed.ok || parsed.value.family !== 4) {
    const problem = parsed.ok ? "it is IPv6; Azure's VPN gateways take IPv4 only" : parsed.problem;
    yield violation(inSite(link, link.address), {
      message: phrase`device address ${text} of ${link}: ${problem}`,
      remedy: "Write one IPv4 address, such as 10.0.0.4.",
      evidence: { address: text },
    });
  }
}

/** For each site link whether a private-IP connection uses it. */
function privateUseBySiteLink(network: Network): Map<SiteLink, Answer> {
  const uses = privateUses(network).flatMap((use) => {
    const { links, unknowns } = usedBy(use);
    return links.map((siteLink) => ({ siteLink, answer: unknowns.length > 0 ? unknowns : use.answer }));
  });
  return new Map(groupedBy(uses, ({ siteLink }) => siteLink).flatMap(answerOf));
}

function answerOf(uses: readonly { readonly siteLink: SiteLink; readonly answer: Answer }[]): [SiteLink, Answer][] {
  return uses.slice(0, 1).map(({ siteLink }) => [siteLink, anyOf(uses.map(({ answer }) => answer))]);
}

/** The site links that a use may mean: any of the site's, where the connection may have further links. */
function usedBy({ connection, link, answer }: PrivateUse): Candidates {
  return link === undefined
    ? { links: targetOf(connection.site)?.links.items ?? [], unknowns: openOf(answer) }
    : candidatesOf(link);
}
