import { type Answer, allOf, openOf } from "../network/facts/answer";
import type { Unknown } from "../network/field";
import type { Network } from "../network/network";
import { type Announced, eitherOf, oneOf, UNHEARD } from "./announcements";
import { type AzureSide, azureSidesIn, isSpoke, learnedOf, untoldOf } from "./azure-sides";
import { type Branch, branchesOf } from "./branches";
import { cutAt, type Range, rangesOf } from "./covering";
import { type HubGroup, hubGroups } from "./hub-groups";
import { type Choice, choose, type HeardWays, type Situation } from "./onprem-choice";
import { isOpenStatement, OnPremisesRouters, type RoutersAtHub, type Stated } from "./onprem-routers";
import { type AlikeWays, type GroupedWays, WaysIn } from "./ways-in";

/** Neighbouring addresses of a hub or spoke that all routers treat alike. */
export interface Piece {
  readonly side: AzureSide;
  /** Undefined: of the side's prefixes that can't be told. */
  readonly range: Range | undefined;
  /** The length of the side's own prefix there. */
  readonly length: number;
  /** Why nobody may hear of it, so that nothing goes there. */
  readonly doubts: readonly Unknown[];
  /** Whether routers refuse that prefix over ExpressRoute. */
  readonly refused: Stated;
  readonly preferred: Stated;
  /** Whether it is a hub's own prefix that routers leave on ExpressRoute, since the tunnels end in it. */
  readonly isLeft: boolean;
  /** Over which circuits it is heard: all routers of a WAN are taken to reach all of them (inference). */
  readonly circuits: readonly HeardWays[];
  readonly unseenCircuits: Announced;
}

/** A branch, and the tunnels that lead from it into the WAN. */
export interface BranchWays {
  readonly branch: Branch;
  readonly tunnels: GroupedWays;
  /** What would tell whether there are more. */
  readonly unseenTunnels: readonly Unknown[];
}

/** All that decides which way on-premises routers take to the hubs and spokes of a WAN. */
export interface TowardsAzure {
  readonly group: HubGroup;
  readonly branches: readonly BranchWays[];
  readonly pieces: readonly Piece[];
  /**
   * Whether all spokes of the WAN are kept off ExpressRoute, by outbound route maps or by what routers refuse, so that
   * only the hubs' own prefixes are left there. The tunnels end in those: they have to stay.
   */
  readonly spokesKeptOff: Answer;
}

const known = new WeakMap<Network, readonly TowardsAzure[]>();

/** What on-premises routers hear of each WAN's hubs and spokes. */
export function towardsAzure(network: Network): readonly TowardsAzure[] {
  const found = known.get(network) ?? hubGroups(network).map((group) => towards(network, group));
  known.set(network, found);
  return found;
}

function towards(network: Network, group: HubGroup): TowardsAzure {
  const sides = azureSidesIn(network, group);
  const routers = new OnPremisesRouters(network);
  const ways = new WaysIn(network, group, sides.filter(isSpoke), routers);
  const branches = branchesOf(network, group).map((branch): BranchWays => {
    const { connections } = branch;
    const more = connections.flatMap(({ connection }) => connection.links.unknown ?? []);
    return { branch, tunnels: ways.tunnelsOf(connections), unseenTunnels: more };
  });
  const { edges } = ways;
  const pieces = sides
    .flatMap((side) => piecesOf(side, edges, routers.at(side.hub)))
    .map((piece) => heardOf(piece, ways));
  return { group, branches, pieces, spokesKeptOff: spokesKeptOff(pieces, ways.circuits) };
}

type Unheard = Omit<Piece, "circuits" | "unseenCircuits">;

function piecesOf(side: AzureSide, edges: readonly number[], routers: RoutersAtHub): Unheard[] {
  const { prefixes, unknowns } = side;
  const isLeft = !isSpoke(side) && routers.preferAll;
  const known = prefixes.flatMap((prefix) => {
    const refused = routers.refuse(prefix);
    const parts = rangesOf(prefix)
      .flatMap((range) => cutAt(range, edges))
      .flatMap((range) => routers.preferences(range));
    const doubts = isSpoke(side) ? [...side.doubts, ...learnedOf(side, prefix).doubts] : side.doubts;
    const { length } = prefix;
    return parts.map(({ range, preferred: stated }): Unheard => {
      const preferred = isLeft ? false : stated;
      return { side, range, length, doubts, refused, preferred, isLeft };
    });
  });
  const refused = routers.refuseUntold(unknowns);
  const preferred = isLeft ? false : routers.preferUntold(unknowns);
  const doubts = isSpoke(side) ? [...side.doubts, ...openOf(untoldOf(side))] : side.doubts;
  const untold = { side, range: undefined, length: 0, doubts, refused, preferred, isLeft };
  return unknowns.length === 0 ? known : [...known, untold];
}

function heardOf(piece: Unheard, { circuits, unseenCircuits }: WaysIn): Piece {
  const { side, length, refused } = piece;
  const grouped = isSpoke(side) ? circuits.toSpokes : circuits.toHubs;
  const unknowns = [...unseenCircuits, ...(isOpenStatement(refused) ? refused : [])];
  const mayCome = unseenCircuits.length > 0 && refused !== true;
  return {
    ...piece,
    circuits: grouped.map((alike) => ({
      ways: alike.ways,
      isPlain: alike.isPlain,
      ...heardOver(alike, piece, refused),
    })),
    unseenCircuits: mayCome ? { certain: -1, possible: length, unknowns, isRefused: false } : UNHEARD,
  };
}

/** What is heard of a piece over some ways, where the neighbour refuses the side's own prefix or not. */
function heardOver(alike: AlikeWays, piece: Unheard, refused: Stated): Announced {
  const { doubts } = alike;
  const heard = unlessHidden(eitherOf(announcedOver(alike, piece), ownOver(alike, piece, refused)), alike, piece);
  return doubts.length === 0 || heard.possible < 0
    ? heard
    : { ...heard, certain: -1, unknowns: [...doubts, ...heard.unknowns] };
}

function announcedOver({ announcements, mayBeStatic }: AlikeWays, { side, range, length }: Unheard): Announced {
  const known = { ...UNHEARD, certain: length, possible: length };
  if (announcements === undefined) {
    return known;
  }
  const heard =
    range !== undefined ? announcements.at(range.first) : isSpoke(side) ? announcements.ofUntold(side) : UNHEARD;
  return mayBeStatic.length === 0 ? heard : oneOf(heard, known, mayBeStatic);
}

function unlessHidden(heard: Announced, { hidden }: AlikeWays, { range }: Unheard): Announced {
  const isHidden =
    hidden !== undefined &&
    (range === undefined ||
      hidden.ranges === undefined ||
      hidden.ranges.some(({ first, last }) => first <= range.first && range.first <= last));
  return isHidden && heard.possible >= 0
    ? { ...heard, certain: -1, unknowns: [...hidden.unknowns, ...heard.unknowns] }
    : heard;
}

/** A hub's own prefix, over its own connections. */
function ownOver({ hub }: AlikeWays, { side, length }: Unheard, refused: Stated): Announced {
  if (isSpoke(side) || hub !== side.hub) {
    return UNHEARD;
  }
  if (isOpenStatement(refused)) {
    return { certain: -1, possible: length, unknowns: refused, isRefused: false };
  }
  return refused ? { ...UNHEARD, isRefused: true } : { ...UNHEARD, certain: length, possible: length };
}

function spokesKeptOff(pieces: readonly Piece[], circuits: GroupedWays): Answer {
  const spokes = pieces.filter(({ side }) => isSpoke(side));
  const answers = spokes.flatMap(({ circuits: known, unseenCircuits, doubts }) =>
    [...known, unseenCircuits].map(({ certain, possible, unknowns }): Answer => {
      const heard = certain >= 0 ? (doubts.length > 0 ? doubts : "no") : unknowns;
      return possible < 0 ? "yes" : heard;
    }),
  );
  // Without any spoke, only maps tell that the hub's own prefix is all there is to be.
  const withoutSpokes = circuits.toSpokes.length > 0 && circuits.toSpokes.every(({ hasMap }) => hasMap);
  return allOf(spokes.length > 0 ? answers : [withoutSpokes ? "yes" : "no"]);
}

/** What a branch hears of a piece. */
export function situationOf({ tunnels, unseenTunnels }: BranchWays, piece: Piece): Situation {
  const { circuits, unseenCircuits, preferred, side } = piece;
  const grouped = isSpoke(side) ? tunnels.toSpokes : tunnels.toHubs;
  return {
    tunnels: grouped.map((alike) => ({ ways: alike.ways, isPlain: alike.isPlain, ...heardOver(alike, piece, false) })),
    circuits,
    unseenTunnels,
    unseenCircuits,
    preferred,
    hasCircuits: isSpoke(side) && circuits.length > 0,
  };
}

/**
 * Which way a branch's packets take. A hub's own prefix is left on ExpressRoute where the spokes are kept off it, where
 * tunnels are preferred for everything else, and where no tunnel brings it though one is preferred: its tunnels end elsewhere.
 */
export function choiceOf({ spokesKeptOff: kept }: TowardsAzure, piece: Piece, situation: Situation): Choice {
  const choice = unlessUnheard(choose(situation), piece);
  const mayBeClear = choice.outcome === "clear" || choice.outcome === "undecided";
  const mustStay = kept === "yes" || piece.isLeft || piece.preferred === true;
  return !isSpoke(piece.side) && mayBeClear && choice.reason !== "encryption-off" && mustStay
    ? { ...choice, reason: "hub-prefix" }
    : choice;
}

// What nobody hears of, nobody sends to: only what would go in the clear is in doubt then.
function unlessUnheard(choice: Choice, { doubts }: Piece): Choice {
  const isOpen = choice.outcome === "clear" || choice.outcome === "undecided";
  return doubts.length === 0 || !isOpen
    ? choice
    : { ...choice, outcome: "undecided", reason: "not-stated", unknowns: [...choice.unknowns, ...doubts] };
}
