/** What a hub prefers among routes of one prefix. https://learn.microsoft.com/azure/virtual-wan/about-virtual-hub-routing-preference */
export type RoutingPreference = "ExpressRoute" | "VpnGateway" | "ASPath";

/** Where a hub has a route from. `appliance`: a BGP peer or network appliance in the hub, which is neither VPN nor ExpressRoute. */
export type RouteKind = "spoke" | "static" | "vpn" | "expressroute" | "appliance";

/** One route of one prefix, as one hub sees it. */
export interface Candidate {
  readonly kind: RouteKind;
  /** Learned by this hub itself, not from another hub. */
  readonly local: boolean;
  /** As this hub sees it: routes of other hubs carry 65520 65520, two more. Undefined: nobody told. */
  readonly asPathLength: number | undefined;
}

/** Two more ASNs, 65520 twice, for what another hub tells. */
export const BETWEEN_HUBS = 2;

/** The step of Azure's order that left the winners. */
export type SelectionStep =
  | "only-candidate"
  | "spoke"
  | "static-route"
  | "local-over-remote"
  | "preference"
  | "as-path"
  | "shared";

/** What a hub chooses. */
export interface Selection<C extends Candidate> {
  /** Those that carry the traffic, or may: see `certain`. */
  readonly winners: readonly C[];
  /** False where AS paths decide and are unknown: any of the winners may be the one. */
  readonly certain: boolean;
  /** The last step that ruled somebody out. */
  readonly step: SelectionStep;
}

/**
 * Chooses among routes of one prefix, in the order that Microsoft documents:
 * static routes of the hub's table, then by preference. Longest-prefix match comes before and is not done here.
 *
 * - ExpressRoute: local before remote; ExpressRoute before VPN where all are local, VPN before ExpressRoute where all
 *   are remote; shortest AS path.
 * - VpnGateway: local before remote; VPN before ExpressRoute; shortest AS path.
 * - ASPath: shortest AS path; local before remote; ExpressRoute before VPN where local, VPN where remote. Where there are
 *   several other hubs, their ExpressRoute comes last, however long the AS paths are.
 *
 * A connected spoke comes before all of it (inference: its prefix is a system route of the hub's own network).
 *
 * @param otherHubs how many other hubs the WAN has
 */
export function select<C extends Candidate>(
  candidates: readonly C[],
  preference: RoutingPreference,
  otherHubs = 1,
): Selection<C> {
  if (candidates.length === 1) {
    return { winners: candidates, certain: true, step: "only-candidate" };
  }
  const state = new Narrowing(candidates);
  state.keep("spoke", (one) => one.kind === "spoke" && one.local);
  state.keep("static-route", (one) => one.kind === "static" && one.local);
  if (preference === "ASPath") {
    if (otherHubs > 1) {
      state.keep("preference", ({ kind, local }) => local || kind !== "expressroute");
    }
    state.keepShortest();
    state.keep("local-over-remote", (one) => one.local);
    state.keepBetweenGateways(state.allLocal() ? "expressroute" : "vpn");
  } else {
    state.keep("local-over-remote", (one) => one.local);
    state.keepBetweenGateways(preference === "ExpressRoute" && state.allLocal() ? "expressroute" : "vpn");
    state.keepShortest();
  }
  return state.selection();
}

/** The candidates still in the race, and which step last ruled somebody out. */
class Narrowing<C extends Candidate> {
  private left: readonly C[];
  private certain = true;
  private step: SelectionStep = "only-candidate";

  constructor(candidates: readonly C[]) {
    this.left = candidates;
  }

  /** Keeps those that fit, where any does. While AS paths are in doubt, a later step rules nobody out for certain. */
  keep(step: SelectionStep, fits: (one: C) => boolean): void {
    const kept = this.left.filter(fits);
    if (this.certain && kept.length > 0 && kept.length < this.left.length) {
      this.left = kept;
      this.step = step;
    }
  }

  /**
   * Where both gateways have the prefix, keeps one of them. ExpressRoute wins over an appliance too, as in Microsoft's
   * table; VPN and an appliance stay beside each other (inference).
   */
  keepBetweenGateways(winner: "vpn" | "expressroute"): void {
    if (this.left.some((one) => one.kind === winner)) {
      this.keep("preference", ({ kind }) => (winner === "vpn" ? kind !== "expressroute" : kind === winner));
    }
  }

  /** Keeps the shortest AS paths. One that is unknown may be the shortest, if what hubs add to it isn't longer already. */
  keepShortest(): void {
    const known = this.left.flatMap((one) => (one.asPathLength === undefined ? [] : [one.asPathLength]));
    const shortest = Math.min(...known);
    // As long as one of the hub's own, another hub's comes after it.
    const isBeforeRemote = this.left.some(({ asPathLength, local }) => local && asPathLength === shortest);
    const leastUnknown = isBeforeRemote ? BETWEEN_HUBS + 1 : BETWEEN_HUBS;
    const possible = this.left.filter(({ asPathLength, local }) => {
      return asPathLength === undefined ? local || leastUnknown <= shortest : asPathLength === shortest;
    });
    if (possible.length > 1 && possible.some(({ asPathLength }) => asPathLength === undefined)) {
      this.certain = false;
    }
    if (possible.length < this.left.length) {
      this.left = possible;
      this.step = "as-path";
    }
  }

  allLocal(): boolean {
    return this.left.every((one) => one.local);
  }

  selection(): Selection<C> {
    return { winners: this.left, certain: this.certain, step: this.decidingStep() };
  }

  /** What ruled somebody out for certain tells more than AS paths that are open among the rest. */
  private decidingStep(): SelectionStep {
    if (this.step !== "only-candidate" || this.left.length < 2) {
      return this.step;
    }
    return this.certain ? "shared" : "as-path";
  }
}
