import { samePrefix } from "../../address/prefix";
import { inAddresses, listed, type Phrase, phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { isManaged } from "../../network/facts/standing";
import type { Network } from "../../network/network";
import { violation } from "./judgement";
import { type Claim, type Claimant, claimsOn, type UnknownClaim } from "./reasoning/address-claims";
import { isOnPremises, mayConflict, type Overlap, overlapsAmong } from "./reasoning/overlaps";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan } from "./reasoning/wans";
import type { Judgement, Place, Rule } from "./rule";

/**
 * No two parts of a WAN claim the same addresses. What is judged, and how gravely:
 *
 * - Hubs, connected virtual networks and peering subnets overlap neither each other nor what a site lists: error. Two
 *   prefixes of one virtual network overlap neither. Circuits may share peering subnets. A virtual network without a hub
 *   is not judged.
 * - What on-premises lists or advertises lies in no hub and no virtual network, and is none: error. Where it is wider and
 *   holds one whole, that is a warning: Azure takes prefixes wider than its own, and longest match keeps Azure's in Azure.
 * - Peering subnets usually come from on-premises address plans, and Azure asks only that they overlap no virtual
 *   network: inside RFC 1918's blocks, 100.64.0.0/10 and anything wider, which routers announce whole, there is nothing to
 *   say, beside another advertised prefix a warning.
 * - A default route overlaps nothing, and one on-premises prefix inside another is the intended design.
 */
export const addressOverlap: Rule = {
  id: "address-overlap",
  level: "error",
  section: "Addresses",
  what: "Hubs, virtual networks connected to the WAN, ExpressRoute peering subnets and on-premises prefixes don't overlap each other; hubs and virtual networks not among themselves either.",
  why: "Routes to the addresses that two parts claim are ambiguous: traffic goes astray, past the tunnel too. Azure refuses some overlaps at apply, and takes others.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    const claims = claimsOn(network);
    const overlaps = overlapsAmong(network, claims.known);
    for (const pair of groupedBy(overlaps.filter(isGrave), pairOf)) {
      yield* judgePair(pair);
    }
    for (const held of groupedBy(
      overlaps.filter((overlap) => !isGrave(overlap)),
      onPremisesOf,
    )) {
      yield* judgeOnPremises(held);
    }
    const claimants = [...new Set([...claims.known, ...claims.unknown].map(({ by }) => by))];
    for (const claim of claims.unknown) {
      yield* judgeUnknown(network, claim, claimants);
    }
  },
};

function isGrave({ level }: Overlap): boolean {
  return level === "error";
}

/** The same for the same two parts, whichever holds the other. */
function pairOf({ inner, outer }: Overlap): string {
  const names = [inner, outer].map(({ place }) => `${place.part.resource.input}\n${place.part.resource.address}`);
  return names.sort().join("\n");
}

/** The on-premises one of two claims, of which a milder overlap always has one. */
function onPremisesOf({ inner, outer }: Overlap): Claim {
  return isOnPremises(outer.by) ? outer : inner;
}

/** The overlaps of the same two parts: they are one mistake. */
function* judgePair(overlaps: readonly Overlap[]): Iterable<Judgement> {
  const worst = overlaps.find(({ unknowns }) => unknowns.length === 0) ?? overlaps[0];
  if (worst !== undefined) {
    const others = overlaps.length - 1;
    const more =
      others === 0 ? "" : `; ${others} more prefix${others > 1 ? "es" : ""} of the two overlap${others > 1 ? "" : "s"}`;
    const all = overlaps.map(({ inner, outer }) => `${inner.prefix.text} in ${outer.prefix.text}`);
    yield* judgeOne(worst, placeOf(worst), phrase`${factOf(worst)}${more}`, remedyFor(worst), all);
  }
}

/** What one on-premises prefix holds. */
function* judgeOnPremises(overlaps: readonly Overlap[]): Iterable<Judgement> {
  const worst = overlaps.find(({ unknowns }) => unknowns.length === 0) ?? overlaps[0];
  if (worst !== undefined) {
    const own = onPremisesOf(worst);
    const others = overlaps.map(({ inner, outer }) => (inner === own ? outer : inner));
    const held = others.map(({ prefix, by }) => phrase`${prefix.text} ${by.words}`);
    const message = phrase`${own.prefix.text} ${own.by.words} overlaps ${listed(held)}`;
    const remedy = `Make sure that nothing on premises uses what ${own.prefix.text} shares with Azure, or ${own.by.kind === "site" ? "list" : "advertise"} narrower prefixes.`;
    yield* judgeOne(worst, own.place, message, remedy, held.map(inAddresses));
  }
}

/** @param all overlaps that the finding speaks of: the message doesn't name each */
function* judgeOne(
  overlap: Overlap,
  place: Place,
  message: Phrase,
  remedy: string,
  all: readonly string[],
): Iterable<Judgement> {
  const { level, unknowns } = overlap;
  const evidence = { ...evidenceOf(overlap), ...(all.length > 1 ? { overlaps: all } : {}) };
  if (unknowns.length > 0) {
    yield cannotTell(place, unknowns, phrase`${message}; whether both are in one WAN can't be told`, {
      evidence,
      level,
    });
  } else {
    yield violation(place, { level, message, remedy, evidence });
  }
}

function factOf({ inner, outer }: Overlap): Phrase {
  const claim = phrase`${inner.prefix.text} ${inner.by.words}`;
  const holder = inner.by.part === outer.by.part ? "of the same" : outer.by.words;
  return samePrefix(inner.prefix, outer.prefix)
    ? phrase`${claim} is also a prefix ${holder}`
    : phrase`${claim} lies in ${outer.prefix.text} ${holder}`;
}

function evidenceOf({ inner, outer }: Overlap) {
  return {
    prefix: inner.prefix.text,
    other: outer.prefix.text,
    otherAddress: outer.place.part.resource.address,
    otherPath: outer.place.path,
  };
}

/** The narrower of the two is the likelier mistake, unless nobody manages it here. */
function placeOf({ inner, outer }: Overlap): Place {
  return isManaged(inner.place.part) || !isManaged(outer.place.part) ? inner.place : outer.place;
}

function remedyFor({ inner, outer }: Overlap): string {
  const kinds = [inner.by.kind, outer.by.kind];
  if (!kinds.includes("site") && !kinds.includes("advertised")) {
    return "Give one of the two another prefix.";
  }
  return kinds.includes("peering")
    ? "Take the peering subnet out of address_cidrs."
    : "Use a prefix in Azure that nothing on premises uses, or list and advertise only what is on premises.";
}

function* judgeUnknown(
  network: Network,
  { by, place, unknowns }: UnknownClaim,
  claimants: readonly Claimant[],
): Iterable<Judgement> {
  const other = claimants.find((one) => {
    const another = one !== by && (one.part !== by.part || one.part === undefined);
    return another && mayConflict(one.kind, by.kind) && shareWan(network, one.membership, by.membership) !== "no";
  });
  if (other !== undefined) {
    const message = phrase`a prefix ${by.words} is unknown, so it may overlap one ${other.words}`;
    yield cannotTell(place, unknowns, message);
  }
}
