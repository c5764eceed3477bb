import type { VirtualHub } from "../network/network";
import { isReached, type World } from "./reach";
import { BETWEEN_HUBS, type RoutingPreference, type Selection, select } from "./selection";
import type { RouteSource } from "./source";
import { hears, type View } from "./view";

/** A route as a hub sees it: its own, or told by another hub. */
export interface Candidate {
  readonly kind: RouteSource["kind"];
  readonly local: boolean;
  readonly asPathLength: number | undefined;
  readonly source: RouteSource;
}

/** All routes of one prefix, as the hubs themselves learn them. */
export interface PrefixRoutes {
  readonly length: number;
  readonly sources: readonly RouteSource[];
}

/** What is chosen, and what may win all the same by a fault of Azure's. */
export interface Choice extends Selection<Candidate> {
  /**
   * Routes of other hubs that may be taken although the hub's own come first: where its own AS path is two or more
   * longer, the router has a race. https://learn.microsoft.com/azure/virtual-wan/whats-new#knownissues (12)
   */
  readonly rivals: readonly Candidate[];
  /** Whether the view may hear of no route at all: where it can't be told which one another hub chooses to tell. */
  readonly perhapsNone: boolean;
}

const PREFERENCES: readonly RoutingPreference[] = ["ExpressRoute", "VpnGateway", "ASPath"];
const NOBODY: readonly Candidate[] = [];

/** The hub's routing preference; undefined where it can't be told. Azure's default is ExpressRoute. */
export function preferenceOf({ routingPreference }: VirtualHub): RoutingPreference | undefined {
  if (routingPreference.state === "unknown") {
    return undefined;
  }
  const stated = routingPreference.state === "known" ? routingPreference.value : "ExpressRoute";
  return PREFERENCES.find((one) => one === stated) ?? "ExpressRoute";
}

/** What is chosen in a view among all routes of one prefix, those that other hubs tell its hub among them. */
export function choiceOf(view: View, routes: PrefixRoutes, world: World): Choice {
  const { sources, length } = routes;
  const [only] = sources;
  if (only !== undefined && sources.length === 1) {
    return onlyChoice(view, only, length, world);
  }
  const own = heaviest(ownOf(view, routes, world));
  if (length === 0 || sources.every(({ hub }) => hub === view.hub)) {
    return { ...selectAt(view, own), ...CALM };
  }
  const told = tellers(view.hub, sources).map((other) => toldBy(other, view, routes, world));
  const all = [...own, ...told.flatMap(({ candidates }) => candidates)];
  const firm = [...own, ...told.flatMap((one) => (one.firm ? one.candidates : []))];
  const perhapsNone = firm.length === 0 && sources.some(({ propagation }) => !propagation.everywhere);
  if (told.some(({ candidates, certain }) => !certain && new Set(candidates.map(({ kind }) => kind)).size > 1)) {
    return { winners: all, certain: false, step: "preference", rivals: NOBODY, perhapsNone };
  }
  const chosen = selectAt(view, all);
  if (firm.length === all.length || sameWinners(chosen, selectAt(view, firm))) {
    return { ...chosen, rivals: rivalsOf(view, chosen, all), perhapsNone };
  }
  return { winners: all, certain: false, step: "as-path", rivals: NOBODY, perhapsNone };
}

const CALM = { rivals: NOBODY, perhapsNone: false } as const;

// Most prefixes of a large network have one source, and there is nothing to prefer.
function onlyChoice(view: View, only: RouteSource, length: number, world: World): Choice {
  const winners = isReached(hears(view, only, length), world) ? [candidateOf(only, only.hub === view.hub)] : NOBODY;
  return { winners, certain: true, step: "only-candidate", ...CALM };
}

function ownOf(view: View, { sources, length }: PrefixRoutes, world: World): Candidate[] {
  return sources
    .filter((source) => source.hub === view.hub && isReached(hears(view, source, length), world))
    .map((source) => candidateOf(source, true));
}

function tellers(hub: VirtualHub, sources: readonly RouteSource[]): VirtualHub[] {
  return [...new Set(sources.map((source) => source.hub))].filter((other) => other !== hub);
}

interface Told {
  readonly candidates: readonly Candidate[];
  readonly certain: boolean;
  /** Whether it tells them for certain. */
  readonly firm: boolean;
}

/** In doubt where only some of a hub's routes of a prefix come into a table: do they come there if it chooses another? */
export const TELLS_BEST_ONLY = "hubs tell others only what they choose themselves";

/**
 * What a hub tells the table of another of a prefix: what it chooses among its own routes. Where not all of those come
 * into that table, it may also choose among those that do. Static routes of its tables stay at home.
 */
function toldBy(other: VirtualHub, view: View, routes: PrefixRoutes, world: World): Told {
  const teller = view.wan.of(other);
  const reaches = (source: RouteSource) => isReached(hears(view, source, routes.length), world);
  const isChosen = (source: RouteSource) =>
    reaches(source) || (world.has(TELLS_BEST_ONLY) && isReached(hears(teller, source, routes.length), world));
  const chosenAmong = routes.sources
    .filter((source) => source.hub === other && isChosen(source))
    .map((source) => candidateOf(source, true));
  const { winners, certain } = selectAt(teller, heaviest(chosenAmong));
  const reaching = winners.filter(({ source }) => reaches(source));
  const told = reaching.map(({ source, asPathLength }) => {
    return { ...candidateOf(source, false), asPathLength: between(source.kind, asPathLength) };
  });
  const mayBeNone = !certain && reaching.length < winners.length;
  return {
    // Where it can't be told which of them it is, neither can the length of its AS path.
    candidates: certain ? told : told.map((one) => ({ ...one, asPathLength: undefined })),
    certain,
    firm: !mayBeNone && !mayWithdraw(teller, routes, world),
  };
}

/**
 * A hub that chooses another hub's route for a prefix has none of its own to tell (inference: hubs tell what they learn
 * themselves, as BGP neighbours of one mesh do). Only where AS paths come first can that be.
 */
function mayWithdraw(teller: View, routes: PrefixRoutes, world: World): boolean {
  const preference = preferenceOf(teller.hub);
  if (preference === "ExpressRoute" || preference === "VpnGateway") {
    return false;
  }
  const others = tellers(teller.hub, routes.sources).flatMap((other) => toldAtMost(other, teller, routes, world));
  return !selectAt(teller, [...heaviest(ownOf(teller, routes, world)), ...others]).winners.every(({ local }) => local);
}

/** The same, without asking again whether it may withdraw. */
function toldAtMost(other: VirtualHub, view: View, routes: PrefixRoutes, world: World): readonly Candidate[] {
  const told = selectAt(view.wan.of(other), heaviest(ownOf(view.wan.of(other), routes, world)));
  return told.winners
    .filter(({ source }) => isReached(hears(view, source, routes.length), world))
    .map(({ source, asPathLength }) => ({
      ...candidateOf(source, false),
      asPathLength: told.certain ? between(source.kind, asPathLength) : undefined,
    }));
}

// A static route of a spoke connection has an AS path at other hubs that no page states.
function between(kind: Candidate["kind"], asPathLength: number | undefined): number | undefined {
  return asPathLength === undefined || kind === "static" ? undefined : asPathLength + BETWEEN_HUBS;
}

function candidateOf(source: RouteSource, local: boolean): Candidate {
  const { kind, asPathLength } = source;
  return { kind, local, asPathLength: local ? asPathLength : between(kind, asPathLength), source };
}

/**
 * Of the ExpressRoute connections of a hub the one that weighs most. No page says whether its weight comes before the
 * AS path: where another has, or may have, the shorter one, it can't be told which of them is taken.
 * https://learn.microsoft.com/azure/virtual-wan/virtual-wan-expressroute-about
 */
function heaviest(own: readonly Candidate[]): readonly Candidate[] {
  if (own.length < 2) {
    return own;
  }
  const overExpressRoute = own.filter(({ kind }) => kind === "expressroute");
  const weights = new Set(overExpressRoute.map(({ source }) => source.weight));
  if (weights.size < 2) {
    return own;
  }
  const known = [...weights].filter((weight) => weight !== undefined);
  const most = Math.max(...known);
  const kept = overExpressRoute.filter(({ source }) => source.weight === undefined || source.weight === most);
  const lighter = overExpressRoute.filter((one) => !kept.includes(one));
  const lengths = kept.map(({ asPathLength }) => asPathLength ?? Number.POSITIVE_INFINITY);
  const agrees = !weights.has(undefined) && lighter.every((one) => (one.asPathLength ?? -1) >= Math.max(...lengths));
  const weighed = agrees ? kept : overExpressRoute.map((one) => ({ ...one, asPathLength: undefined }));
  return [...own.filter(({ kind }) => kind !== "expressroute"), ...weighed];
}

/** The routes of other hubs that a race may put before a hub's own, as long as all are from on-premises. */
function rivalsOf(view: View, { winners, certain }: Selection<Candidate>, all: readonly Candidate[]) {
  // Of what is stated, though weight leaves open which of them it is.
  const lengths = winners.flatMap(({ source }) => source.asPathLength ?? []);
  if (lengths.length === 0 || !winners.every(({ local, kind }) => local && isFromOnPremises(kind))) {
    return NOBODY;
  }
  const longest = Math.max(...lengths);
  // As long as the hub's own with 65520 65520: two shorter in the hub that learns it.
  const near = all.filter(({ local, kind, asPathLength }) => {
    return !local && isFromOnPremises(kind) && asPathLength !== undefined && asPathLength <= longest;
  });
  return near.length > 0 && certain ? selectAt(view, near).winners : near;
}

function isFromOnPremises(kind: Candidate["kind"]): boolean {
  return kind === "vpn" || kind === "expressroute" || kind === "appliance";
}

/** Where the preference can't be told, what any of them may choose. */
function selectAt({ hub, wan }: View, candidates: readonly Candidate[]): Selection<Candidate> {
  const preference = preferenceOf(hub);
  const otherHubs = wan.hubs.length - 1;
  if (preference !== undefined) {
    return select(candidates, preference, otherHubs);
  }
  const selections = PREFERENCES.map((one) => select(candidates, one, otherHubs));
  const winners = [...new Set(selections.flatMap((one) => one.winners))];
  const agreed = selections.every((one) => one.certain && one.winners.length === winners.length);
  return { winners, certain: agreed, step: selections[0]?.step ?? "preference" };
}

function sameWinners(a: Selection<Candidate>, b: Selection<Candidate>): boolean {
  return a.winners.length === b.winners.length && a.winners.every((one) => b.winners.includes(one));
}
