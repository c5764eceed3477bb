import { unstatedOverExpressRoute } from "../../network/facts/advertised";
import { listed, phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import { expressRouteOf } from "../../network/facts/private-path";
import type { Network, Part } from "../../network/network";
import { maximalPrefixes, withoutAll } from "../../routes/covering";
import { openingsFor } from "../../routes/openings";
import type { Opening } from "../../routes/source";
import { type AlikeFlows, type TowardsOnPremises, towardsOnPremises } from "../../routes/to-onprem";
import { at, violation } from "./judgement";
import { followedTables } from "./reasoning/followed-tables";
import { type Fault, faultOf, faultViolation, openDecision } from "./reasoning/unencrypted";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Place, Rule } from "./rule";

/**
 * Every protected address is reached through a tunnel on the private path. A prefix that ExpressRoute and a tunnel of one
 * hub have alike is refused whatever the hub's routing preference: Azure's page says without any condition that such
 * traffic goes out unencrypted, and blesses no preference against it.
 */
export const encryptedToOnprem: Rule = {
  id: "encrypted-to-onprem",
  level: "error",
  section: "Routing",
  what: "From every hub and spoke, every protected address is reached through a private-IP tunnel.",
  why: "Azure takes the longest prefix, and ExpressRoute where both paths have the same one. Traffic then leaves unencrypted, and nothing says so.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  *judge(network) {
    for (const towards of towardsOnPremises(network)) {
      yield* judgeProtected(towards);
      yield* judgeFlows(network, towards);
      yield* followedTables(towards);
    }
  },
};

/** What is protected, where that can't be told. */
function* judgeProtected(towards: TowardsOnPremises): Iterable<Judgement> {
  const { unknowns, statements, doubts: sites, mayBeHiddenAt } = towards.protected;
  const [statement] = statements;
  if (unknowns.length > 0 && statement !== undefined) {
    const place = at(statement, statement.protected?.path);
    yield cannotTell(
      place,
      unknowns,
      "which prefixes are protected can't be told, nor whether they are reached encrypted",
    );
  }
  if (statement !== undefined) {
    yield* judgeFamilies(towards, at(statement, statement.protected?.path));
  }
  for (const { of, when, unknowns: open } of sites) {
    const message =
      when === "before"
        ? phrase`what ${of} carried before this change can't be told, nor whether that is still reached encrypted`
        : phrase`what of ${of}, which is connected nowhere, is protected can't be told, nor whether that is reached encrypted`;
    yield cannotTell(at(of), open, message);
  }
  const silent = towards.openings.filter(mayBeHiddenAt);
  for (const openings of groupedBy(silent, ({ part }) => part)) {
    const [first] = openings;
    if (first !== undefined) {
      const message = phrase`${listed(openings.map(({ what }) => what))} can't be told, nor whether that is reached encrypted`;
      const open = [...openings.flatMap((one) => one.unknowns), ...silentExpressRoute(towards, first.part)];
      yield cannotTell(at(first.part, first.path), open, message);
    }
  }
}

/** Hubs and their gateways carry IPv4 only: nothing else is reached at all. */
function* judgeFamilies(towards: TowardsOnPremises, place: Place): Iterable<Judgement> {
  const prefixes = towards.protected.prefixes.filter(({ family }) => family !== 4).map(({ text }) => text);
  if (prefixes.length > 0) {
    yield violation(place, {
      message: phrase`${listed(prefixes)} ${prefixes.length === 1 ? "is" : "are"} protected, and hubs carry IPv4 only`,
      remedy: "Take it out of what is protected.",
      evidence: { reason: "not-advertised-over-vpn", prefixes, outcome: "dropped" },
    });
  }
}

/** The lines of intent that are missing at the hub of a connection, beside its own. */
function silentExpressRoute({ group }: TowardsOnPremises, part: Part) {
  const hubs = group.hubs.filter((hub) =>
    hub.vpnGateways.some(({ connections }) => connections.some((connection) => connection.resource === part.resource)),
  );
  return hubs
    .flatMap(expressRouteOf)
    .filter(({ advertised }) => advertised === undefined)
    .map(unstatedOverExpressRoute);
}

function* judgeFlows(network: Network, towards: TowardsOnPremises): Iterable<Judgement> {
  const { openings } = towards;
  const { formerly } = towards.protected;
  const sorted = sortedFlows(network, towards);
  const certain = sorted.faults.filter((fault) => isCertain(fault, openings));
  for (const same of groupedBy(certain, ({ key }) => key)) {
    yield* same[0]?.open === undefined ? faultViolation(same, formerly) : openDecision(same, formerly);
  }
  yield* doubts(openings, sorted);
}

interface SortedFlows {
  readonly safe: readonly AlikeFlows[];
  readonly faults: readonly Fault[];
}

function sortedFlows(network: Network, towards: TowardsOnPremises): SortedFlows {
  const judged = towards.alike
    .filter(({ decision }) => decision.outcome !== "inside")
    .flatMap((flows) => judgedOf(network, flows, towards));
  return {
    safe: judged.filter(({ fault }) => fault === undefined).map(({ flows }) => flows),
    faults: judged.flatMap(({ fault }) => fault ?? []),
  };
}

/** Flows with their fault. That nothing leads to addresses is none, as far as they are another WAN's to reach. */
function judgedOf(network: Network, flows: AlikeFlows, towards: TowardsOnPremises) {
  if (flows.decision.outcome !== "dropped" || towards.excused.length === 0) {
    return [{ flows, fault: faultOf(network, flows) }];
  }
  const missing = { ...flows, ranges: withoutAll(flows.ranges, towards.excused) };
  const theirs = { ...flows, ranges: withoutAll(flows.ranges, missing.ranges) };
  return [
    ...(missing.ranges.length === 0 ? [] : [{ flows: missing, fault: faultOf(network, missing) }]),
    ...(theirs.ranges.length === 0 ? [] : [{ flows: theirs, fault: undefined }]),
  ];
}

/** Whether no route that can't be told may mend it. An equal prefix is a fault whatever else a tunnel may have. */
function isCertain({ open, reason, flows }: Fault, openings: readonly Opening[]): boolean {
  return (
    open !== undefined ||
    openingsFor(flows.view, flows.decision, openings).every(
      ({ carriage }) => carriage !== "unknown" && (reason === "equal-prefix" || carriage !== "private-tunnel"),
    )
  );
}

/**
 * What routes that can't be told may change: ExpressRoute may take what is encrypted, a tunnel what is not, and where it
 * can't be told which it is, all of it.
 */
function* doubts(openings: readonly Opening[], { safe, faults }: SortedFlows): Iterable<Judgement> {
  if (openings.length === 0) {
    return;
  }
  const faulty = faults.filter(({ open }) => open === undefined);
  const mendable = faulty.filter(({ reason }) => reason !== "equal-prefix").map(({ flows }) => flows);
  const all = [...safe, ...faulty.map(({ flows }) => flows)];
  for (const opening of openings) {
    const { carriage, propagation } = opening;
    const changed = carriage === "unknown" ? all : carriage === "private-tunnel" ? mendable : safe;
    const prefixes = prefixesOf(
      propagation.everywhere ? changed : changed.filter((flows) => mayChange(opening, flows)),
    );
    if (prefixes.length > 0) {
      yield doubt(opening, prefixes);
    }
  }
}

const known = new WeakMap<readonly AlikeFlows[], string[]>();

function prefixesOf(flows: readonly AlikeFlows[]): string[] {
  const found = known.get(flows) ?? maximalPrefixes(flows.flatMap(({ ranges }) => ranges));
  known.set(flows, found);
  return found;
}

function mayChange(opening: Opening, { view, decision }: AlikeFlows): boolean {
  return openingsFor(view, decision, [opening]).length > 0;
}

function doubt({ part, path, what, unknowns }: Opening, prefixes: readonly string[]): Judgement {
  const verb = prefixes.length === 1 ? "is" : "are";
  const message = phrase`whether ${listed(prefixes)} ${verb} reached encrypted can't be told, for ${what} can't`;
  const evidence = { prefixes: prefixes.slice(0, SHOWN), count: prefixes.length };
  return cannotTell(at(part, path), unknowns, message, { evidence });
}

const SHOWN = 10;
