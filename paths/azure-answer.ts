import type { Names, Told } from "../network/facts/called/names";
import { type HeardWays, type Situation, waysIn, without } from "../routes/onprem-choice";
import { choiceOf, type Piece, type TowardsAzure } from "../routes/to-azure";
import { eachOnce, type WayIn } from "../routes/ways-in";
import { type LostThing, losing, takesAway } from "./lost";
import { deciders } from "./open";
import type { Alternative, PathAnswer, PathReason, WhenLost } from "./report";
import { plainSentence } from "./sentences";

/** What all sites of a WAN need for an answer. */
export interface Circumstances {
  readonly names: Names;
  readonly lost: readonly LostThing[];
}

/** What becomes of packets from a site to addresses in Azure. */
export function answerTowardsAzure(
  towards: TowardsAzure,
  piece: Piece,
  situation: Situation,
  { lost, names }: Circumstances,
): PathAnswer {
  const { outcome, via, reason, unknowns } = choiceOf(towards, piece, situation);
  const sentence =
    unknowns.length > 0
      ? `It can't be told which way on-premises routers take; ${deciders(unknowns)} would tell.`
      : plainSentence(reason);
  const taken = takenBy(names, via);
  const alternatives = alternativesTo(names, situation, taken.via, reason);
  const needs = [...waysIn(situation.tunnels), ...waysIn(situation.circuits)].flatMap((way) => way.needs);
  const whenLost = losing(lost, needs).flatMap((thing) => afterLoss(names, towards, piece, situation, thing));
  return { outcome, ...taken, reason, sentence, alternatives, whenLost };
}

function takenBy(names: Names, ways: readonly WayIn[]): { readonly via: string[]; readonly over: Told[] } {
  const each = eachOnce(ways);
  return { via: each.map(({ via }) => via), over: each.map(({ over }) => names.of(over)) };
}

function alternativesTo(
  names: Names,
  { tunnels, circuits }: Situation,
  taken: readonly string[],
  reason: PathReason,
): Alternative[] {
  const left = (heard: readonly HeardWays[], whyNot: string) =>
    eachOnce(waysIn(heard))
      .filter(({ via }) => !taken.includes(via))
      .map(({ via, over }): Alternative => ({ via, over: names.of(over), whyNot }));
  return [
    ...left(tunnels, WHY_NOT_TUNNEL[reason] ?? NOT_PREFERRED),
    ...left(circuits, WHY_NOT_CIRCUIT[reason] ?? "what is preferred isn't known"),
  ];
}

const NOT_PREFERRED = "on-premises routers are not told to prefer the tunnel";

const WHY_NOT_TUNNEL: { readonly [reason in PathReason]?: string } = {
  "more-specific-on-expressroute": "its prefix is shorter, and no preference changes that",
};

const WHY_NOT_CIRCUIT: { readonly [reason in PathReason]?: string } = {
  "preferred-on-premises": "on-premises routers prefer the tunnel",
  "more-specific-on-vpn": "its prefix is shorter",
  "filtered-on-premises": "on-premises routers refuse to learn it there",
  "route-map": "an outbound route map drops it there",
  "no-route": "it is filtered on-premises, or an outbound route map drops it there",
};

/** Prefixes stay advertised over what is left. */
function afterLoss(
  names: Names,
  towards: TowardsAzure,
  piece: Piece,
  situation: Situation,
  lostThing: LostThing,
): WhenLost[] {
  const { kind, lost, thing, allTunnels } = lostThing;
  const goes = (way: WayIn) => (allTunnels ? way.isPrivate : takesAway(lostThing, way.needs));
  if (![...waysIn(situation.tunnels), ...waysIn(situation.circuits)].some(goes)) {
    return [];
  }
  const { outcome, via } = choiceOf(towards, piece, without(situation, goes));
  return [{ kind, lost, thing, outcome, ...takenBy(names, via) }];
}
