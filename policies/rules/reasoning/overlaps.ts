import { sweepOverlaps } from "../../../address/overlap";
import { containsPrefix, literalPrefix, type Prefix, samePrefix } from "../../../address/prefix";
import { isOpen } from "../../../network/facts/answer";
import type { Unknown } from "../../../network/field";
import type { Network } from "../../../network/network";
import type { Level } from "../rule";
import type { Claim, Claimant, ClaimKind } from "./address-claims";
import { shareWan } from "./wans";

/** Two claims on the same addresses. */
export interface Overlap {
  readonly inner: Claim;
  /** Holds all of `inner`; may be equal. */
  readonly outer: Claim;
  readonly level: Level;
  /** Why it can't be told whether both are in one WAN. Empty where they are. */
  readonly unknowns: readonly Unknown[];
}

/**
 * The overlaps that are faults: for each claim at most one, the gravest, and of these the one with the narrowest prefix
 * that holds it. So n equal claims make n - 1 overlaps, and not n squared.
 */
export function overlapsAmong(network: Network, claims: readonly Claim[]): Overlap[] {
  const found: Overlap[] = [];
  sweepOverlaps(claims, (inner, enclosing) => {
    const overlap = gravest(network, inner, enclosing);
    if (overlap !== undefined) {
      found.push(overlap);
    }
  });
  return found;
}

function gravest(network: Network, inner: Claim, enclosing: readonly Claim[]): Overlap | undefined {
  let milder: Overlap | undefined;
  for (let index = enclosing.length - 1; index >= 0; index -= 1) {
    const outer = enclosing[index];
    const level = outer === undefined ? undefined : levelOf(inner, outer);
    if (outer !== undefined && level !== undefined && !(milder !== undefined && level !== "error")) {
      const shared = shareWan(network, inner.by.membership, outer.by.membership);
      const overlap = { inner, outer, level, unknowns: isOpen(shared) ? shared : [] };
      if (shared === "yes" && level === "error") {
        return overlap;
      }
      milder = shared === "no" ? milder : (milder ?? overlap);
    }
  }
  return milder;
}

// By convention routers announce these whole, whatever part of them is in use; and so they do with anything wider.
const SUMMARIES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(literalPrefix);

function isSummary(prefix: Prefix): boolean {
  return SUMMARIES.some((summary) => containsPrefix(prefix, summary));
}

const IN_AZURE: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["hub", "virtual network", "user pool"]);

/** How grave it is that one claim holds another; undefined where that is no fault. */
function levelOf(inner: Claim, outer: Claim): Level | undefined {
  const isDefaultRoute = outer.prefix.length === 0 && isOnPremises(outer.by);
  if (
    isDefaultRoute ||
    (isOnPremises(inner.by) && isOnPremises(outer.by)) ||
    bothAre("peering", inner, outer) ||
    bothAre("user pool", inner, outer)
  ) {
    return undefined;
  }
  const holdsWhole = isOnPremises(outer.by) && !samePrefix(outer.prefix, inner.prefix);
  if (isEither("peering", inner, outer) && isEither("advertised", inner, outer)) {
    return holdsWhole && isSummary(outer.prefix) ? undefined : "warning";
  }
  return holdsWhole && IN_AZURE.has(inner.by.kind) ? "warning" : "error";
}

/** Whether two kinds of claimants may not claim the same addresses. */
export function mayConflict(a: ClaimKind, b: ClaimKind): boolean {
  return (
    !(isOnPremises({ kind: a }) && isOnPremises({ kind: b })) && !(a === b && (a === "peering" || a === "user pool"))
  );
}

/** Whether a claimant is on premises: what a site lists, and what is advertised. */
export function isOnPremises({ kind }: Pick<Claimant, "kind">): boolean {
  return kind === "site" || kind === "advertised";
}

function bothAre(kind: ClaimKind, a: Claim, b: Claim): boolean {
  return a.by.kind === kind && b.by.kind === kind;
}

function isEither(kind: ClaimKind, a: Claim, b: Claim): boolean {
  return a.by.kind === kind || b.by.kind === kind;
}
