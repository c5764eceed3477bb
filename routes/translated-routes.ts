import { phrase } from "../network/facts/called/phrase";
import type { Advertisement, LinkConnection } from "../network/network";
import { type Entry, learnAdvertised, openingAt } from "./advertised-routes";
import type { LearnedRoutes } from "./learned-routes";
import { translatedIn } from "./nat";
import { under } from "./propagation";

/** What a hub learns of an advertisement over a link, after its ingress NAT rules, and then the inbound route map. */
export function learnTranslated(
  entry: Entry,
  link: LinkConnection,
  advertisement: Advertisement,
  into: LearnedRoutes,
): void {
  const translated = translatedIn(link, advertisement.prefixes);
  if (translated === undefined) {
    learnAdvertised(entry, advertisement, into);
    return;
  }
  const { plain, hidden, external, isCertain, unknowns } = translated;
  const { draft } = entry;
  const doubt = { name: `${draft.via} as it is before translation`, unknowns };
  const perhaps: Entry = { ...entry, draft: { ...draft, propagation: under(doubt, draft.propagation) } };
  learnAdvertised(entry, { ...advertisement, prefixes: plain }, into);
  learnAdvertised(perhaps, { ...advertisement, prefixes: hidden }, into);
  for (const prefixes of external) {
    learnAdvertised(isCertain ? entry : perhaps, { ...advertisement, prefixes }, into);
  }
  if (!isCertain) {
    const part = {
      ...entry,
      path: link.ingressNatRules.path,
      what: () => phrase`what ingress NAT rules make of what comes over ${link}`,
    };
    into.open([openingAt(part, unknowns)]);
  }
}
