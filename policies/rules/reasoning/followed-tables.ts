import { phrase } from "../../../network/facts/called/phrase";
import { hiddenByMap, whichTable } from "../../../routes/spoke-views";
import type { TowardsOnPremises } from "../../../routes/to-onprem";
import { at } from "../judgement";
import type { Judgement } from "../rule";
import { cannotTell } from "./unknowns";

/** Spokes of which it can't be told which route table they follow, or what a route map leaves of it. */
export function* followedTables({ group, alike }: TowardsOnPremises): Iterable<Judgement> {
  if (alike.length === 0) {
    return;
  }
  const certain = group.hubs.flatMap(({ spokeConnections }) => spokeConnections.map((part) => ({ part, doubts: [] })));
  const strays = group.straySpokes.map(({ part, unknowns }) => ({ part, doubts: unknowns }));
  for (const { part: spoke, doubts } of [...certain, ...strays]) {
    const own = whichTable(spoke);
    const unknowns = [...own, ...doubts];
    if (own.length > 0) {
      const message = phrase`whether ${spoke} reaches protected prefixes encrypted can't be told: it may follow another route table than the default one`;
      yield cannotTell(at(spoke, spoke.routing.associatedRouteTable.path), unknowns, message);
    }
    const hidden = hiddenByMap(spoke);
    if (hidden.length > 0) {
      const message = phrase`whether ${spoke} reaches protected prefixes at all can't be told: its outbound route map may take routes away that lead there`;
      yield cannotTell(at(spoke, spoke.routing.outboundRouteMap.path), hidden, message);
    }
  }
}
