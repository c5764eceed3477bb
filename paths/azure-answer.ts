import type { Told } from "../network/facts/called/names";
import type { Unknown } from "../network/field";
import type { Loss } from "../routes/source";
import { type LostThing, losing, takesAway } from "./lost";
import { deciders } from "./open";
import type { Alternative, PathAnswer, PathReason, RouteOutcome, WhenLost } from "./report";
import { plainSentence } from "./sentences";

/** A connection that Azure may advertise a prefix over. */
export interface WayIn {
  readonly via: string;
  /** What people call it. */
  readonly over: Told;
  readonly needs: readonly Loss[];
  /** Whether it is a tunnel on the private path. */
  readonly isPrivate: boolean;
  /** What would tell whether a route map lets the prefix through. Empty where it does. */
  readonly unknowns: readonly Unknown[];
}

/** What on-premises routers do with some addresses of Azure, and over what they hear of them. */
export interface Heard {
  readonly tunnels: readonly WayIn[];
  readonly circuits: readonly WayIn[];
  /** What would tell whether there are more. */
  readonly unseenTunnels: readonly Unknown[];
  readonly unseenCircuits: readonly Unknown[];
  /** Outbound route maps keep it off all circuits. */
  readonly keptOff: boolean;
  readonly filtered: Stated;
  readonly preferred: Stated;
  /** It is a hub's own, and the spokes of the WAN are kept off. */
  readonly holdsTunnelEnds: boolean;
}

/** Whether intent says that something holds; the unknowns where that can't be told. */
export type Stated = boolean | readonly Unknown[];

interface Choice {
  readonly outcome: RouteOutcome;
  readonly via: readonly string[];
  readonly over: readonly Told[];
  readonly reason: PathReason;
  readonly unknowns: readonly Unknown[];
}

/** What becomes of packets from a site to addresses in Azure. */
export function answerTowardsAzure(heard: Heard, lost: readonly LostThing[]): PathAnswer {
  const { outcome, via, over, reason, unknowns } = choiceOf(heard);
  const sentence =
    unknowns.length > 0
      ? `It can't be told which way on-premises routers take; ${deciders(unknowns)} would tell.`
      : plainSentence(reason);
  const alternatives = alternativesTo(heard, via, reason);
  const needs = [...heard.tunnels, ...heard.circuits].flatMap((way) => way.needs);
  const whenLost = losing(lost, needs).flatMap((thing) => afterLoss(heard, thing));
  return { outcome, via, over, reason, sentence, alternatives, whenLost };
}

function choiceOf(heard: Heard): Choice {
  const { tunnels, keptOff, filtered, preferred } = heard;
  const offCircuits = keptOff || filtered === true;
  const certain = tunnels.filter(({ unknowns }) => unknowns.length === 0);
  if (certain.length > 0 && (offCircuits || preferred === true)) {
    const reason = filtered === true ? "filtered-on-premises" : keptOff ? "route-map" : "preferred-on-premises";
    return told("encrypted", certain, reason);
  }
  return withoutPreference(heard, offCircuits);
}

function withoutPreference(heard: Heard, offCircuits: boolean): Choice {
  const { tunnels, filtered, preferred, holdsTunnelEnds } = heard;
  const over = offCircuits ? [] : heard.circuits;
  const doubts = [...[...tunnels, ...over].flatMap(({ unknowns }) => unknowns), ...heard.unseenTunnels];
  const open = [...doubts, ...(offCircuits ? [] : heard.unseenCircuits)];
  if (over.length === 0 && open.length === 0) {
    return tunnels.length > 0 ? told("encrypted", tunnels, "only-in-tunnels") : told("dropped", [], "no-route");
  }
  // Without a tunnel, what is preferred doesn't matter.
  const intent = [filtered, tunnels.length > 0 ? preferred : false].flatMap((one) => (isOpen(one) ? one : []));
  const unknowns = [...intent, ...open];
  if (unknowns.length > 0) {
    return { outcome: "undecided", ...taken([...tunnels, ...over]), reason: "not-stated", unknowns };
  }
  const reason = holdsTunnelEnds ? "hub-prefix" : "equal-prefix";
  return told("clear", over, tunnels.length === 0 ? "only-on-expressroute" : reason);
}

function told(outcome: RouteOutcome, ways: readonly WayIn[], reason: PathReason): Choice {
  return { outcome, ...taken(ways), reason, unknowns: [] };
}

function isOpen(stated: Stated): stated is readonly Unknown[] {
  return typeof stated !== "boolean";
}

function taken(ways: readonly WayIn[]): { readonly via: string[]; readonly over: Told[] } {
  const each = eachOnce(ways);
  return { via: each.map(({ via }) => via), over: each.map(({ over }) => over) };
}

function eachOnce(ways: readonly WayIn[]): WayIn[] {
  return [...new Map(ways.map((way) => [way.via, way])).values()].sort((a, b) => (a.via < b.via ? -1 : 1));
}

function alternativesTo(heard: Heard, vias: readonly string[], reason: PathReason): Alternative[] {
  const left = (ways: readonly WayIn[]) => eachOnce(ways).filter(({ via }) => !vias.includes(via));
  return [
    ...left(heard.tunnels).map(({ via, over }) => ({
      via,
      over,
      whyNot: "on-premises routers are not told to prefer the tunnel",
    })),
    ...left(heard.circuits).map(({ via, over }) => ({
      via,
      over,
      whyNot: WHY_NOT_CIRCUIT[reason] ?? "what is preferred isn't known",
    })),
  ];
}

const WHY_NOT_CIRCUIT: { readonly [reason in PathReason]?: string } = {
  "preferred-on-premises": "on-premises routers prefer the tunnel",
  "filtered-on-premises": "on-premises routers refuse to learn it there",
  "route-map": "an outbound route map drops it there",
  "no-route": "it is filtered on-premises, or an outbound route map drops it there",
};

/** Prefixes stay advertised over what is left. Where intent states a preference and no filter, there is none (inference). */
function afterLoss(heard: Heard, thing: LostThing): WhenLost[] {
  const { kind, lost, thing: said, allTunnels } = thing;
  const goes = (way: WayIn) => (allTunnels ? way.isPrivate : takesAway(thing, way.needs));
  if (![...heard.tunnels, ...heard.circuits].some(goes)) {
    return [];
  }
  const stay = (ways: readonly WayIn[]) => ways.filter((way) => !goes(way));
  const { outcome, via, over } = choiceOf({ ...heard, tunnels: stay(heard.tunnels), circuits: stay(heard.circuits) });
  return [{ kind, lost, thing: said, outcome, via, over }];
}
