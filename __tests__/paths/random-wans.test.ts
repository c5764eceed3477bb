import fc from "fast-check";
import { literalPrefix } from "../../address/prefix";
import type { PathRoute } from "../../paths/report";
import { routeTable } from "../../paths/table";
import { judge } from "../../policies/judge/judge";
import { encryptedToOnprem } from "../../policies/rules/encrypted-to-onprem";
import { type Outcome, outcomeAt } from "../routes/oracle";
import { ADDRESSES, SPACE } from "../routes/random-networks";
import { worldsOf } from "../routes/worlds";
import { patience, sample } from "../sample";
import { networkOf } from "../support/network";
import { configurationOf } from "./random-configuration";
import { knownOf } from "./random-known";
import { type Drawn, randomWan } from "./random-wans";

jest.setTimeout(patience(2_000));

/** What the table says of each address from each place: `encrypted`, or `internet` where the reason tells that. */
function toldOf(
  drawn: Drawn,
): { readonly from: string; readonly address: number; readonly told: string | undefined }[] {
  const { routes } = routeTable(networkOf(configurationOf(drawn, [SPACE.text])), { to: SPACE });
  const rows = routes.filter(({ direction }) => direction === "to-onprem");
  return [...knownOf(drawn).places.keys()].flatMap((from) =>
    ADDRESSES.map((address) => {
      const own = rows.filter((row) => row.from === from && holds(row, address));
      return { from, address, told: own.length === 1 ? own[0]?.outcome : undefined };
    }),
  );
}

function holds({ destination }: PathRoute, address: number): boolean {
  const { first, last } = literalPrefix(destination);
  return Number(first) <= address && address <= Number(last);
}

function possibleAt(drawn: Drawn, from: string, address: number): ReadonlySet<Outcome> {
  const { known, places } = knownOf(drawn);
  const place = places.get(from);
  const worlds = [...worldsOf(known, [...places.values()])];
  return new Set(place === undefined ? [] : worlds.map((world) => outcomeAt(address, place, known, world)));
}

/** As the table calls it: every tunnel is encrypted. */
function asTold(outcome: Outcome | undefined): string | undefined {
  return outcome === "internet" ? "encrypted" : outcome;
}

describe("the table, over random WANs as people write them", () => {
  test("tells of every address from every hub and spoke what looking it up gives", () => {
    fc.assert(
      fc.property(randomWan(false), (drawn) => {
        const wrong = toldOf(drawn).filter(({ from, address, told }) => {
          const possible = possibleAt(drawn, from, address);
          const outcomes = new Set([...possible].map(asTold));
          const [only] = outcomes;
          // Encrypted either way, but perhaps not on the private path: said to be so, or left open.
          const isRight = told === (outcomes.size === 1 ? only : "undecided");
          return !isRight && !(possible.size > 1 && told === "undecided");
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(50, 400) },
    );
  });

  test("can't tell what a hub tells another's own table of a prefix, where its best route doesn't come there", () => {
    const tunnel = { hub: 1, kind: "tunnel", prefixes: ["10.0.0.4/30"], weight: 0 } as const;
    const drawn: Drawn = {
      preferences: ["ExpressRoute", "ExpressRoute"],
      secured: [],
      connections: [
        { ...tunnel, asPath: 1, propagation: "nothing" },
        { ...tunnel, asPath: 2, propagation: "red" },
      ],
      spokes: [{ hub: 0, isRed: true, hearsDefault: false, propagation: "nothing", statics: [], handsStatics: true }],
      statics: [],
      forwards: false,
    };
    const spoke = toldOf(drawn).filter(({ from }) => from === "azurerm_virtual_hub_connection.s0");
    expect(spoke.filter(({ told }) => told === "undecided").map(({ address }) => address & 7)).toEqual([4, 5, 6, 7]);
  });

  test("never decides what could turn out otherwise", () => {
    fc.assert(
      fc.property(randomWan(true), (drawn) => {
        const wrong = toldOf(drawn).filter(({ from, address, told }) => {
          const possible = [...possibleAt(drawn, from, address)].map(asTold);
          return told !== "undecided" && possible.some((one) => one !== told);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(30, 200) },
    );
  });
});

describe("the gate and the table, over random WANs", () => {
  test("agree: where a row of what is protected is in the clear or open, something is found", () => {
    fc.assert(
      fc.property(randomWan(true), fc.constantFrom(true, false), (drawn, isWhole) => {
        const guarded = isWhole ? SPACE.text : "10.0.0.2/31";
        const network = networkOf(configurationOf(drawn, [guarded]));
        const { routes } = routeTable(network, { to: literalPrefix(guarded) });
        const open = routes.filter(({ outcome, direction }) => {
          return direction === "to-onprem" && (outcome === "clear" || outcome === "undecided");
        });
        const found = judge(network, [encryptedToOnprem]);
        expect(open.length > 0 && found.length === 0).toBe(false);
        const inTheClear = open.filter(({ outcome }) => outcome === "clear").length > 0;
        expect(inTheClear && !found.some(({ outcome }) => outcome === "violation")).toBe(false);
      }),
      { numRuns: sample(60, 600) },
    );
  });
});
