import type { Unknown } from "../field";
import type { LinkConnection, Network, SiteLink } from "../network";
import { at, type Place } from "../place";
import { type Answer, isOpen } from "./answer";
import { isDescribed } from "./standing";

/** The links of every connection that an input describes. */
export function linkConnections(network: Network): LinkConnection[] {
  return network.vpnConnections.filter(isDescribed).flatMap((connection) => connection.links.items);
}

/** The place of an attribute of a connected link. */
export function inConnection(link: LinkConnection, attribute: { readonly path: string }): Place {
  return at(link.connection, attribute.path);
}

/** The site links that a connected link can be: one where its reference resolves, else every link of a known site. */
export interface Candidates {
  readonly links: readonly SiteLink[];
  /** Why it is not certain which one. Empty where it is. */
  readonly unknowns: readonly Unknown[];
}

/** Which site links a connected link can be. */
export function candidatesOf(link: LinkConnection): Candidates {
  if (link.siteLink.state === "resolved") {
    return { links: [link.siteLink.to], unknowns: [] };
  }
  if (link.siteLink.state === "absent") {
    return { links: [], unknowns: [] };
  }
  const { site } = link.connection;
  const complete = site.state === "resolved" && site.to.links.unknown === undefined;
  return { links: complete ? site.to.links.items : [], unknowns: [link.siteLink.unknown] };
}

/**
 * Asks a question of the site link that is connected. Where it is not certain which link that is, the answer holds if
 * every link that it can be gives the same.
 */
export function askSiteLink(link: LinkConnection, question: (siteLink: SiteLink) => Answer): Answer {
  const { links, unknowns } = candidatesOf(link);
  const answers = links.map(question);
  const [first] = answers;
  if (first === undefined) {
    return unknowns.length > 0 ? unknowns : "no";
  }
  if (answers.every((answer) => answer === first) && !isOpen(first)) {
    return first;
  }
  return [...unknowns, ...answers.filter(isOpen).flat()];
}
