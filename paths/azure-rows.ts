import type { Prefix } from "../address/prefix";
import { namesIn } from "../network/facts/called/names";
import type { Network } from "../network/network";
import type { Announced } from "../routes/announcements";
import { isSpoke } from "../routes/azure-sides";
import { type Range, rangesOf } from "../routes/covering";
import { type BranchWays, type Piece, situationOf, type TowardsAzure } from "../routes/to-azure";
import { routesOf } from "../routes/wan-routes";
import { type Asked, isAsked } from "./asked";
import { answerTowardsAzure, type Circumstances } from "./azure-answer";
import { lostThings } from "./lost";
import { type Answered, rowsOf } from "./merging";
import type { PathAnswer, PathRoute } from "./report";

/** Where the sites of a WAN send what goes to hubs and spokes. */
export function rowsToAzure(network: Network, towards: TowardsAzure, asked: Asked): PathRoute[] {
  const asking = towards.branches.flatMap((ways) => {
    const { site } = ways.branch;
    return site !== undefined && isAsked(asked, site.resource.address) ? [{ site, ways }] : [];
  });
  if (asking.length === 0) {
    return [];
  }
  const { group, pieces } = towards;
  const lost = lostThings(network, group, routesOf(network, group).routes).filter(
    ({ kind }) => asked.whenLost === undefined || kind === asked.whenLost,
  );
  const names = namesIn(network);
  const shown = pieces.flatMap((piece) => clipped(piece, asked.to));
  return asking.flatMap(({ site, ways }) =>
    rowsOf(
      "to-azure",
      { from: site.resource.address, place: names.of(site) },
      answeredBy(ways, shown, towards, { names, lost }),
    ),
  );
}

interface ShownPiece {
  readonly piece: Piece;
  readonly range: Range;
  /** Equal for pieces that differ in their addresses only. */
  readonly likeness: string;
}

function clipped(piece: Piece, to: Prefix | undefined): ShownPiece[] {
  const { range, side, preferred, circuits, unseenCircuits } = piece;
  if (range === undefined) {
    return [];
  }
  const [limit = range] = to === undefined ? [] : rangesOf(to);
  const both = { first: Math.max(range.first, limit.first), last: Math.min(range.last, limit.last) };
  const own = isSpoke(side) ? "" : side.hub.resource.address;
  const likeness = JSON.stringify([own, preferred, ...circuits.map(likenessOf), likenessOf(unseenCircuits)]);
  return both.first <= both.last ? [{ piece, range: both, likeness }] : [];
}

function likenessOf({ certain, possible, unknowns, isRefused }: Announced): unknown {
  return unknowns.length === 0 ? [certain, isRefused] : [certain, isRefused, possible, unknowns];
}

function answeredBy(
  ways: BranchWays,
  pieces: readonly ShownPiece[],
  towards: TowardsAzure,
  circumstances: Circumstances,
): Answered[] {
  const alike = new Map<string, PathAnswer>();
  return pieces.map(({ piece, range, likeness }) => {
    const situation = situationOf(ways, piece);
    const key = `${likeness} ${JSON.stringify(situation.tunnels.map(likenessOf))}`;
    const answer = alike.get(key) ?? answerTowardsAzure(towards, piece, situation, circumstances);
    alike.set(key, answer);
    return { answer, ranges: [range] };
  });
}
