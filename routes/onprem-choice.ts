import type { Unknown } from "../network/field";
import type { Announced } from "./announcements";
import { isOpenStatement, type Stated, withoutNeedless } from "./onprem-routers";
import type { WayIn } from "./ways-in";

/** What becomes of packets from on-premises to addresses of Azure. */
export type OutcomeToAzure = "encrypted" | "clear" | "dropped" | "undecided";

/** Why: the codes of docs/routing.md. */
export type ReasonToAzure =
  | "preferred-on-premises"
  | "filtered-on-premises"
  | "route-map"
  | "more-specific-on-vpn"
  | "more-specific-on-expressroute"
  | "only-in-tunnels"
  | "only-on-expressroute"
  | "equal-prefix"
  | "hub-prefix"
  | "encryption-off"
  | "no-route"
  | "not-stated";

/** Ways over which some addresses are heard, or refused. */
export interface HeardWays extends Announced {
  readonly ways: readonly WayIn[];
  /** Whether they are tunnels that encrypt nothing. */
  readonly isPlain: boolean;
}

/** All that on-premises routers hear of some addresses of Azure, and what they prefer. */
export interface Situation {
  readonly tunnels: readonly HeardWays[];
  readonly circuits: readonly HeardWays[];
  /** What would tell whether there are more tunnels. */
  readonly unseenTunnels: readonly Unknown[];
  /** Circuits that may be there unseen, and would bring the prefix as it is. */
  readonly unseenCircuits: Announced;
  readonly preferred: Stated;
  /** Whether the WAN has any ExpressRoute connection that could bring it. */
  readonly hasCircuits: boolean;
}

export interface Choice {
  readonly outcome: OutcomeToAzure;
  readonly reason: ReasonToAzure;
  readonly via: readonly WayIn[];
  /** What would decide it. Empty where it is decided. */
  readonly unknowns: readonly Unknown[];
}

/**
 * What on-premises routers choose: the longest prefix, before any preference; of equal ones the tunnel where they prefer
 * it, else ExpressRoute. Where something can't be told, it is told what comes out whatever it is: the case in which the
 * least goes into tunnels, and the one in which the most does.
 */
export function choose(situation: Situation): Choice {
  const { tunnels, circuits, unseenTunnels, unseenCircuits, preferred } = situation;
  const all = [...circuits, unseenCircuits];
  const least = {
    tunnel: longest(tunnels, "certain"),
    circuit: longest(all, "possible"),
    isPreferred: preferred === true,
  };
  const most = {
    tunnel: unseenTunnels.length > 0 ? Number.POSITIVE_INFINITY : longest(tunnels, "possible"),
    circuit: longest(all, "certain"),
    isPreferred: preferred !== false,
  };
  const outcome = outcomeOf(least);
  if (outcome !== outcomeOf(most)) {
    return {
      outcome: "undecided",
      reason: "not-stated",
      via: waysOf([...tunnels, ...circuits]),
      unknowns: openIn(situation),
    };
  }
  switch (outcome) {
    case "encrypted":
      if (tunnels.some(({ certain, isPlain }) => isPlain && certain === least.tunnel)) {
        return { outcome: "clear", reason: "encryption-off", via: waysAt(tunnels, least.tunnel), unknowns: [] };
      }
      return { outcome, reason: whyEncrypted(situation, least), via: waysAt(tunnels, least.tunnel), unknowns: [] };
    case "clear":
      return { outcome, reason: whyClear(most), via: waysAt(circuits, most.circuit), unknowns: [] };
    default:
      return { outcome, reason: "no-route", via: [], unknowns: [] };
  }
}

interface Lengths {
  readonly tunnel: number;
  readonly circuit: number;
  readonly isPreferred: boolean;
}

function longest(heard: readonly Announced[], what: "certain" | "possible"): number {
  return heard.reduce((length, one) => Math.max(length, one[what]), -1);
}

function outcomeOf({ tunnel, circuit, isPreferred }: Lengths): "encrypted" | "clear" | "dropped" {
  if (tunnel < 0 && circuit < 0) {
    return "dropped";
  }
  return tunnel > circuit || (tunnel === circuit && isPreferred) ? "encrypted" : "clear";
}

function whyEncrypted({ circuits, hasCircuits }: Situation, { tunnel, circuit }: Lengths): ReasonToAzure {
  if (circuit < 0) {
    const isRefused = circuits.some((one) => one.isRefused);
    return isRefused ? "filtered-on-premises" : hasCircuits ? "route-map" : "only-in-tunnels";
  }
  return tunnel > circuit ? "more-specific-on-vpn" : "preferred-on-premises";
}

function whyClear({ tunnel, circuit }: Lengths): ReasonToAzure {
  if (tunnel < 0) {
    return "only-on-expressroute";
  }
  return tunnel < circuit ? "more-specific-on-expressroute" : "equal-prefix";
}

function waysAt(heard: readonly HeardWays[], length: number): WayIn[] {
  return heard.filter(({ certain }) => certain === length).flatMap(({ ways }) => ways);
}

function waysOf(heard: readonly HeardWays[]): WayIn[] {
  return heard.filter(({ possible }) => possible >= 0).flatMap(({ ways }) => ways);
}

/** What would tell more, each once. Without a tunnel, what is preferred doesn't matter. */
function openIn({ tunnels, circuits, unseenTunnels, unseenCircuits, preferred }: Situation): Unknown[] {
  const anyTunnel = unseenTunnels.length > 0 || longest(tunnels, "possible") >= 0;
  const open = [
    ...(anyTunnel && isOpenStatement(preferred) ? preferred : []),
    ...[...tunnels, ...circuits, unseenCircuits].flatMap(({ unknowns }) => unknowns),
    ...unseenTunnels,
  ];
  return withoutNeedless([...new Map(open.map((unknown) => [unknown.decidedBy.join(" "), unknown])).values()]);
}

/** The same situation without some ways. */
export function without(situation: Situation, goes: (way: WayIn) => boolean): Situation {
  const stay = (heard: readonly HeardWays[]) =>
    heard.map((one) => ({ ...one, ways: one.ways.filter((way) => !goes(way)) })).filter(({ ways }) => ways.length > 0);
  return { ...situation, tunnels: stay(situation.tunnels), circuits: stay(situation.circuits) };
}

/** The ways over which something is heard, or may be, or is refused. */
export function waysIn(heard: readonly HeardWays[]): WayIn[] {
  return heard.filter(({ possible, isRefused }) => possible >= 0 || isRefused).flatMap(({ ways }) => ways);
}
