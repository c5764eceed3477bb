import type { VirtualHub } from "../network/network";
import { type RoutingPreference, type Selection, select } from "./selection";
import type { RouteSource } from "./source";

/** A route as a hub sees it: its own, or told by another hub. */
export interface Candidate {
  readonly kind: RouteSource["kind"];
  readonly local: boolean;
  readonly asPathLength: number | undefined;
  readonly source: RouteSource;
}

const PREFERENCES: readonly RoutingPreference[] = ["ExpressRoute", "VpnGateway", "ASPath"];

/** The hub's routing preference; undefined where it can't be told. Azure's default is ExpressRoute. */
export function preferenceOf({ routingPreference }: VirtualHub): RoutingPreference | undefined {
  if (routingPreference.state === "unknown") {
    return undefined;
  }
  const stated = routingPreference.state === "known" ? routingPreference.value : "ExpressRoute";
  return PREFERENCES.find((one) => one === stated) ?? "ExpressRoute";
}

/**
 * What a hub chooses among all routes of one prefix, those that other hubs tell it among them. `sources` holds what each
 * hub learns itself.
 */
export function choiceOf(hub: VirtualHub, sources: readonly RouteSource[]): Selection<Candidate> {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) {
    return onlyChoice(hub, only);
  }
  const own = ownOf(hub, sources);
  if (own.length === sources.length) {
    return selectAt(hub, own);
  }
  const told = tellers(hub, sources).map((other) => ({
    ...toldBy(other, sources),
    firm: !mayWithdraw(other, sources),
  }));
  const all = [...own, ...told.flatMap(({ candidates }) => candidates)];
  if (told.some(({ candidates, certain }) => !certain && new Set(candidates.map(({ kind }) => kind)).size > 1)) {
    return { winners: all, certain: false, step: "preference" };
  }
  const chosen = selectAt(hub, all);
  const firm = [...own, ...told.flatMap((one) => (one.firm ? one.candidates : []))];
  if (firm.length === all.length || sameWinners(chosen, selectAt(hub, firm))) {
    return chosen;
  }
  return { winners: all, certain: false, step: "as-path" };
}

// Most prefixes of a large network have one source, and there is nothing to prefer.
function onlyChoice(hub: VirtualHub, only: RouteSource): Selection<Candidate> {
  const local = only.hub === hub;
  const isTold = local || only.kind !== "static";
  return { winners: isTold ? [candidateOf(only, local)] : [], certain: true, step: "only-candidate" };
}

function ownOf(hub: VirtualHub, sources: readonly RouteSource[]): Candidate[] {
  return sources.filter((source) => source.hub === hub).map((source) => candidateOf(source, true));
}

function tellers(hub: VirtualHub, sources: readonly RouteSource[]): VirtualHub[] {
  return [...new Set(sources.map((source) => source.hub))].filter((other) => other !== hub);
}

interface Told {
  readonly candidates: readonly Candidate[];
  readonly certain: boolean;
}

/** What a hub tells the others of a prefix: what it chooses among its own routes. Static routes stay at home. */
function toldBy(hub: VirtualHub, sources: readonly RouteSource[]): Told {
  const { winners, certain } = selectAt(hub, ownOf(hub, sources));
  const told = winners.filter(({ kind }) => kind !== "static").map(({ source }) => candidateOf(source, false));
  // Where it can't be told which of them it is, neither can the length of its AS path.
  return { candidates: certain ? told : told.map((one) => ({ ...one, asPathLength: undefined })), certain };
}

/**
 * A hub that chooses another hub's route for a prefix has none of its own to tell (inference: hubs tell what they learn
 * themselves, as BGP neighbours of one mesh do). Only where AS paths come first can that be.
 */
function mayWithdraw(hub: VirtualHub, sources: readonly RouteSource[]): boolean {
  const preference = preferenceOf(hub);
  if (preference === "ExpressRoute" || preference === "VpnGateway") {
    return false;
  }
  const others = tellers(hub, sources).flatMap((other) => toldBy(other, sources).candidates);
  return !selectAt(hub, [...ownOf(hub, sources), ...others]).winners.every(({ local }) => local);
}

/** Two more ASNs, 65520 twice, for what another hub tells. */
const BETWEEN_HUBS = 2;

function candidateOf(source: RouteSource, local: boolean): Candidate {
  const length = source.asPathLength;
  const asPathLength = length === undefined || local ? length : length + BETWEEN_HUBS;
  return { kind: source.kind, local, asPathLength, source };
}

/** Where the preference can't be told, what any of them may choose. */
function selectAt(hub: VirtualHub, candidates: readonly Candidate[]): Selection<Candidate> {
  const preference = preferenceOf(hub);
  if (preference !== undefined) {
    return select(candidates, preference);
  }
  const selections = PREFERENCES.map((one) => select(candidates, one));
  const winners = [...new Set(selections.flatMap((one) => one.winners))];
  const agreed = selections.every((one) => one.certain && one.winners.length === winners.length);
  return { winners, certain: agreed, step: selections[0]?.step ?? "preference" };
}

function sameWinners(a: Selection<Candidate>, b: Selection<Candidate>): boolean {
  return a.winners.length === b.winners.length && a.winners.every((one) => b.winners.includes(one));
}
