import type { VirtualHub } from "../network/network";
import { type Candidate, choiceOf } from "./choice";
import type { Selection, SelectionStep } from "./selection";
import type { Carriage, RouteSource } from "./source";

/**
 * What becomes of a packet.
 *
 * - `encrypted`: it goes into an IPsec tunnel; `carriages` tells whether over private peering.
 * - `clear`: it goes over ExpressRoute without IPsec.
 * - `dropped`: there is no route.
 * - `inside`: it stays in Azure.
 * - `undecided`: that can't be told.
 */
export type Outcome = "encrypted" | "clear" | "dropped" | "inside" | "undecided";

/** Why a packet goes where it goes. */
export type Reason =
  | "equal-prefix"
  | "more-specific-on-expressroute"
  | "not-advertised-over-vpn"
  | "internet-tunnel"
  | "more-specific-on-vpn"
  | "only-candidate"
  | SelectionStep;

/** What one hub does with the packets to some addresses. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The routes taken; more than one where traffic is shared, or where it can't be told which. */
  readonly via: readonly RouteSource[];
  /** The length of the prefix that decides; undefined where there is none. */
  readonly length: number | undefined;
}

/** All routes of one prefix, as the hubs themselves learn them. */
export interface PrefixRoutes {
  readonly length: number;
  readonly sources: readonly RouteSource[];
}

/**
 * Decides at a hub: the longest prefix that has a route, the hub's choice among its routes, and at a hub that those lead
 * to again. `chain` runs from the shortest prefix to the longest.
 */
export function decide(hub: VirtualHub, chain: readonly PrefixRoutes[]): Decision {
  return decideAt(hub, chain, new Set());
}

function decideAt(hub: VirtualHub, chain: readonly PrefixRoutes[], passed: ReadonlySet<VirtualHub>): Decision {
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const routes = chain[index];
    const chosen = routes === undefined ? undefined : choiceOf(hub, routes.sources);
    if (routes !== undefined && chosen !== undefined && chosen.winners.length > 0) {
      return taken(hub, chain, index, chosen, passed);
    }
  }
  return { outcome: "dropped", reason: "not-advertised-over-vpn", via: [], length: undefined };
}

function taken(
  hub: VirtualHub,
  chain: readonly PrefixRoutes[],
  index: number,
  chosen: Selection<Candidate>,
  passed: ReadonlySet<VirtualHub>,
): Decision {
  const [only] = chosen.winners;
  if (chosen.winners.length === 1 && only?.local === true) {
    const outcome = OUTCOMES[only.source.carriage];
    return { outcome, reason: reasonOf(chosen, chain, index), via: [only.source], length: chain[index]?.length };
  }
  if (chosen.winners.length === 1 && only !== undefined) {
    const { outcome, reason, via } = endOf(only.source, hub, chain, passed);
    return { outcome, reason, via, length: chain[index]?.length };
  }
  const ends = chosen.winners.map(({ source }) => endOf(source, hub, chain, passed));
  const outcomes = new Set(ends.map(({ outcome }) => outcome));
  const paths = new Set(ends.map((end) => `${end.outcome} ${isOnPrivatePath(end)}`));
  const via = [...new Set(ends.flatMap((end) => end.via))];
  const [first] = ends;
  return {
    outcome: isSettled(chosen, outcomes, paths) && first !== undefined ? first.outcome : worst(chosen, outcomes),
    reason: chosen.winners.every(({ local }) => local)
      ? reasonOf(chosen, chain, index)
      : (first?.reason ?? chosen.step),
    via,
    length: chain[index]?.length,
  };
}

/** Whether encrypted traffic goes over private peering, all of it. */
export function isOnPrivatePath({ outcome, via }: Decision): boolean {
  return outcome === "encrypted" && via.every(({ carriage }) => carriage === "private-tunnel");
}

/** Whether the hub of a tunnel that is taken has the deciding prefix over ExpressRoute too. */
export function isAlike({ outcome, via, length }: Decision, chain: readonly PrefixRoutes[]): boolean {
  if (outcome !== "encrypted") {
    return false;
  }
  const deciding = chain.find((routes) => routes.length === length)?.sources ?? [];
  return deciding.some(({ carriage, hub }) => {
    return carriage === "clear" && via.some((taken) => taken.carriage === "private-tunnel" && taken.hub === hub);
  });
}

// Which of several routes it is may be open where all of them lead the same way.
function isSettled(
  { certain }: Selection<Candidate>,
  outcomes: ReadonlySet<Outcome>,
  paths: ReadonlySet<string>,
): boolean {
  return certain ? outcomes.size === 1 : paths.size === 1;
}

// Shared traffic of which some is in the clear is in the clear; a choice that can't be told is not decided.
function worst(chosen: Selection<Candidate>, outcomes: ReadonlySet<Outcome>): Outcome {
  return chosen.certain && outcomes.has("clear") && !outcomes.has("undecided") ? "clear" : "undecided";
}

function endOf(
  source: RouteSource,
  hub: VirtualHub,
  chain: readonly PrefixRoutes[],
  passed: ReadonlySet<VirtualHub>,
): Decision {
  if (source.hub === hub) {
    return {
      outcome: OUTCOMES[source.carriage],
      reason: "only-candidate",
      via: [source],
      length: undefined,
    };
  }
  if (passed.has(source.hub)) {
    return { outcome: "undecided", reason: "only-candidate", via: [source], length: undefined };
  }
  return decideAt(source.hub, chain, new Set([...passed, hub]));
}

const OUTCOMES: { readonly [carriage in Carriage]: Outcome } = {
  "private-tunnel": "encrypted",
  "internet-tunnel": "encrypted",
  clear: "clear",
  azure: "inside",
  unknown: "undecided",
};

function reasonOf(chosen: Selection<Candidate>, chain: readonly PrefixRoutes[], index: number): Reason {
  const winner = chosen.winners[0]?.source.carriage;
  const isShorter = (carriage: Carriage) => chain.some((routes, at) => at < index && hasAny(routes, carriage));
  const here = chain[index];
  if (winner === "clear") {
    if (here !== undefined && hasAny(here, "private-tunnel")) {
      return chosen.step === "as-path" ? "as-path" : "equal-prefix";
    }
    return isShorter("private-tunnel") ? "more-specific-on-expressroute" : "not-advertised-over-vpn";
  }
  if (winner === "internet-tunnel") {
    return chosen.step === "as-path" ? "as-path" : "internet-tunnel";
  }
  const plain = chosen.step === "only-candidate" || chosen.step === "shared";
  return plain && isShorter("clear") ? "more-specific-on-vpn" : chosen.step;
}

function hasAny({ sources }: PrefixRoutes, carriage: Carriage): boolean {
  return sources.some((source) => source.carriage === carriage);
}

/** The other routes that hold the addresses of a decision, of the longest prefix first. */
export function runnersUp({ via }: Decision, chain: readonly PrefixRoutes[]): RouteSource[] {
  return chain.toReversed().flatMap(({ sources }) => sources.filter((source) => !via.includes(source)));
}
