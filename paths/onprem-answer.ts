import type { Names, Told } from "../network/facts/called/names";
import { phrase } from "../network/facts/called/phrase";
import { told } from "../network/facts/called/teller";
import type { VirtualHub } from "../network/network";
import { type Decision, decide, isAlike, type PrefixRoutes, runnersUp } from "../routes/decision";
import { isGone } from "../routes/losses";
import { thingsOver, viasOf } from "../routes/over";
import type { Opening, RouteSource } from "../routes/source";
import { whyUndecided } from "../routes/why-undecided";
import { type LostThing, losing } from "./lost";
import { deciders, openingsThatChange } from "./open";
import type { Alternative, PathAnswer, PathReason, WhenLost } from "./report";
import { CAVEAT, sentenceOf, whyNot } from "./sentences";

/** What all hubs of a WAN need for an answer. */
export interface Circumstances {
  readonly names: Names;
  readonly openings: readonly Opening[];
  readonly lost: readonly LostThing[];
}

/** What becomes of packets from a hub to addresses of one chain of prefixes; undefined where they stay in Azure. */
export function answerFrom(
  hub: VirtualHub,
  chain: readonly PrefixRoutes[],
  { names, openings, lost }: Circumstances,
): PathAnswer | undefined {
  const decision = decide(hub, chain);
  if (decision.outcome === "inside") {
    return undefined;
  }
  const taken = takenBy(names, decision.via);
  const alternatives = alternativesTo(names, hub, decision, chain);
  const needs = chain.flatMap(({ sources }) => sources.flatMap((source) => source.needs));
  const whenLost = losing(lost, needs).flatMap((thing) => afterLoss(names, hub, chain, thing, openings));
  const open = openingsThatChange(decision.outcome, openings);
  if (open.length > 0) {
    const words = deciders(open.flatMap(({ unknowns }) => unknowns));
    const sentence = `It can't be told what else is advertised; ${words} would tell.`;
    return { outcome: "undecided", ...taken, reason: "not-stated", sentence, alternatives, whenLost };
  }
  const reason = reasonOf(decision);
  const sentence =
    decision.outcome === "undecided"
      ? `It can't be told which way it goes; ${deciders(whyUndecided(hub, chain, decision))} would tell.`
      : told(names, phrase`${sentenceOf(reason, decision, hub)}${isAlike(decision, chain) ? CAVEAT : ""}`);
  return { outcome: decision.outcome, ...taken, reason, sentence, alternatives, whenLost };
}

function reasonOf({ reason, via }: Decision): PathReason {
  return via.length === 0 ? "no-route" : reason;
}

/** What routes lead over: as addresses, and as people call it. */
function takenBy(names: Names, sources: readonly RouteSource[]): { readonly via: string[]; readonly over: Told[] } {
  return { via: viasOf(sources), over: thingsOver(sources).map((thing) => names.of(thing)) };
}

function alternativesTo(
  names: Names,
  hub: VirtualHub,
  decision: Decision,
  chain: readonly PrefixRoutes[],
): Alternative[] {
  const taken = new Set(viasOf(decision.via));
  const found = new Map<string, Alternative>();
  for (const source of runnersUp(decision, chain)) {
    if (!taken.has(source.via) && !found.has(source.via)) {
      const over = names.of(source.over);
      found.set(source.via, { via: source.via, over, whyNot: whyNot(hub, source, decision, chain) });
    }
  }
  return [...found.values()].sort((a, b) => (a.via < b.via ? -1 : 1));
}

/** What happens then; nothing where no route to these addresses needs what is lost. */
function afterLoss(
  names: Names,
  hub: VirtualHub,
  chain: readonly PrefixRoutes[],
  { kind, lost, thing, gone, allTunnels }: LostThing,
  openings: readonly Opening[],
): WhenLost[] {
  const goes = (source: RouteSource) => (allTunnels ? source.carriage === "private-tunnel" : isGone(source, gone));
  if (!chain.some(({ sources }) => sources.some(goes))) {
    return [];
  }
  const left = chain
    .map(({ length, sources }) => ({ length, sources: sources.filter((one) => !goes(one)) }))
    .filter(({ sources }) => sources.length > 0);
  const { outcome, via } = decide(hub, left);
  const still = allTunnels ? openings.filter(({ carriage }) => carriage !== "private-tunnel") : openings;
  const isOpen = openingsThatChange(outcome, still).length > 0;
  // What ends in a spoke doesn't reach on-premises.
  const then = isOpen ? "undecided" : outcome === "inside" ? "dropped" : outcome;
  return [{ kind, lost, thing, outcome: then, ...takenBy(names, via) }];
}
