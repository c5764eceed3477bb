import type { Answer } from "../../../network/facts/answer";
import { allOf, isOn, isOpen, openOf } from "../../../network/facts/answer";
import { groupsBy } from "../../../network/facts/groups";
import { mayBeOne } from "../../../network/facts/identity";
import { candidatesOf, linkConnections } from "../../../network/facts/link-connections";
import { isPrivate } from "../../../network/facts/private-path";
import { knownValue, targetOf } from "../../../network/field";
import type { LinkConnection, Network, SiteLink } from "../../../network/network";
import { customAddressUses, hasCustomAddress } from "./instances";

/** How a site link is connected, as far as its BGP peer's address depends on it. */
export interface PeerUse {
  readonly link: LinkConnection;
  /** Whether it runs over the internet, from custom BGP addresses that the gateway has. */
  readonly takesApipa: Answer;
}

/** The connections of each site link, and those that may be one. */
export function peerUses(network: Network): (link: SiteLink) => readonly PeerUse[] {
  const links = linkConnections(network);
  const bySiteLink = groupsBy(links, ({ siteLink }) => targetOf(siteLink));
  const unresolved = links.filter(({ siteLink }) => siteLink.state === "unknown");
  return (siteLink) =>
    [...(bySiteLink.get(siteLink) ?? []), ...unresolved].flatMap((link) => {
      const use = meets(link, siteLink);
      const takesApipa = use === "no" ? "no" : allOf([isPublic(link), usesCustom(network, link)]);
      // Where it can't be told whether it is connected there, one that takes any address says nothing.
      return use === "no" || (isOpen(use) && takesApipa === "yes")
        ? []
        : [{ link, takesApipa: isOpen(use) ? [...use, ...openOf(takesApipa)] : takesApipa }];
    });
}

function meets(link: LinkConnection, siteLink: SiteLink): Answer {
  if (targetOf(link.siteLink) === siteLink) {
    return "yes";
  }
  const { links, unknowns } = candidatesOf(link);
  const site = targetOf(link.connection.site);
  const isOfSite = site === undefined || site === siteLink.site || mayBeOne(site, siteLink.site);
  const mayBe = links.length === 0 ? isOfSite : links.includes(siteLink);
  return unknowns.length > 0 && mayBe ? unknowns : "no";
}

function isPublic(link: LinkConnection): Answer {
  const answer = isPrivate(link);
  return isOpen(answer) ? answer : answer === "yes" ? "no" : "yes";
}

/** Whether it has BGP on, and uses custom addresses that its gateway has. */
function usesCustom(network: Network, link: LinkConnection): Answer {
  const { items, unknown } = customAddressUses(network, link);
  const gateway = link.connection.gateway;
  if (items.length === 0) {
    return unknown === undefined ? "no" : [unknown];
  }
  if (gateway.state !== "resolved") {
    return gateway.state === "unknown" ? [gateway.unknown] : "no";
  }
  const matches = items.map((use) => {
    const open = [use.instance, use.address].flatMap((field) => (field.state === "unknown" ? [field.unknown] : []));
    const [instance, address] = [knownValue(use.instance), knownValue(use.address)];
    return open.length > 0
      ? open
      : instance === undefined || address === undefined
        ? "no"
        : hasCustomAddress(network, gateway.to, instance, address);
  });
  return allOf([isOn(link.bgpEnabled), ...matches]);
}
