import { groupedBy } from "../network/facts/groups";
import type { Part } from "../network/network";
import { isSpoke } from "./azure-sides";
import { hasPrivateTunnel } from "./branches";
import type { Choice, Situation } from "./onprem-choice";
import { type BranchWays, choiceOf, type Piece, situationOf, type TowardsAzure } from "./to-azure";
import type { AlikeWays } from "./ways-in";

/** What branches do that hear the same: those with tunnels on the private path, or that may have some. */
export interface BranchesChoice {
  readonly branches: readonly BranchWays[];
  readonly piece: Piece;
  readonly choice: Choice;
}

/**
 * Which way on-premises routers take to each piece of a WAN. Branches that hear the same are asked once: of a spoke that
 * depends on what is announced, of a hub's own prefix also on the hubs where their tunnels end.
 *
 * @param changed the situation to be judged in place of the one that is: without what is lost
 */
export function* choicesOf(
  towards: TowardsAzure,
  changed: (situation: Situation) => Situation = (situation) => situation,
): Iterable<BranchesChoice> {
  const private_ = towards.branches.filter(({ branch }) => hasPrivateTunnel(branch));
  const ids = new Ids();
  const toSpokes = groupedBy(private_, (ways) => keyOf(ways, ways.tunnels.toSpokes, ids, false));
  const toHubs = groupedBy(private_, (ways) => keyOf(ways, ways.tunnels.toHubs, ids, true));
  for (const piece of towards.pieces) {
    for (const branches of isSpoke(piece.side) ? toSpokes : toHubs) {
      const [first] = branches;
      if (first !== undefined) {
        yield { branches, piece, choice: choiceOf(towards, piece, changed(situationOf(first, piece))) };
      }
    }
  }
}

/** The sites of branches, by address; of a connection of which can't be told what it connects, its own. */
export function sitesOf(choices: readonly BranchesChoice[]): string[] {
  const branches = choices.flatMap((one) => one.branches.map(({ branch }) => branch));
  const parts = branches.flatMap(({ site, connections }): readonly Part[] =>
    site === undefined ? connections.map(({ connection }) => connection) : [site],
  );
  return [...new Set(parts.map(({ resource }) => resource.address))];
}

function keyOf({ unseenTunnels }: BranchWays, ways: readonly AlikeWays[], ids: Ids, byHub: boolean): string {
  const parts = ways.map(({ announcements, hub, isPrivate, isPlain, mayBeStatic, hidden, doubts }) => [
    ids.of(announcements),
    byHub ? ids.of(hub) : 0,
    isPrivate,
    isPlain,
    [...mayBeStatic, ...(hidden?.unknowns ?? []), ...doubts].map(({ decidedBy }) => decidedBy),
  ]);
  return JSON.stringify([parts, unseenTunnels.map(({ decidedBy }) => decidedBy)]);
}

/** Numbers for things, the same for the same. */
class Ids {
  private readonly known = new Map<unknown, number>();

  of(thing: unknown): number {
    const found = this.known.get(thing) ?? this.known.size;
    this.known.set(thing, found);
    return found;
  }
}
