import type { Unknown } from "../network/field";
import type { Part } from "../network/network";
import { type Candidate, type Choice, choiceOf, type PrefixRoutes } from "./choice";
import { type Doubts, doubtsIn, worldsOf } from "./doubts";
import { isReached, NO_DOUBT, type World } from "./reach";
import { type Reason, reasonOf } from "./reason";
import type { Carriage, RouteSource } from "./source";
import { hears, type View } from "./view";

export type { PrefixRoutes } from "./choice";
export type { Reason } from "./reason";

/**
 * What becomes of a packet.
 *
 * - `encrypted`: it goes into an IPsec tunnel; `carriages` tells whether over private peering.
 * - `clear`: it goes over ExpressRoute without IPsec, or through a tunnel whose encryption is off.
 * - `dropped`: there is no route.
 * - `inside`: it stays in Azure.
 * - `undecided`: that can't be told.
 */
export type Outcome = "encrypted" | "clear" | "dropped" | "inside" | "undecided";

/** What a view does with the packets to some addresses. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** The routes taken; more than one where traffic is shared, or where it can't be told which. */
  readonly via: readonly RouteSource[];
  /** The length of the prefix that decides; undefined where there is none. */
  readonly length: number | undefined;
  /** Whether a tunnel on the private path is taken whose hub has the same prefix over ExpressRoute. */
  readonly besideExpressRoute: boolean;
  /** What would decide it, beside what the routes taken leave open. Empty where it is decided. */
  readonly unknowns: readonly Unknown[];
  /** Firewalls and appliances that inspect it on its way, and send it on by the routes of their hub. */
  readonly through: readonly Part[];
}

/**
 * Decides in a view: the longest prefix that has a route, the choice among its routes, and at a hub that those lead to
 * again. `chain` runs from the shortest prefix to the longest. Where it rests on what can't be told, all ways in which that
 * may turn out have to agree.
 */
export function decide(view: View, chain: readonly PrefixRoutes[]): Decision {
  const doubts = doubtsIn(view, chain);
  return doubts.size === 0 ? decideAt(view, chain, NO_DOUBT, NOWHERE_YET) : agreed(view, chain, doubts);
}

const NOWHERE_YET: ReadonlySet<View["hub"]> = new Set();

/** What all worlds agree on. */
function agreed(view: View, chain: readonly PrefixRoutes[], doubts: Doubts): Decision {
  const worlds = worldsOf(doubts);
  const decisions = worlds.map((world) => decideAt(view, chain, world, NOWHERE_YET));
  const keys = decisions.map(keyOf);
  const last = decisions.at(-1);
  if (last !== undefined && keys.every((key) => key === keys[0])) {
    const via = [...new Set(decisions.flatMap((one) => one.via))];
    return { ...last, via, besideExpressRoute: decisions.some((one) => one.besideExpressRoute) };
  }
  const deciding = [...doubts.keys()].filter((name) => worlds.length === 0 || turns(name, worlds, keys));
  return {
    outcome: "undecided",
    reason: "propagation",
    via: [...new Set(decisions.flatMap(({ via }) => via))],
    length: last?.length,
    besideExpressRoute: false,
    unknowns: deciding.flatMap((name) => doubts.get(name) ?? []),
    through: last?.through ?? NOBODY,
  };
}

/** Whether two worlds that differ in one doubt alone differ in what is decided. */
function turns(name: string, worlds: readonly World[], keys: readonly string[]): boolean {
  const places = new Map(worlds.map((world, place) => [[...world].sort().join("\n"), place]));
  return worlds.some((world, place) => {
    const other = places.get(
      [...world]
        .filter((one) => one !== name)
        .sort()
        .join("\n"),
    );
    return other !== undefined && keys[other] !== keys[place];
  });
}

function keyOf(decision: Decision): string {
  return `${decision.outcome} ${isOnPrivatePath(decision)}`;
}

function decideAt(
  view: View,
  chain: readonly PrefixRoutes[],
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const routes = chain[index];
    const chosen = routes === undefined ? undefined : choiceOf(view, routes, world);
    if (chosen !== undefined && chosen.winners.length > 0) {
      const decision = chosen.perhapsNone
        ? orShorter(view, chain, index, chosen, world, passed)
        : taken(view, chain, index, chosen, world, passed);
      return view.wan.anyInspection ? inspected(view, decision) : decision;
    }
  }
  return DROPPED;
}

/** Where the view may have no route of a prefix after all: decided where a shorter one leads the same way. */
function orShorter(
  view: View,
  chain: readonly PrefixRoutes[],
  index: number,
  chosen: Choice,
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const here = taken(view, chain, index, chosen, world, passed);
  const shorter = decideAt(view, chain.slice(0, index), world, passed);
  if (keyOf(here) === keyOf(shorter)) {
    return { ...here, besideExpressRoute: here.besideExpressRoute || shorter.besideExpressRoute };
  }
  const unknowns = [...here.unknowns, ...chosen.winners.flatMap(({ source }) => source.asPathUnknowns)];
  return { ...here, outcome: "undecided", via: [...new Set([...here.via, ...shorter.via])], unknowns };
}

/** By way of the next hop of the hub's routing intent. What that does with what only 0.0.0.0/0 holds is in no input. */
function inspected({ hub, wan }: View, decision: Decision): Decision {
  const { by, defaultRoute } = wan.inspectionAt(hub);
  const through = by.length === 0 ? decision.through : [...new Set([...by, ...decision.through])];
  return decision.length === 0 && defaultRoute.length > 0
    ? { ...decision, outcome: "undecided", reason: "routing-intent", unknowns: defaultRoute, through }
    : { ...decision, through };
}

function taken(
  view: View,
  chain: readonly PrefixRoutes[],
  index: number,
  chosen: Choice,
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const length = chain[index]?.length;
  const endsOf = (candidates: readonly Candidate[]) =>
    candidates.map(({ source }) => endOf(source, view, chain, index, world, passed));
  const ends = endsOf(chosen.winners);
  const [first] = ends;
  const asChosen = chosen.winners.every(({ source }, at) => ends[at]?.via.includes(source));
  const reason = asChosen || first === undefined ? reasonOf(view, chosen, chain, index, world) : first.reason;
  const told = { ...together(ends, chosen.certain), reason, length };
  return chosen.rivals.length === 0
    ? told
    : raced(told, together(endsOf(chosen.rivals), chosen.certain), chosen.winners);
}

/** What becomes of traffic that routes share; or, where it can't be told which of them it takes, that any may take. */
function together(ends: readonly Decision[], areShared: boolean): Decision {
  const [first = DROPPED, ...others] = ends;
  if (others.length === 0) {
    return first;
  }
  const outcomes = new Set(ends.map(({ outcome }) => outcome));
  const isSettled = areShared ? outcomes.size === 1 : new Set(ends.map(keyOf)).size === 1;
  return {
    outcome: isSettled ? first.outcome : worst(areShared, outcomes),
    reason: first.reason,
    via: [...new Set(ends.flatMap(({ via }) => via))],
    length: first.length,
    besideExpressRoute: ends.some(({ besideExpressRoute }) => besideExpressRoute),
    unknowns: [...new Set(ends.flatMap(({ unknowns }) => unknowns))],
    through: [...new Set(ends.flatMap(({ through }) => through))],
  };
}

/** Where routes of other hubs may win over a hub's own: both have to lead the same way. Shorter AS paths would settle it. */
function raced(own: Decision, others: Decision, winners: readonly Candidate[]): Decision {
  const besideExpressRoute = own.besideExpressRoute || others.besideExpressRoute;
  if (keyOf(own) === keyOf(others)) {
    return { ...own, besideExpressRoute };
  }
  const shorter = { decidedBy: winners.map(({ source }) => source.part.resource.address) };
  return {
    ...own,
    outcome: "undecided",
    reason: "known-issue",
    via: [...new Set([...own.via, ...others.via])],
    besideExpressRoute,
    unknowns: [...own.unknowns, ...others.unknowns, shorter],
    through: [...new Set([...own.through, ...others.through])],
  };
}

/** Whether encrypted traffic goes over private peering, all of it. */
export function isOnPrivatePath({ outcome, via }: Decision): boolean {
  return outcome === "encrypted" && via.every(({ carriage }) => carriage === "private-tunnel");
}

/** Whether a tunnel is taken whose hub has the same prefix over ExpressRoute. */
export function isAlike({ outcome, besideExpressRoute }: Decision): boolean {
  return outcome === "encrypted" && besideExpressRoute;
}

// Shared traffic of which some is in the clear is in the clear; a choice that can't be told is not decided.
function worst(isCertain: boolean, outcomes: ReadonlySet<Outcome>): Outcome {
  return isCertain && outcomes.has("clear") && !outcomes.has("undecided") ? "clear" : "undecided";
}

/** What becomes of packets on a route that is chosen. */
function endOf(
  source: RouteSource,
  view: View,
  chain: readonly PrefixRoutes[],
  index: number,
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const { hub, wan } = view;
  if (source.hub === hub) {
    return source.carriage === "onward" ? sentOn(source, view, chain, world, passed) : leaving(source, chain[index]);
  }
  const next = wan.of(source.hub);
  if (passed.has(source.hub)) {
    return { ...leaving(source), outcome: "undecided" };
  }
  // Nobody says what a hub does with packets for a prefix that only its other tables have.
  if (!isReached(hears(next, source, chain[index]?.length ?? 0), world)) {
    const unknowns = [{ decidedBy: [source.part.resource.address] }];
    return { ...leaving(source), outcome: "undecided", unknowns };
  }
  return decideAt(next, chain, world, new Set([...passed, hub]));
}

function leaving(source: RouteSource, routes?: PrefixRoutes): Decision {
  const isTunnel = source.carriage === "private-tunnel";
  return {
    outcome: OUTCOMES[source.carriage],
    reason: "only-candidate",
    via: [source],
    length: undefined,
    besideExpressRoute: isTunnel && (routes?.sources ?? []).some((one) => isOver(one, source)),
    unknowns: NOTHING,
    through: NOBODY,
  };
}

function isOver({ carriage, hub }: RouteSource, tunnel: RouteSource): boolean {
  return carriage === "clear" && hub === tunnel.hub;
}

/** By the routes that the hub has learned, which don't lead to such a next hop again. */
function sentOn(
  { part, hub, nextHop = part }: RouteSource,
  { wan }: View,
  chain: readonly PrefixRoutes[],
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const learned = chain.map(({ length, sources }) => {
    return { length, sources: sources.filter((one) => one.hub !== hub || one.carriage !== "onward") };
  });
  const end = decideAt(
    wan.of(hub),
    learned.filter(({ sources }) => sources.length > 0),
    world,
    passed,
  );
  return { ...end, through: [...new Set([nextHop, ...end.through])] };
}

const NOBODY: readonly Part[] = [];
const NOTHING: readonly Unknown[] = [];

const DROPPED: Decision = {
  outcome: "dropped",
  reason: "not-advertised-over-vpn",
  via: [],
  length: undefined,
  besideExpressRoute: false,
  unknowns: NOTHING,
  through: NOBODY,
};

const OUTCOMES: { readonly [carriage in Carriage]: Outcome } = {
  "private-tunnel": "encrypted",
  "internet-tunnel": "encrypted",
  "plain-tunnel": "clear",
  clear: "clear",
  azure: "inside",
  onward: "undecided",
  unknown: "undecided",
};

/** The other routes that hold the addresses of a decision, of the longest prefix first. */
export function runnersUp({ via }: Decision, chain: readonly PrefixRoutes[]): RouteSource[] {
  return chain.toReversed().flatMap(({ sources }) => sources.filter((source) => !via.includes(source)));
}
