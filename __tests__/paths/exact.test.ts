import fc from "fast-check";
import { literalPrefix } from "../../address/prefix";
import { namesIn } from "../../network/facts/called/names";
import { groupedBy } from "../../network/facts/groups";
import type { VirtualHub } from "../../network/network";
import type { LostThing } from "../../paths/lost";
import { rowsFromHubs } from "../../paths/onprem-rows";
import type { PathRoute } from "../../paths/report";
import { maximalPrefixes } from "../../routes/covering";
import { plainViews } from "../routes/networks";
import { outcomeAt } from "../routes/oracle";
import { ADDRESSES, type RandomNetwork, randomNetwork, SPACE } from "../routes/random-networks";
import { worldsOf } from "../routes/worlds";
import { patience, sample } from "../sample";
import { networkOf } from "../support/network";

jest.setTimeout(patience(2_000));

const ALL = "all tunnels";
const ALL_TUNNELS: LostThing = { kind: "tunnel", lost: ALL, thing: ALL, place: 99, gone: [], allTunnels: true };
const NAMES = namesIn(networkOf({}));

function rowsOf({ hubs, routes, sources }: RandomNetwork): PathRoute[] {
  const links = [...new Set(sources.map(({ via }) => via))].map((via, place): LostThing => {
    const gone = [{ what: "link", name: via } as const];
    return { kind: "link", lost: `link ${via}`, thing: via, place, gone, allTunnels: false };
  });
  const circumstances = { names: NAMES, openings: [], lost: [...links, ALL_TUNNELS] };
  return rowsFromHubs(plainViews(hubs), { routes, marks: [SPACE] }, circumstances, {});
}

function holds({ destination }: PathRoute, address: number): boolean {
  const { first, last } = literalPrefix(destination);
  return Number(first) <= address && address <= Number(last);
}

function possible(network: RandomNetwork, address: number, hub: VirtualHub, routes = network.routes): Set<string> {
  const known = { ...network, routes };
  const outcomes = [...worldsOf(known)].map((world) => outcomeAt(address, { hub }, known, world));
  return new Set(outcomes);
}

/**
 * Where worlds differ only "undecided" is right; one answer is told, save where even it is undecided. The table calls every
 * tunnel encrypted, as the reason says which it is.
 */
function isRight(told: string | undefined, outcomes: ReadonlySet<string>): boolean {
  const [only] = outcomes;
  const expected = outcomes.size > 1 ? "undecided" : only === "internet" ? "encrypted" : only;
  return told === expected;
}

/** What a row says wrongly of losses. */
function wrongLosses(network: RandomNetwork, row: PathRoute): string[] {
  const hub = network.hubs.find(({ resource }) => resource.address === row.from);
  if (hub === undefined) {
    return [`nobody asked for ${row.from}`];
  }
  return row.whenLost.flatMap(({ lost, outcome }) => {
    const left = network.routes.filter(({ source }) =>
      lost === "all tunnels" ? source.carriage !== "private-tunnel" : lost !== `link ${source.via}`,
    );
    const wrong = ADDRESSES.filter((one) => holds(row, one) && !isRight(outcome, possible(network, one, hub, left)));
    return wrong.map((address) => `${address} when ${lost} is lost: ${outcome}`);
  });
}

describe("the table from hubs, over random small networks", () => {
  test("tells of every address what looking it up gives", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        const rows = rowsOf(network);
        const wrong = network.hubs.flatMap((hub) => {
          const own = rows.filter(({ from }) => from === hub.resource.address);
          return ADDRESSES.filter((address) => {
            const told = own.filter((row) => holds(row, address));
            return told.length !== 1 || !isRight(told[0]?.outcome, possible(network, address, hub));
          });
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(40, 400) },
    );
  });

  test("never decides what could turn out otherwise", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        for (const row of rowsOf(network).filter(({ outcome }) => outcome !== "undecided")) {
          const hub = network.hubs.find(({ resource }) => resource.address === row.from);
          for (const address of ADDRESSES.filter((one) => hub !== undefined && holds(row, one))) {
            const outcomes = hub === undefined ? new Set<string>() : possible(network, address, hub);
            expect({ ...row, isRight: isRight(row.outcome, outcomes) }).toEqual({ ...row, isRight: true });
          }
        }
      }),
      { numRuns: sample(12, 120) },
    );
  });

  test("tells what happens when a link or all tunnels are lost, as looking it up without them does", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        expect(rowsOf(network).flatMap((row) => wrongLosses(network, row))).toEqual([]);
      }),
      { numRuns: sample(15, 300) },
    );
  });

  test("has rows of one hub that never overlap, hold every address, and can't be joined", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const rows = rowsOf(network);
        for (const hub of network.hubs) {
          const own = rows.filter(({ from }) => from === hub.resource.address);
          for (const address of ADDRESSES) {
            expect(own.filter((row) => holds(row, address))).toHaveLength(1);
          }
          const answers = groupedBy(own, (row) => JSON.stringify({ ...row, destination: "" }));
          for (const alike of answers) {
            const ranges = alike.map(({ destination }) => literalPrefix(destination));
            const joined = maximalPrefixes(
              ranges.map(({ first, last }) => ({ first: Number(first), last: Number(last) })),
            );
            expect(alike.map(({ destination }) => destination)).toEqual(joined);
          }
        }
      }),
      { numRuns: sample(40, 400) },
    );
  });
});
