import { phrase } from "../../network/facts/called/phrase";
import { knownValue } from "../../network/field";
import type { Network } from "../../network/network";
import type { Judgement } from "../../policies/rules/rule";
import type { Observation } from "../azure/observations";
import { type Matched, matchedLinks } from "./matching";
import { differs } from "./observed-rule";
import { predictedWans } from "./predicted-routes";
import { hubOfRoutes } from "./whose-routes";

/**
 * BGP sessions that bring nothing. No file tells the state of a session; the routes of a hub tell whether any of them came from
 * the AS of a device through which some were predicted.
 */
export function* silentSessions(network: Network, observed: readonly Observation[]): Iterable<Judgement> {
  const wans = predictedWans(network);
  const links = matchedLinks(network, observed);
  for (const one of observed) {
    if (one.kind !== "effective") {
      continue;
    }
    const hub = hubOfRoutes(one, network);
    const predicted = wans.find(({ group }) => group.hubs.includes(hub))?.at(hub) ?? [];
    const seen = new Set(one.routes.map(({ prefix }) => prefix.text));
    const heard = new Set(one.routes.filter(({ hop }) => hop === "tunnel").flatMap(({ asPath }) => asPath[0] ?? []));
    for (const link of links.filter(({ planned }) => planned.hub === hub)) {
      const own = predicted.filter(({ decision }) => decision.via.some(({ over }) => over === link.planned.connected));
      // A prefix that is there another way may have lost on this one.
      if (own.length === 0 || own.some(({ text }) => seen.has(text))) {
        continue;
      }
      const asn = asnOf(link);
      if (asn !== undefined && !heard.has(String(asn))) {
        yield differs(link.place, {
          message: phrase`no route of ${hub} came from AS ${asn}, that of ${link.planned.connected}: its BGP sessions are down, or announce nothing`,
          remedy: "Look at the sessions on the device, and at what it announces.",
          evidence: { asn, file: one.path },
        });
      }
    }
  }
}

function asnOf({ planned }: Matched): number | undefined {
  const bgp = knownValue(planned.connected.bgpEnabled) === true ? knownValue(planned.siteLink.bgp) : undefined;
  return bgp === undefined ? undefined : knownValue(bgp.asn);
}
