import { openOf } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { prefixOfField } from "../../network/facts/prefixes";
import { type PrivateUse, privateUses } from "../../network/facts/private-path";
import type { Unknown } from "../../network/field";
import type { Network, VirtualHub } from "../../network/network";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import type { Observation } from "../azure/observations";
import type { DownloadedConnection, DownloadedLink } from "../azure/vpn-download";
import { isCalled, plannedLinks } from "../configuration/planned-links";
import { differs, untold } from "./observed-rule";

/** Planned links over ExpressRoute of which the inputs don't tell what they connect: no file can be held against them. */
export function* unfoundPlans(network: Network): Iterable<Judgement> {
  const found = new Set(plannedLinks(network).map(({ connected }) => connected));
  for (const use of privateUses(network)) {
    if (use.link === undefined || !found.has(use.link)) {
      yield untold(use.place, whyUnfound(use), {
        message: phrase`what ${use.name} connects can't be told, so nothing that Azure runs is held against it`,
        remedy: "Hand over the plan, or the input that makes the site and the gateway.",
      });
    }
  }
}

function whyUnfound({ link, connection, hub, answer, place }: PrivateUse): Unknown[] {
  const refs = [link?.siteLink, connection.gateway, hub].filter((ref) => ref !== undefined);
  const open = [...refs.flatMap((ref) => (ref.state === "unknown" ? [ref.unknown] : [])), ...openOf(answer)];
  return open.length > 0 ? open : [{ decidedBy: [`${place.part.resource.address}.${place.path}`] }];
}

/** Links that Azure has at a planned hub, and that no input shows: what they announce is judged by nobody. */
export function* unplannedLinks(network: Network, observed: readonly Observation[]): Iterable<Judgement> {
  // A plan of which can't be told what it connects may be of any of them.
  if (!unfoundPlans(network)[Symbol.iterator]().next().done) {
    return;
  }
  const planned = plannedLinks(network);
  for (const { path, link, connection } of downloadedIn(observed)) {
    const { hubPrefix } = connection;
    const hub = hubWith(network, connection);
    if (hub !== undefined && !planned.some((one) => isCalled(one, { site: link.site, link: link.link, hubPrefix }))) {
      yield differs(at(hub), {
        message: phrase`${hub} has ${link.link === undefined ? "a link" : `link ${link.link}`} of site ${link.site} in Azure, which no input shows`,
        remedy: "Hand over the input that connects the site, or remove the connection.",
        evidence: { site: link.site, ...(link.link === undefined ? {} : { link: link.link }), file: path },
      });
    }
  }
}

interface Downloaded {
  readonly path: string;
  readonly link: DownloadedLink;
  readonly connection: DownloadedConnection;
}

export function downloadedIn(observed: readonly Observation[]): Downloaded[] {
  return observed
    .filter((one) => one.kind === "download")
    .flatMap(({ path, links }) =>
      links.flatMap((link) => link.connections.map((connection) => ({ path, link, connection }))),
    );
}

export function hubWith({ hubs }: Network, { hubPrefix }: DownloadedConnection): VirtualHub | undefined {
  return hubs.find(({ addressPrefix }) => prefixOfField(addressPrefix)?.prefix.text === hubPrefix.text);
}
