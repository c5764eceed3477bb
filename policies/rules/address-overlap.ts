import { samePrefix } from "../../lib/address/prefix";
import type { Network } from "../network/network";
import { violation } from "./judgement";
import { type Claims, claimsOn, type UnknownClaim } from "./reasoning/address-claims";
import { mayConflict, type Overlap, overlapsAmong } from "./reasoning/overlaps";
import { isManaged } from "./reasoning/standing";
import { cannotTell } from "./reasoning/unknowns";
import { shareWan } from "./reasoning/wans";
import type { Judgement, Place, Rule } from "./rule";

/**
 * No two parts of a WAN claim the same addresses. What is judged, and how gravely:
 *
 * - Hubs, connected virtual networks and peering subnets overlap neither each other nor what a site lists: error. Two
 *   prefixes of one virtual network overlap neither. A virtual network without a hub is not judged.
 * - An advertised prefix overlaps neither hub nor virtual network: error. But RFC 1918's blocks, 100.64.0.0/10 and
 *   anything wider are summaries, which routers announce whole, and Azure takes prefixes wider than its own: where one
 *   merely contains a hub or a virtual network, that is a warning. (Inference: that others are no summaries.)
 * - Peering subnets usually come from on-premises address plans, and Azure asks only that they overlap no virtual
 *   network: inside a summary there is nothing to say, beside another advertised prefix a warning.
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
    for (const overlaps of byPair(overlapsAmong(network, claims.known))) {
      yield* judgePair(overlaps);
    }
    for (const claim of claims.unknown) {
      yield* judgeUnknown(network, claim, claims);
    }
  },
};

/** The overlaps of the same two parts belong together. */
function byPair(overlaps: readonly Overlap[]): Overlap[][] {
  const pairs = new Map<unknown, Map<unknown, Overlap[]>>();
  for (const overlap of overlaps) {
    const [inner, outer] = [overlap.inner.by.part, overlap.outer.by.part];
    const known = pairs.get(inner)?.get(outer) ?? pairs.get(outer)?.get(inner);
    if (known === undefined) {
      pairs.set(inner, (pairs.get(inner) ?? new Map<unknown, Overlap[]>()).set(outer, [overlap]));
    } else {
      known.push(overlap);
    }
  }
  return [...pairs.values()].flatMap((inner) => [...inner.values()]);
}

function* judgePair(overlaps: readonly Overlap[]): Iterable<Judgement> {
  const gravest = overlaps.find(({ level, unknowns }) => level === "error" && unknowns.length === 0) ?? overlaps[0];
  if (gravest === undefined) {
    return;
  }
  const { level, unknowns } = gravest;
  const message = `${factOf(gravest)}${overlaps.length > 1 ? `; so do ${overlaps.length - 1} more prefixes of the two` : ""}`;
  const evidence = evidenceOf(gravest);
  if (unknowns.length > 0) {
    const question = "whether both are in one WAN can't be told";
    yield cannotTell(placeOf(gravest), unknowns, `${message}; ${question}`, { evidence, level });
  } else {
    yield violation(placeOf(gravest), { level, message, remedy: remedyFor(gravest), evidence });
  }
}

function factOf({ inner, outer }: Overlap): string {
  const claim = `${inner.prefix.text} ${inner.by.phrase}`;
  return samePrefix(inner.prefix, outer.prefix)
    ? `${claim} is also a prefix ${outer.by.phrase}`
    : `${claim} lies in ${outer.prefix.text} ${outer.by.phrase}`;
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

function remedyFor({ inner, outer, level }: Overlap): string {
  const kinds = [inner.by.kind, outer.by.kind];
  if (level === "warning") {
    return `Make sure that nothing on premises uses ${inner.prefix.text}, and leave it out of what is advertised where that can be done.`;
  }
  if (kinds.includes("site") || kinds.includes("advertised")) {
    return "Use a prefix in Azure that nothing on premises uses, or list and advertise only what is on premises.";
  }
  return "Give one of the two another prefix.";
}

function* judgeUnknown(network: Network, { by, place, unknowns }: UnknownClaim, claims: Claims): Iterable<Judgement> {
  const others = [...claims.known, ...claims.unknown].map((claim) => claim.by);
  const other = others.find((one) => {
    const another = one !== by && (one.part !== by.part || one.part === undefined);
    return another && mayConflict(one.kind, by.kind) && shareWan(network, one.membership, by.membership) !== "no";
  });
  if (other !== undefined) {
    const message = `a prefix ${by.phrase} is unknown, so it may overlap one ${other.phrase}`;
    yield cannotTell(place, unknowns, message);
  }
}
