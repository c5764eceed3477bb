import { type Candidate, type Choice, choiceOf, type PrefixRoutes } from "./choice";
import { type Doubts, doubtsIn, worldsOf } from "./doubts";
import { type Decision, DROPPED, eitherOf, leaving, NOBODY, pathOf, together } from "./outcome";
import { isReached, NO_DOUBT, type World } from "./reach";
import { reasonOf } from "./reason";
import type { RouteSource } from "./source";
import { hears, type View } from "./view";

export type { PrefixRoutes } from "./choice";
export { type Decision, isAlike, isOnPrivatePath, type Outcome, runnersUp } from "./outcome";
export type { Reason } from "./reason";

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
  const keys = decisions.map(pathOf);
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

/** Where the view may have no route of a prefix after all. */
function orShorter(
  view: View,
  chain: readonly PrefixRoutes[],
  index: number,
  chosen: Choice,
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const here = taken(view, chain, index, chosen, world, passed);
  const unknowns = chosen.winners.flatMap(({ source }) => source.asPathUnknowns);
  return eitherOf(here, decideAt(view, chain.slice(0, index), world, passed), { unknowns });
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
  if (chosen.rivals.length === 0) {
    return told;
  }
  // Shorter AS paths of the hub's own routes would settle the race.
  const unknowns = [{ decidedBy: chosen.winners.map(({ source }) => source.part.resource.address) }];
  return eitherOf(told, together(endsOf(chosen.rivals), chosen.certain), { reason: "known-issue", unknowns });
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
  return decidedAgain(next, chain, index, world, new Set([...passed, hub]));
}

/**
 * At a hub that another one's route leads to. Where it takes a longer prefix, which it doesn't tell the other hub, no page
 * says whether that holds for packets from there too: both have to lead the same way.
 */
function decidedAgain(
  next: View,
  chain: readonly PrefixRoutes[],
  index: number,
  world: World,
  passed: ReadonlySet<View["hub"]>,
): Decision {
  const own = decideAt(next, chain, world, passed);
  if ((own.length ?? 0) <= (chain[index]?.length ?? 0)) {
    return own;
  }
  const unknowns = [{ decidedBy: own.via.map(({ part }) => part.resource.address) }];
  return eitherOf(own, decideAt(next, chain.slice(0, index + 1), world, passed), { reason: "propagation", unknowns });
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
