import { phrase } from "../../../network/facts/called/phrase";
import { isDescribed } from "../../../network/facts/standing";
import type { Network, SiteLink } from "../../../network/network";
import { at } from "../../../network/place";
import type { Judgement } from "../rule";
import { cannotTell } from "./unknowns";

/**
 * Judges every link of every site. Where a site may have more links than its input tells, that is undecided too.
 * `question` is what is judged, after "whether": "their peering addresses are usable".
 */
export function* judgeSiteLinks(
  network: Network,
  question: string,
  judge: (link: SiteLink) => Iterable<Judgement>,
): Iterable<Judgement> {
  for (const site of network.sites.filter(isDescribed)) {
    for (const link of site.links.items) {
      yield* judge(link);
    }
    if (site.links.unknown !== undefined) {
      const message = phrase`which links ${site} has can't be told, nor whether ${question}`;
      yield cannotTell(at(site, site.links.path), site.links.unknown, message);
    }
  }
}
