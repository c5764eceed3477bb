import type { Unknown } from "../network/field";
import type { Part } from "../network/network";
import type { PrefixRoutes } from "./choice";
import type { Reason } from "./reason";
import type { Carriage, RouteSource } from "./source";

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

/** What becomes of packets, and whether all of them go over private peering. */
export function pathOf(decision: Decision): string {
  return `${decision.outcome} ${isOnPrivatePath(decision)}`;
}

/** What becomes of traffic that routes share; or, where it can't be told which of them it takes, that any may take. */
export function together(ends: readonly Decision[], areShared: boolean): Decision {
  const [first = DROPPED, ...others] = ends;
  if (others.length === 0) {
    return first;
  }
  const outcomes = new Set(ends.map(({ outcome }) => outcome));
  const isSettled = areShared ? outcomes.size === 1 : new Set(ends.map(pathOf)).size === 1;
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

/** Where it can't be told which of two ways is taken: decided where both lead the same way. */
export function eitherOf(
  own: Decision,
  other: Decision,
  { reason = own.reason, unknowns }: { readonly reason?: Reason; readonly unknowns: readonly Unknown[] },
): Decision {
  const besideExpressRoute = own.besideExpressRoute || other.besideExpressRoute;
  if (pathOf(own) === pathOf(other)) {
    return { ...own, besideExpressRoute };
  }
  return {
    ...own,
    outcome: "undecided",
    reason,
    via: [...new Set([...own.via, ...other.via])],
    besideExpressRoute,
    unknowns: [...own.unknowns, ...other.unknowns, ...unknowns],
    through: [...new Set([...own.through, ...other.through])],
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

/** On a route that leads out of its hub. */
export function leaving(source: RouteSource, routes?: PrefixRoutes): Decision {
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

export const NOBODY: readonly Part[] = [];
const NOTHING: readonly Unknown[] = [];

/** No route leads anywhere. */
export const DROPPED: Decision = {
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
