import fc from "fast-check";
import { literalPrefix } from "../../address/prefix";
import type { PathRoute } from "../../paths/report";
import { routeTable } from "../../paths/table";
import type { Finding } from "../../policies/judge/finding";
import { judge } from "../../policies/judge/judge";
import { verdictOf } from "../../policies/judge/verdict";
import { encryptedToAzure } from "../../policies/rules/encrypted-to-azure";
import { encryptedToOnprem } from "../../policies/rules/encrypted-to-onprem";
import { type Known, type Outcome, outcomeAt, type Source, type World } from "../routes/oracle";
import { ADDRESSES, SPACE } from "../routes/random-networks";
import { worldsOf } from "../routes/worlds";
import { patience, sample } from "../sample";
import { networkOf } from "../support/network";
import { configurationOf } from "./random-configuration";
import { type KnownWan, knownOf } from "./random-known";
import { type Drawn, type DrawnConnection, type DrawnSpoke, randomWan } from "./random-wans";

jest.setTimeout(patience(2_000));

const TUNNEL: DrawnConnection = {
  hub: 0,
  kind: "tunnel",
  prefixes: ["10.0.0.4/30"],
  asPath: 1,
  weight: 0,
  propagation: "nothing",
  map: undefined,
  isTranslated: false,
  tellsNothing: false,
};

const SPOKE: DrawnSpoke = {
  hub: 0,
  isRed: false,
  hearsDefault: false,
  propagation: "nothing",
  statics: [],
  handsStatics: true,
};

function plainWan(preferences: readonly string[], connections: DrawnConnection[], spokes: DrawnSpoke[]): Drawn {
  const nothing = { secured: [], statics: [], forwards: false, isApart: false, translates: true, onPremises: {} };
  return { preferences, connections, spokes, ...nothing };
}

interface Asking {
  readonly from: string;
  readonly address: number;
}

interface Told extends Asking {
  readonly told: string | undefined;
  /** What is told of each thing that can be lost. */
  readonly whenLost: ReadonlyMap<string, string>;
}

/** What the table says of each address from each place; undefined where it isn't one row. */
function toldOf(drawn: Drawn): Told[] {
  const { routes } = routeTable(networkOf(configurationOf(drawn, [SPACE.text])), { to: SPACE });
  const rows = routes.filter(({ direction }) => direction === "to-onprem");
  return knownOf(drawn).flatMap(({ places }) =>
    [...places.keys()].flatMap((from) =>
      ADDRESSES.map((address) => {
        const [row, ...more] = rows.filter((one) => one.from === from && holds(one, address));
        const whenLost = new Map(row?.whenLost.map(({ lost, outcome }) => [lost, outcome]));
        return { from, address, told: more.length === 0 ? row?.outcome : undefined, whenLost };
      }),
    ),
  );
}

function holds({ destination }: PathRoute, address: number): boolean {
  const { first, last } = literalPrefix(destination);
  return Number(first) <= address && address <= Number(last);
}

/** What may become of packets, in all worlds that fit what is known. */
class Possible {
  private readonly wans: readonly KnownWan[];
  private readonly worlds = new Map<Known, readonly World[]>();

  constructor(drawn: Drawn) {
    this.wans = knownOf(drawn);
  }

  at({ from, address }: Asking, lost?: string): ReadonlySet<Outcome> {
    const wan = this.wans.find(({ places }) => places.has(from));
    const place = wan?.places.get(from);
    if (wan === undefined || place === undefined) {
      return new Set();
    }
    const gone = lost === undefined ? undefined : wan.losses.get(lost);
    const known = gone === undefined ? wan.known : without(wan.known, gone);
    const worlds = this.worlds.get(wan.known) ?? [...worldsOf(wan.known, [...wan.places.values()])];
    this.worlds.set(wan.known, worlds);
    return new Set(worlds.map((world) => outcomeAt(address, place, known, world)));
  }

  lossesAt(from: string): string[] {
    return [...(this.wans.find(({ places }) => places.has(from))?.losses.keys() ?? [])];
  }
}

function without(known: Known, gone: ReadonlySet<Source>): Known {
  return { ...known, routes: known.routes.filter(({ source }) => !gone.has(source)) };
}

function isSame(one: ReadonlySet<Outcome>, other: ReadonlySet<Outcome>): boolean {
  return one.size === other.size && [...one].every((outcome) => other.has(outcome));
}

/** As the table calls it: every tunnel is encrypted. */
function asTold(outcome: Outcome | undefined): string | undefined {
  return outcome === "internet" ? "encrypted" : outcome;
}

/** Where another hub may send packets back to the appliance that they come from, it may be open what that makes of them. */
const mayTurn = ({ forwards, preferences }: Drawn) => forwards && preferences.includes("ASPath");

/** Encrypted either way, but perhaps not on the private path: said to be so, or left open. */
function isRight(told: string | undefined, possible: ReadonlySet<Outcome>): boolean {
  const outcomes = new Set([...possible].map(asTold));
  const [only] = outcomes;
  return told === (outcomes.size === 1 ? only : "undecided") || (possible.size > 1 && told === "undecided");
}

describe("the table, over random WANs as people write them", () => {
  test("tells of every address from every hub and spoke what looking it up gives", () => {
    fc.assert(
      fc.property(randomWan(false), (drawn) => {
        const possible = new Possible(drawn);
        const wrong = toldOf(drawn).filter(({ told, ...one }) => {
          return !isRight(told, possible.at(one)) && !(mayTurn(drawn) && told === "undecided");
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(50, 400) },
    );
  });

  test("can't tell what a hub tells another's own table of a prefix, where its best route doesn't come there", () => {
    const drawn = plainWan(
      ["ExpressRoute", "ExpressRoute"],
      [
        { ...TUNNEL, hub: 1, asPath: 1 },
        { ...TUNNEL, hub: 1, asPath: 2, propagation: "red" },
      ],
      [{ ...SPOKE, isRed: true }],
    );
    const spoke = toldOf(drawn).filter(({ from }) => from === "azurerm_virtual_hub_connection.s0");
    expect(spoke.filter(({ told }) => told === "undecided").map(({ address }) => address & 7)).toEqual([4, 5, 6, 7]);
  });

  test("can't tell whether a hub takes another's tunnel, or a static route of a spoke there, whose AS path no page states", () => {
    const circuit = { ...TUNNEL, kind: "circuit", hub: 0 } as const;
    const drawn = plainWan(
      ["ExpressRoute", "ExpressRoute", "ExpressRoute"],
      [circuit, { ...TUNNEL, hub: 1 }],
      [{ ...SPOKE, statics: ["10.0.0.4/30"] }],
    );
    const atThird = toldOf({ ...drawn, forwards: true }).filter(({ from }) => from === "azurerm_virtual_hub.h2");
    expect(atThird.flatMap(({ address, told }) => (address & 4 ? [told] : []))).toEqual(Array(4).fill("undecided"));
  });

  test("can't tell whether a race is lost, where the connection that weighs more has a longer AS path than another hub's", () => {
    const circuit = { ...TUNNEL, kind: "circuit" } as const;
    const drawn = plainWan(
      ["ExpressRoute", "ExpressRoute"],
      [
        { ...circuit, asPath: undefined },
        { ...circuit, asPath: 3, weight: 10 },
        { ...TUNNEL, hub: 1 },
      ],
      [],
    );
    const atFirst = toldOf(drawn).filter(({ from }) => from === "azurerm_virtual_hub.h0");
    expect(atFirst.flatMap(({ address, told }) => (address & 4 ? [told] : []))).toEqual(Array(4).fill("undecided"));
  });

  test("never decides what could turn out otherwise", () => {
    fc.assert(
      fc.property(randomWan(true), (drawn) => {
        const possible = new Possible(drawn);
        const wrong = toldOf(drawn).filter((one) => {
          return one.told !== "undecided" && [...possible.at(one)].some((outcome) => asTold(outcome) !== one.told);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(30, 200) },
    );
  });
});

describe("the table, over random WANs of which something is lost", () => {
  test("tells of every link, connection, site and circuit what looking it up without them gives", () => {
    fc.assert(
      fc.property(randomWan(false), (drawn) => {
        const possible = new Possible(drawn);
        const wrong = toldOf(drawn).flatMap((one) =>
          possible.lossesAt(one.from).flatMap((lost) => {
            const told = one.whenLost.get(lost);
            const after = possible.at(one, lost);
            const isToldRightly = told === undefined ? isSame(after, possible.at(one)) : isRight(told, after);
            return isToldRightly || (mayTurn(drawn) && told === "undecided")
              ? []
              : [{ ...one, lost, told, after: [...after] }];
          }),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: sample(25, 200) },
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
        agree(routes, "to-onprem", judge(network, [encryptedToOnprem]));
      }),
      { numRuns: sample(60, 600) },
    );
  });

  test("agree where packets come back to a hub by way of another one's spoke, which alone of all alike learns where they go", () => {
    const spoke = { ...SPOKE, hub: 2, statics: ["10.0.0.0/30", "10.0.0.0/28"] };
    const tunnel = { ...TUNNEL, hub: 1, prefixes: ["10.0.0.0/28"] };
    const drawn = { ...plainWan(["ASPath", "ASPath", "ExpressRoute"], [tunnel], [spoke]), forwards: true };
    const network = networkOf(configurationOf(drawn, [SPACE.text]));
    const [row] = routeTable(network, { to: SPACE, from: new Set(["azurerm_virtual_hub.h1"]) }).routes;
    expect([row?.destination, row?.outcome]).toEqual(["10.0.0.0/30", "undecided"]);
    expect(judge(network, [encryptedToOnprem]).map(({ outcome }) => outcome)).toEqual(["undecided"]);
  });

  test("agree towards Azure: where a row is in the clear or open, but for hubs' own prefixes, something is found", () => {
    fc.assert(
      fc.property(randomWan(true), (drawn) => {
        const network = networkOf(configurationOf(drawn, [SPACE.text]));
        const rows = routeTable(network).routes.filter(({ reason }) => reason !== "hub-prefix");
        // A site without a tunnel over ExpressRoute is nobody's that this is promised to.
        const routes = rows.filter(({ from }) => {
          return drawn.connections.some(
            ({ kind }, index) => kind === "tunnel" && from === `azurerm_vpn_site.c${index}`,
          );
        });
        agree(routes, "to-azure", judge(network, [encryptedToAzure]));
      }),
      { numRuns: sample(60, 600) },
    );
  });
});

function agree(routes: readonly PathRoute[], direction: PathRoute["direction"], findings: readonly Finding[]): void {
  const open = routes.filter((row) => row.direction === direction && /clear|undecided/.test(row.outcome));
  const inTheClear = open.filter(({ outcome }) => outcome === "clear");
  const violations = findings.filter(({ outcome }) => outcome === "violation");
  expect(open.length > 0 && verdictOf(findings) === "pass" ? open : []).toEqual([]);
  expect(violations.length === 0 ? inTheClear : []).toEqual([]);
}
