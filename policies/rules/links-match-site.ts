import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { surelyDiffer } from "../../network/facts/identity";
import { inConnection } from "../../network/facts/link-connections";
import { isDescribed } from "../../network/facts/standing";
import { type Field, knownValue, targetOf } from "../../network/field";
import type { LinkConnection, Network, Part, SiteLink, VpnSite } from "../../network/network";
import { at, violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Place, Rule } from "./rule";

/** Connections use the links of their own site, each once, under names of their own. */
export const linksMatchSite: Rule = {
  id: "links-match-site",
  level: "error",
  section: "Private path",
  what: "Each link of a connection is a link of the site that it connects, no link of a site is connected twice to one gateway, and the names of a connection's links are unique.",
  why: "The provider checks none of it: Azure refuses such a connection at apply, or a tunnel goes to the wrong device.",
  page: "https://learn.microsoft.com/azure/virtual-wan/virtual-wan-site-to-site-portal",
  *judge(network) {
    yield* judgeLinkConnections(network, "they are links of its site", judgeTarget);
    yield* judgeRepeats(network);
    yield* judgeNames(network);
  },
};

function* judgeTarget(link: LinkConnection): Iterable<Judgement> {
  const { siteLink } = link;
  const { site } = link.connection;
  const place = inConnection(link, siteLink);
  if (siteLink.state === "unknown") {
    yield cannotTell(place, siteLink.unknown, phrase`the site link of ${link} can't be told`);
  } else if (siteLink.state === "resolved" && site.state === "unknown") {
    const message = phrase`whether ${siteLink.to} is of the site that ${link} connects can't be told`;
    yield cannotTell(place, site.unknown, message);
  } else if (siteLink.state === "resolved" && site.state === "resolved" && siteLink.to.site !== site.to) {
    yield judgeStranger(place, link, siteLink.to, site.to);
  } else if (siteLink.state === "resolved") {
    yield* judgeNamesake(place, link, siteLink.to);
  }
}

/** Names of a connection's links are free, but one that is another link's is hardly meant: key and policy go astray. */
function* judgeNamesake(place: Place, link: LinkConnection, used: SiteLink): Iterable<Judgement> {
  const [own, linked] = [knownValue(link.name), knownValue(used.name)];
  const isNamed = (name: string | undefined) => own !== undefined && name?.toLowerCase() === own.toLowerCase();
  const namesake = isNamed(linked) ? undefined : used.site.links.items.find(({ name }) => isNamed(knownValue(name)));
  if (own !== undefined && linked !== undefined && namesake !== undefined && namesake !== used) {
    yield violation(place, {
      level: "warning",
      message: phrase`link ${own} of ${link.connection} uses link ${linked} of its site, which has a link ${own} too`,
      remedy: phrase`Refer to the link ${own}, or name this one ${linked}: its key and policy are for the device that it leads to.`,
      evidence: { link: own, siteLink: linked },
    });
  }
}

function judgeStranger(place: Place, name: Phrase, link: SiteLink, site: VpnSite): Judgement {
  const message = phrase`${name} connects ${site}, but uses ${link}`;
  const evidence = { site: site.resource.address, linkOf: link.site.resource.address };
  if (!surelyDiffer(link.site, site)) {
    const unknown = { decidedBy: [site.resource.address, link.site.resource.address] };
    return cannotTell(place, unknown, phrase`${message}; whether both are one site can't be told`, { evidence });
  }
  return violation(place, { message, remedy: phrase`Refer to a link of ${site}.`, evidence });
}

/** A site link has one pair of tunnels to a gateway; to the gateway of another hub it may have another. */
function* judgeRepeats(network: Network): Iterable<Judgement> {
  const usersAt = oncePer((_gateway: Part) => new Map<SiteLink, LinkConnection>());
  for (const connection of network.vpnConnections.filter(isDescribed)) {
    const users = usersAt(targetOf(connection.gateway) ?? connection);
    for (const link of connection.links.items) {
      const used = targetOf(link.siteLink);
      const other = used === undefined ? undefined : users.get(used);
      if (used !== undefined && other !== undefined) {
        yield violation(inConnection(link, link.siteLink), {
          message: phrase`${link} uses ${used}, which ${other} uses already`,
          remedy: "Connect each site link once.",
          evidence: { siteLink: used.path, alsoUsedBy: other.path, connection: other.connection.resource.address },
        });
      } else if (used !== undefined) {
        users.set(used, link);
      }
    }
  }
}

function* judgeNames(network: Network): Iterable<Judgement> {
  for (const site of network.sites.filter(isDescribed)) {
    yield* judgeUnique(site, site, site.links.items);
  }
  for (const connection of network.vpnConnections.filter(isDescribed)) {
    yield* judgeUnique(connection, connection, connection.links.items);
  }
}

// ARM compares names without regard to case.
function* judgeUnique(
  holder: Part,
  name: Phrase,
  links: readonly { readonly name: Field<string> }[],
): Iterable<Judgement> {
  const taken = new Set<string>();
  for (const link of links) {
    const place = at(holder, link.name.path);
    if (link.name.state === "unknown" && links.length > 1) {
      yield cannotTell(
        place,
        link.name.unknown,
        phrase`the name of a link of ${name} is unknown, so it may be another link's`,
      );
    } else if (link.name.state === "known") {
      if (taken.has(link.name.value.toLowerCase())) {
        yield violation(place, {
          message: phrase`${name} has two links named ${link.name.value}`,
          remedy: "Give each link a name of its own.",
          evidence: { name: link.name.value },
        });
      }
      taken.add(link.name.value.toLowerCase());
    }
  }
}
