import fc from "fast-check";
import { prefixOf } from "../../address/prefix";
import type { VirtualHub } from "../../network/network";
import type { Range } from "../../routes/covering";
import { type Decision, isAlike, isOnPrivatePath } from "../../routes/decision";
import { decideWithout, lossesOf } from "../../routes/losses";
import { type Flow, type Flows, flowsOver } from "../../routes/to-onprem";
import { marked } from "../../routes/wan-routes";
import { patience, sample } from "../sample";
import { plainViews } from "./networks";
import { outcomeAt } from "./oracle";
import { ADDRESSES, type RandomNetwork, randomNetwork, SPACE } from "./random-networks";
import { worldsOf } from "./worlds";

const RUNS = sample(40, 1_000);

jest.setTimeout(patience(RUNS));

function analysed({ routes, hubs }: RandomNetwork): Flows {
  return flowsOver(marked(routes, [SPACE]), plainViews(hubs));
}

function flowsOf(network: RandomNetwork): readonly Flow[] {
  return analysed(network).flows;
}

interface Asked {
  readonly hub: VirtualHub;
  readonly stands: boolean;
}

/** What is told of a hub: its own, or what a hub tells that stands for it. */
function ownOrStanding<T extends Asked>(told: readonly T[], hub: VirtualHub): T | undefined {
  const key = ({ routingPreference }: VirtualHub) => JSON.stringify(routingPreference);
  return told.find((one) => one.hub === hub) ?? told.find((one) => one.stands && key(one.hub) === key(hub));
}

function holds({ first, last }: Range, address: number): boolean {
  return first <= address && address <= last;
}

function flowAt(flows: readonly Flow[], address: number, hub: VirtualHub): Flow | undefined {
  return ownOrStanding(
    flows.filter((flow) => holds(flow, address)),
    hub,
  );
}

function outcomes(network: RandomNetwork, address: number, hub: VirtualHub, routes = network.routes): string[] {
  const known = { ...network, routes };
  return [...new Set([...worldsOf(known)].map((world) => outcomeAt(address, { hub }, known, world)))];
}

/** As the oracle calls it. */
function pathOf(decision: Decision): string {
  return decision.outcome === "encrypted" && !isOnPrivatePath(decision) ? "internet" : decision.outcome;
}

/** Outcomes that the engine tells, and that no world has, or not every one. */
function wrongIn(
  network: RandomNetwork,
  told: (flow: Flow, hub: VirtualHub) => string,
  routes = network.routes,
): string[] {
  const flows = flowsOf(network);
  return ADDRESSES.flatMap((address) =>
    network.hubs.flatMap((hub) => {
      const flow = flowAt(flows, address, hub);
      const outcome = flow === undefined ? "nothing" : told(flow, hub);
      const possible = outcomes(network, address, hub, routes);
      return isRight(outcome, possible) ? [] : [`${address} from ${hub.resource.address}: ${outcome}, not ${possible}`];
    }),
  );
}

// Undecided is right where worlds differ only. A single world is told, save where it is undecided itself, and save what is
// shared among hubs of which one has a longer prefix that it didn't tell: the engine leaves that open (inference), and the
// oracle, which doesn't know that doubt, says that some of it is in the clear.
function isRight(outcome: string, possible: readonly string[]): boolean {
  const [only] = possible;
  return possible.length === 1
    ? only === outcome || (only === "clear" && outcome === "undecided")
    : outcome === "undecided";
}

describe("the decision for every address", () => {
  test("is the one that looking up address by address gives, where everything is known", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        expect(wrongIn(network, ({ decision }) => pathOf(decision))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test("is undecided wherever AS paths or preferences that can't be told could turn it", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const flows = flowsOf(network);
        for (const address of ADDRESSES) {
          for (const hub of network.hubs) {
            const flow = flowAt(flows, address, hub);
            const told = flow === undefined ? "nothing" : pathOf(flow.decision);
            if (told !== "undecided") {
              expect(outcomes(network, address, hub)).toEqual([told]);
            }
          }
        }
      }),
      { numRuns: RUNS / 10 },
    );
  });

  test("holds for what tunnels on the private path carry when all of them are lost", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        const { flows, afterLoss } = analysed(network);
        const left = network.routes.filter(({ source }) => source.carriage !== "private-tunnel");
        for (const address of ADDRESSES) {
          const here = afterLoss.filter(({ ranges }) => ranges.some((range) => holds(range, address)));
          for (const hub of network.hubs) {
            const flow = flowAt(flows, address, hub);
            const carried = flow !== undefined && isOnPrivatePath(flow.decision) && !isAlike(flow.decision);
            const lost = ownOrStanding(here, hub);
            const possible = outcomes(network, address, hub, left);
            const right = lost !== undefined && isRight(pathOf(lost.decision), possible);
            if (carried && !right) {
              throw new Error(`${address} from ${hub.resource.address}: ${lost?.decision.outcome}, not ${possible}`);
            }
          }
        }
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test("holds when one link is lost", () => {
    fc.assert(
      fc.property(randomNetwork(false), fc.nat(), (network, pick) => {
        const losses = lossesOf(network.routes);
        const lost = losses[pick % Math.max(1, losses.length)];
        const left = network.routes.filter(({ source }) => source.via !== lost?.name);
        const told = ({ chain }: Flow, hub: VirtualHub) =>
          pathOf(decideWithout(lost === undefined ? [] : [lost], plainViews(network.hubs).views.of(hub), chain));
        expect(wrongIn(network, told, left)).toEqual([]);
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test("covers every marked address once for each hub, in address order", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        for (const hub of network.hubs) {
          const own = flowsOf(network).filter((flow) => flow.hub === hub);
          const ends = own.flatMap(({ first, last }) => [first, last]);
          expect(ends).toEqual([...ends].sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe("flows put together", () => {
  test("hold for each hub the same addresses, with the same decision and routes, as one by one", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const analysis = analysed(network);
        const { flows } = analysis;
        const told = analysis.alike.flatMap(({ view, hub, stands, alike, decision, chain, ranges }) =>
          ranges.map(({ first, last }) => ({ view, hub, stands, alike, first, last, chain, decision })),
        );
        const place = ({ first, hub }: Flow) => first * 4 + network.hubs.indexOf(hub);
        expect(told.sort((a, b) => place(a) - place(b))).toEqual([...flows].sort((a, b) => place(a) - place(b)));
      }),
      { numRuns: 1_000 },
    );
  });

  test("hold exactly the marked addresses", () => {
    fc.assert(
      fc.property(randomNetwork(false), fc.subarray([...ADDRESSES]), (network, asked) => {
        const marks = asked.map((value) => prefixOf({ family: 4, value }, 32));
        const { alike } = flowsOver(marked(network.routes, marks), plainViews(network.hubs));
        const ranges = alike.flatMap((one) => one.ranges);
        const held = ADDRESSES.filter((address) => ranges.some((range) => holds(range, address)));
        // A mark without any route is held too: its packets are dropped.
        expect(held).toEqual(asked);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what changes the decision", () => {
  test("the order in which routes come doesn't", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const reversed = { ...network, routes: network.routes.toReversed() };
        expect(flowsOf(reversed).map(summary)).toEqual(flowsOf(network).map(summary));
      }),
    );
  });

  // Among several hubs it may: another hub may then tell a route with a longer AS path.
  test("a longer prefix over ExpressRoute never makes anything more encrypted, where there is one hub", () => {
    const oneHub = randomNetwork(false).filter(({ hubs }) => hubs.length === 1);
    fc.assert(
      fc.property(oneHub, fc.constantFrom(...ADDRESSES), fc.nat(), (network, address, pick) => {
        const over = network.sources.filter(({ carriage }) => carriage === "clear");
        const source = over[pick % Math.max(1, over.length)];
        if (source !== undefined) {
          const more = { ...network, routes: [...network.routes, { first: address, length: 32, source }] };
          expect(encryptedIn(network)).toEqual(expect.arrayContaining(encryptedIn(more)));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("without any route over ExpressRoute nothing is in the clear", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const routes = network.routes.filter(({ source }) => source.kind !== "expressroute");
        const flows = flowsOf({ ...network, routes });
        expect(flows.filter(({ decision }) => decision.outcome === "clear")).toEqual([]);
      }),
    );
  });
});

function summary({ hub, first, last, decision }: Flow) {
  const vias = (sources: readonly { readonly via: string }[]) => sources.map(({ via }) => via).sort();
  return {
    hub: hub.resource.address,
    first,
    last,
    outcome: decision.outcome,
    via: vias(decision.via),
  };
}

/** Each address with each hub that reaches it encrypted for certain. */
function encryptedIn(network: RandomNetwork): string[] {
  const flows = flowsOf(network);
  return ADDRESSES.flatMap((address) =>
    network.hubs
      .filter((hub) => flowAt(flows, address, hub)?.decision.outcome === "encrypted")
      .map((hub) => `${address} from ${hub.resource.address}`),
  );
}
