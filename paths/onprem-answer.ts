import type { Names, Told } from "../network/facts/called/names";
import { phrase } from "../network/facts/called/phrase";
import { told } from "../network/facts/called/teller";
import { type Decision, decide, isAlike, type PrefixRoutes, runnersUp } from "../routes/decision";
import { isGone } from "../routes/losses";
import { openingsFor } from "../routes/openings";
import { thingsOver, viasOf } from "../routes/over";
import type { Opening, RouteSource } from "../routes/source";
import type { View } from "../routes/view";
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

/** What becomes of packets to addresses of one chain of prefixes. */
export function answerFrom(
  view: View,
  chain: readonly PrefixRoutes[],
  { names, openings, lost }: Circumstances,
): PathAnswer {
  const decision = decide(view, chain);
  const stays = decision.outcome === "inside";
  const taken = takenBy(names, decision.via);
  const alternatives = alternativesTo(names, view, decision, chain);
  const needs = chain.flatMap(({ sources }) => sources.flatMap((source) => source.needs));
  const whenLost = stays ? [] : losing(lost, needs).flatMap((thing) => afterLoss(names, view, chain, thing, openings));
  const open = openingsThatChange(decision.outcome, openingsFor(view, decision, openings));
  if (open.length > 0) {
    const words = deciders(open.flatMap(({ unknowns }) => unknowns));
    const sentence = `It can't be told what else is advertised; ${words} would tell.`;
    return { outcome: "undecided", ...taken, reason: "not-stated", sentence, alternatives, whenLost };
  }
  const reason = reasonOf(decision);
  const sentence =
    decision.outcome === "undecided"
      ? `It can't be told which way it goes; ${deciders(whyUndecided(view, chain, decision))} would tell.`
      : told(names, phrase`${sentenceOf(reason, decision, view.hub)}${isAlike(decision) ? CAVEAT : ""}`);
  return { outcome: decision.outcome, ...taken, reason, sentence, alternatives, whenLost };
}

function reasonOf({ reason, via }: Decision): PathReason {
  return via.length === 0 ? "no-route" : reason;
}

/** What routes lead over: as addresses, and as people call it. */
function takenBy(names: Names, sources: readonly RouteSource[]): { readonly via: string[]; readonly over: Told[] } {
  return { via: viasOf(sources), over: thingsOver(sources).map((thing) => names.of(thing)) };
}

function alternativesTo(names: Names, view: View, decision: Decision, chain: readonly PrefixRoutes[]): Alternative[] {
  const taken = new Set(viasOf(decision.via));
  const found = new Map<string, Alternative>();
  for (const source of runnersUp(decision, chain)) {
    if (!taken.has(source.via) && !found.has(source.via)) {
      const over = names.of(source.over);
      found.set(source.via, { via: source.via, over, whyNot: whyNot(view, source, decision, chain) });
    }
  }
  return [...found.values()].sort((a, b) => (a.via < b.via ? -1 : 1));
}

/** What happens then; nothing where no route to these addresses needs what is lost. */
function afterLoss(
  names: Names,
  view: View,
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
  const decision = decide(view, left);
  const { outcome, via } = decision;
  const still = allTunnels ? openings.filter(({ carriage }) => carriage !== "private-tunnel") : openings;
  const isOpen = openingsThatChange(outcome, openingsFor(view, decision, still)).length > 0;
  // What ends in a spoke doesn't reach on-premises.
  const then = isOpen ? "undecided" : outcome === "inside" ? "dropped" : outcome;
  return [{ kind, lost, thing, outcome: then, ...takenBy(names, via) }];
}
