import fc from "fast-check";
import type { VirtualHub } from "../../../policies/network/network";
import { decideWithout, lossesOf } from "../../../policies/routes/losses";
import { type Flow, flowsOver } from "../../../policies/routes/to-onprem";
import { marked } from "../../../policies/routes/wan-routes";
import { outcomeAt, worldsOf } from "./oracle";
import { ADDRESSES, type RandomNetwork, randomNetwork, SPACE } from "./random-networks";

const RUNS = 10_000;

function flowsOf({ routes, hubs }: RandomNetwork): Flow[] {
  return flowsOver(marked(routes, [SPACE]), hubs);
}

/** The flow to an address from a hub: its own, or that of a hub which stands for it. */
function flowAt(flows: readonly Flow[], address: number, hub: VirtualHub): Flow | undefined {
  const here = flows.filter(({ first, last }) => first <= address && address <= last);
  const key = ({ routingPreference }: VirtualHub) => JSON.stringify(routingPreference);
  const stands = ({ chain, hub: other }: Flow) =>
    key(other) === key(hub) && !chain.some(({ sources }) => sources.some((source) => source.hub === other));
  return here.find((flow) => flow.hub === hub) ?? here.find(stands);
}

function outcomes(network: RandomNetwork, address: number, hub: VirtualHub, routes = network.routes): string[] {
  const worlds = [...worldsOf(network.hubs, network.sources)];
  return [...new Set(worlds.map((world) => outcomeAt(address, hub, network.hubs, routes, world)))];
}

/** Outcomes that the engine tells, and that no world has, or not every one. */
function wrongIn(network: RandomNetwork, told: (flow: Flow) => string, routes = network.routes): string[] {
  const flows = flowsOf(network);
  return ADDRESSES.flatMap((address) =>
    network.hubs.flatMap((hub) => {
      const flow = flowAt(flows, address, hub);
      const outcome = flow === undefined ? "nothing" : told(flow);
      const possible = outcomes(network, address, hub, routes);
      return isRight(outcome, possible) ? [] : [`${address} from ${hub.resource.address}: ${outcome}, not ${possible}`];
    }),
  );
}

// Undecided is right where worlds differ only. A single world is told, save where it is undecided itself.
function isRight(outcome: string, possible: readonly string[]): boolean {
  return possible.length === 1 ? possible[0] === outcome : outcome === "undecided";
}

describe("the decision for every address", () => {
  test("is the one that looking up address by address gives, where everything is known", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        expect(wrongIn(network, ({ decision }) => decision.outcome)).toEqual([]);
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
            const told = flowAt(flows, address, hub)?.decision.outcome;
            if (told !== "undecided") {
              expect(outcomes(network, address, hub)).toEqual([told]);
            }
          }
        }
      }),
      { numRuns: RUNS / 20 },
    );
  });

  test("holds when all tunnels on the private path are lost", () => {
    fc.assert(
      fc.property(randomNetwork(false), (network) => {
        const left = network.routes.filter(({ source }) => source.carriage !== "private-tunnel");
        expect(wrongIn(network, ({ withoutTunnels }) => withoutTunnels.outcome, left)).toEqual([]);
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
        const told = ({ hub, chain }: Flow) => decideWithout(lost === undefined ? [] : [lost], hub, chain).outcome;
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

describe("what changes the decision", () => {
  test("the order in which routes come doesn't", () => {
    fc.assert(
      fc.property(randomNetwork(true), (network) => {
        const reversed = { ...network, routes: network.routes.toReversed() };
        expect(flowsOf(reversed).map(summary)).toEqual(flowsOf(network).map(summary));
      }),
    );
  });

  test("a longer prefix over ExpressRoute never makes anything more encrypted", () => {
    fc.assert(
      fc.property(randomNetwork(false), fc.constantFrom(...ADDRESSES), fc.nat(), (network, address, pick) => {
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

function summary({ hub, first, last, decision, withoutTunnels }: Flow) {
  const vias = (sources: readonly { readonly via: string }[]) => sources.map(({ via }) => via).sort();
  return {
    hub: hub.resource.address,
    first,
    last,
    outcome: decision.outcome,
    via: vias(decision.via),
    lost: withoutTunnels.outcome,
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
