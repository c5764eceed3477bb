import { listed, type Phrase, phrase } from "../../../network/facts/called/phrase";
import { speaksOf, statedProtected, stating } from "../../../network/facts/said";
import type { Unknown } from "../../../network/field";
import type { Network, Part } from "../../../network/network";
import { maximalPrefixes, type Range, withoutAll } from "../../../routes/covering";
import { isAlike, isOnPrivatePath } from "../../../routes/decision";
import { thingsOver, viasOf } from "../../../routes/over";
import type { AlikeFlows } from "../../../routes/to-onprem";
import { whyUndecided } from "../../../routes/why-undecided";
import { at, undecided, violation } from "../judgement";
import type { Judgement, Place } from "../rule";
import { flowEvidence, originEvidence, placesOf } from "./flow-evidence";
import { makeKnown } from "./unknowns";

/** Why protected addresses don't go into a tunnel on the private path. */
export type FaultReason =
  | "equal-prefix"
  | "more-specific-on-expressroute"
  | "not-advertised-over-vpn"
  | "as-path"
  | "encryption-off"
  | "internet-tunnel";

/** Protected flows that are not encrypted, or of which that can't be told. */
export interface Fault {
  readonly flows: AlikeFlows;
  readonly reason: FaultReason;
  readonly place: Place;
  /** The same for flows that one finding speaks of. */
  readonly key: string;
  /** What would decide it; undefined where it is decided. */
  readonly open: readonly Unknown[] | undefined;
}

/** What is wrong with flows; undefined where they are encrypted on the private path, or stay in Azure. */
export function faultOf(network: Network, flows: AlikeFlows): Fault | undefined {
  const { outcome, via } = flows.decision;
  const alike = isAlike(flows.decision);
  if (outcome === "inside" || (isOnPrivatePath(flows.decision) && !alike)) {
    return undefined;
  }
  const open = outcome === "undecided" ? whyUndecided(flows.view, flows.chain, flows.decision) : undefined;
  const reason: FaultReason = alike && outcome !== "clear" ? "equal-prefix" : reasonOf(flows);
  const place = placeOf(network, flows);
  const taken = viasOf(via).join(" ");
  const { input, address } = place.part.resource;
  const from = flows.view.spokes.map(({ resource }) => resource.address).join(" ");
  const key = [input, address, place.path, reason, outcome, taken, from].join("\n");
  return { flows, reason, place, key, open };
}

function reasonOf({ decision }: AlikeFlows): FaultReason {
  switch (decision.reason) {
    case "equal-prefix":
    case "more-specific-on-expressroute":
    case "as-path":
    case "encryption-off":
      return decision.reason;
    default:
      return decision.via.some(({ carriage }) => carriage === "internet-tunnel")
        ? "internet-tunnel"
        : "not-advertised-over-vpn";
  }
}

/** The spoke that follows something else than its hub; the connection that should carry the flow; else the one that takes it; else where intent protects it. */
function placeOf(network: Network, { chain, decision, hub, view }: AlikeFlows): Place {
  const [spoke] = view.spokes;
  if (spoke !== undefined) {
    const { associatedRouteTable } = spoke.routing;
    return at(spoke, view.table.custom === undefined ? spoke.internetSecurity.path : associatedRouteTable.path);
  }
  const tunnels = chain.flatMap(({ sources }) => sources).filter(({ carriage }) => carriage === "private-tunnel");
  const carrier = tunnels.findLast((one) => one.hub === hub) ?? tunnels.at(-1);
  const part: Part | undefined = carrier?.part ?? decision.via[0]?.part;
  if (part !== undefined) {
    return at(part);
  }
  const [statement] = stating(network, statedProtected).filter((one) => speaksOf(one, [hub]));
  return statement === undefined ? at(hub) : at(statement, statement.protected?.path);
}

function prefixesOf(faults: readonly Fault[]): string[] {
  return maximalPrefixes(faults.flatMap(({ flows }) => flows.ranges));
}

function evidenceOf({ flows }: Fault) {
  const [destination = "0.0.0.0/0"] = maximalPrefixes(flows.ranges.slice(0, 1));
  return flowEvidence(flows.view, destination, flows.chain);
}

/** Flows with one fault, as one finding. */
export function* faultViolation(faults: readonly Fault[], formerly: readonly Range[]): Iterable<Judgement> {
  const [first] = faults;
  if (first === undefined) {
    return;
  }
  const prefixes = prefixesOf(faults);
  const via = viasOf(first.flows.decision.via);
  yield violation(first.place, {
    message: phrase`${listed(prefixes)} ${prefixes.length === 1 ? "is" : "are"} ${said(first)}`,
    remedy: phrase`${REMEDIES[first.reason]}${howToRetire(faults, formerly)}`,
    evidence: {
      reason: first.reason,
      prefixes,
      outcome: first.flows.decision.outcome,
      via,
      ...originEvidence(faults.map(({ flows }) => flows)),
      ...evidenceOf(first),
    },
  });
}

function said({ reason, flows }: Fault): Phrase {
  const { outcome, via: taken } = flows.decision;
  if (outcome === "dropped" || taken.length === 0) {
    return phrase`protected, and reached by no route from ${listed(placesOf(flows.view))}`;
  }
  const path = listed(thingsOver(taken));
  switch (reason) {
    case "equal-prefix":
      return outcome === "clear"
        ? phrase`advertised over ExpressRoute and through tunnels alike, and goes out unencrypted over ${path}`
        : phrase`advertised over ExpressRoute and through tunnels alike; only a routing preference keeps it in ${path}, against Azure's warning that such traffic goes out unencrypted`;
    case "more-specific-on-expressroute":
      return phrase`unencrypted over ${path}, which has a longer prefix than any tunnel`;
    case "as-path":
      return phrase`not in a tunnel on the private path but over ${path}, which has the shorter AS path`;
    case "encryption-off":
      return phrase`unencrypted over ${path}, a tunnel whose encryption is off`;
    case "internet-tunnel":
      return phrase`reached over ${path}, a tunnel that is not on the private path`;
    case "not-advertised-over-vpn":
      return phrase`unencrypted over ${path}: no tunnel on the private path has a route`;
  }
}

const REMEDIES: { readonly [reason in FaultReason]: string } = {
  "equal-prefix":
    "Advertise the prefix through the tunnel only: take it off ExpressRoute, or drop it there by an inbound route map.",
  "more-specific-on-expressroute":
    "Take the longer prefix off ExpressRoute, drop it there by an inbound route map, or advertise a longer one through the tunnel.",
  "not-advertised-over-vpn":
    "Advertise the prefix through a tunnel on the private path, or take it out of what is protected.",
  "as-path": "Advertise the prefix through the tunnel on the private path only.",
  "encryption-off": "Take disable_vpn_encryption out of the WAN, and encryption None out of the IPsec policy.",
  "internet-tunnel":
    "Advertise the prefix through a tunnel on the private path only, with local_azure_ip_address_enabled on its links.",
};

/** Flows that can't be decided, as one finding. */
export function* openDecision(faults: readonly Fault[], formerly: readonly Range[]): Iterable<Judgement> {
  const [first] = faults;
  if (first === undefined) {
    return;
  }
  const prefixes = prefixesOf(faults);
  const via = viasOf(first.flows.decision.via);
  const verb = prefixes.length === 1 ? "is" : "are";
  const message = phrase`whether ${listed(prefixes)} ${verb} reached encrypted can't be told: it may go over ${listed(thingsOver(first.flows.decision.via))}`;
  const open = faults.flatMap((one) => one.open ?? []);
  yield undecided(first.place, open, {
    message,
    remedy: phrase`${makeKnown(open)}${howToRetire(faults, formerly)}`,
    evidence: { reason: first.reason, prefixes, via, ...evidenceOf(first) },
  });
}

/** What counts as protected only because it was encrypted before the change needn't for ever. */
function howToRetire(faults: readonly Fault[], formerly: readonly Range[]): Phrase {
  const ranges = faults.flatMap(({ flows }) => flows.ranges);
  const former = formerly.length === 0 ? [] : maximalPrefixes(withoutAll(ranges, withoutAll(ranges, formerly)));
  return former.length === 0
    ? ""
    : phrase` ${listed(former)} ${former.length === 1 ? "was" : "were"} encrypted before this change: where that is over, state protected in the intent without ${former.length === 1 ? "it" : "them"}.`;
}
