import { isOpen } from "../../network/facts/answer";
import { inAddresses, listed, phrase } from "../../network/facts/called/phrase";
import { groupedBy } from "../../network/facts/groups";
import type { Unknown } from "../../network/field";
import type { Network } from "../../network/network";
import { choicesOf, sitesOf } from "../../routes/alike-branches";
import { isSpoke } from "../../routes/azure-sides";
import { maximalPrefixes, type Range } from "../../routes/covering";
import { hasPrivatePath, isPrivateIn } from "../../routes/hub-groups";
import { without } from "../../routes/onprem-choice";
import { thingsOver, viasOf } from "../../routes/over";
import type { Opening } from "../../routes/source";
import { type Piece, type TowardsAzure, towardsAzure } from "../../routes/to-azure";
import { type AfterLoss, type TowardsOnPremises, towardsOnPremises } from "../../routes/to-onprem";
import { at, violation } from "./judgement";
import { defaultOnLoss } from "./reasoning/default-on-loss";
import { azureOf, originEvidence } from "./reasoning/flow-evidence";
import { hubPlace } from "./reasoning/hub-place";
import { cannotTell } from "./reasoning/unknowns";
import { likenessOf, type Wanted, WantedAtHubs } from "./reasoning/wanted-on-loss";
import type { Judgement, Level, Rule } from "./rule";

/**
 * When tunnels are lost, protected traffic is dropped in both directions. Where intent accepts cleartext, what goes out
 * unencrypted is a note; where it asks for `drop`, an error.
 *
 * To on-premises all tunnels on the private path are taken away at once: while any of them is left, no more can be in
 * the clear, for a route over ExpressRoute that wins beside a tunnel wins without it too.
 */
export const failsClosed: Rule = {
  id: "fails-closed",
  level: "warning",
  section: "Routing",
  what: "When a tunnel is lost, protected traffic is dropped in both directions, and never sent unencrypted.",
  why: "A shorter prefix over ExpressRoute takes over when the tunnel's own is gone, and Azure's prefixes stay advertised there: traffic goes on, in the clear (inference).",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  undecided:
    "Where intent doesn't say what is advertised to the hub, or which prefixes on-premises routers refuse over ExpressRoute.",
  *judge(network) {
    for (const towards of towardsOnPremises(network)) {
      yield* judgeTowardsOnPremises(network, towards);
    }
    for (const towards of towardsAzure(network).filter(({ group }) => hasPrivatePath(group))) {
      yield* judgeTowardsAzure(network, towards);
    }
  },
};

function* judgeLosses(losses: readonly AfterLoss[], wanted: Wanted): Iterable<Judgement> {
  const clear = losses.filter(({ decision }) => decision.outcome === "clear");
  for (const alike of groupedBy(clear, takerOf)) {
    yield* inTheClear(alike, wanted);
  }
  const undecided = losses.filter(({ decision }) => decision.outcome === "undecided");
  for (const alike of groupedBy(undecided, takerOf)) {
    yield* undecidedLoss(alike, wanted);
  }
}

function* judgeTowardsOnPremises(network: Network, towards: TowardsOnPremises): Iterable<Judgement> {
  const { afterLoss, openings, group } = towards;
  const wanted = new WantedAtHubs(network, group.hubs);
  for (const losses of groupedBy(afterLoss, (loss) => likenessOf(wanted.after(loss)))) {
    yield* judgeLosses(losses, wanted.of(losses.flatMap((loss) => wanted.hubsOf(loss))));
  }
  const others = afterLoss.filter(({ decision }) => decision.outcome !== "clear");
  const prefixes = maximalPrefixes(rangesOf(others));
  for (const opening of prefixes.length > 0 ? openings.filter(mayBeClear) : []) {
    yield doubt(opening, prefixes, wanted.of());
  }
}

function rangesOf(losses: readonly AfterLoss[]): Range[] {
  return losses.flatMap(({ ranges }) => ranges);
}

function mayBeClear({ carriage }: Opening): boolean {
  return carriage === "clear" || carriage === "unknown";
}

function takerOf({ decision }: AfterLoss): string {
  // One name may be in several inputs.
  const takers = decision.via.map(({ part, via }) => `${part.resource.input} ${via}`);
  return [...new Set(takers)].sort().join("\n");
}

function* inTheClear(losses: readonly AfterLoss[], { level, unknowns }: Wanted): Iterable<Judgement> {
  const [first] = losses;
  const taken = first?.decision.via ?? [];
  const [taker] = taken;
  if (taker === undefined || first === undefined) {
    return;
  }
  const prefixes = maximalPrefixes(rangesOf(losses));
  const via = viasOf(taken);
  const fact = phrase`when tunnels are lost, ${listed(prefixes)} ${prefixes.length === 1 ? "goes" : "go"} out unencrypted over ${listed(thingsOver(taken))}`;
  const [destination = ""] = maximalPrefixes(first.ranges.slice(0, 1));
  const flow = `${azureOf(first.hub)} -> ${destination}`;
  const trace = [
    "a tunnel on the private path carries it while one is left",
    `without any, ${inAddresses(listed(via))} takes it in the clear`,
  ];
  const evidence = { direction: "to-onprem", prefixes, via, ...originEvidence(losses), flow, trace };
  if (unknowns.length > 0) {
    yield cannotTell(at(taker.part), unknowns, phrase`${fact}; whether that is accepted can't be told`, {
      level,
      evidence,
    });
    return;
  }
  yield violation(at(taker.part), {
    message: fact,
    remedy:
      "Advertise over ExpressRoute no prefix that holds protected addresses, or let an inbound route map on the ExpressRoute connection keep only the prefixes of VPN devices.",
    level,
    evidence,
  });
}

function* undecidedLoss(losses: readonly AfterLoss[], { level }: Wanted): Iterable<Judgement> {
  const [first] = losses;
  const via = first?.decision.via ?? [];
  const [taker] = via;
  if (taker === undefined || first === undefined) {
    return;
  }
  const prefixes = maximalPrefixes(rangesOf(losses));
  const message = phrase`what becomes of ${listed(prefixes)} when tunnels are lost can't be told`;
  const told = via.flatMap(({ carriageUnknowns, asPathUnknowns }) => [...carriageUnknowns, ...asPathUnknowns]);
  const open = told.length > 0 ? told : [{ decidedBy: [`${first.hub.resource.address}.hub_routing_preference`] }];
  yield cannotTell(at(taker.part), open, message, { level, evidence: { direction: "to-onprem", prefixes } });
}

function doubt({ part, path, what, unknowns }: Opening, prefixes: readonly string[], { level }: Wanted): Judgement {
  const message = phrase`whether ${listed(prefixes)} would go out unencrypted when tunnels are lost can't be told, for ${what} can't`;
  const evidence = { direction: "to-onprem", prefixes: prefixes.slice(0, SHOWN), count: prefixes.length };
  return cannotTell(at(part, path), unknowns, message, { level, evidence });
}

const SHOWN = 10;

/** What becomes of spokes then. The hubs' own prefixes stay where they are: the tunnels end in them. */
function* judgeTowardsAzure(network: Network, towards: TowardsAzure): Iterable<Judgement> {
  const wanted = new WantedAtHubs(network, towards.group.hubs);
  const inUse = isPrivateIn(towards.group);
  const after = [...choicesOf(towards, (situation) => without(situation, ({ isPrivate }) => isPrivate))];
  const left = after.filter(({ piece, choice: { outcome } }) => {
    return isSpoke(piece.side) && (outcome === "clear" || outcome === "undecided");
  });
  const judged = left.map((one) => {
    const { piece, choice } = one;
    const { level, unknowns } = wanted.of([piece.side.hub]);
    return {
      piece,
      sites: sitesOf([one]),
      level,
      open: [...unknowns, ...choice.unknowns, ...(isOpen(inUse) ? inUse : [])],
    };
  });
  for (const alike of groupedBy(judged, (one) => `${one.level} ${one.open.length > 0}`)) {
    yield* sentInTheClear(alike);
  }
  const keptOff = after.filter((one) => isSpoke(one.piece.side) && !left.includes(one));
  yield* defaultOnLoss(
    towards.group,
    keptOff.flatMap(({ piece }) => piece.range ?? []),
    wanted,
  );
}

/** A piece that ExpressRoute still brings, or may. */
interface LeftPiece {
  readonly piece: Piece;
  /** From where. */
  readonly sites: readonly string[];
  readonly level: Level;
  /** What would tell whether it does. */
  readonly open: readonly Unknown[];
}

function* sentInTheClear(pieces: readonly LeftPiece[]): Iterable<Judgement> {
  const [first] = pieces;
  if (first === undefined) {
    return;
  }
  const { level, piece } = first;
  const { hub } = piece.side;
  const prefixes = maximalPrefixes(pieces.flatMap((one) => one.piece.range ?? []));
  const trace = [
    "on-premises routers reach it through a tunnel while one is left",
    "Azure advertises it over ExpressRoute too, whatever becomes of the tunnels",
  ];
  const evidence = {
    direction: "to-azure",
    prefixes,
    sites: [...new Set(pieces.flatMap(({ sites }) => sites))],
    flow: `on-premises -> ${prefixes[0] ?? hub.resource.address}`,
    trace,
  };
  const open = [...new Set(pieces.flatMap((one) => one.open))];
  const name = prefixes.length > 0 ? listed(prefixes) : phrase`the spokes of ${hub}`;
  if (open.length > 0) {
    const message = phrase`whether on-premises routers send traffic for ${name} unencrypted when tunnels are lost can't be told`;
    yield cannotTell(hubPlace(hub), open, message, { level, evidence });
    return;
  }
  yield violation(hubPlace(hub), {
    message: phrase`when tunnels are lost, on-premises routers send traffic for ${name} unencrypted: it stays advertised over ExpressRoute`,
    remedy:
      "Filter the prefixes of all spokes on premises where ExpressRoute comes in, and not the hub's own, or keep the spokes off ExpressRoute by an outbound route map.",
    level,
    evidence,
  });
}
