import { choose, type HeardWays, type Situation, waysIn, without } from "../../routes/onprem-choice";
import type { WayIn } from "../../routes/ways-in";
import { hubOf } from "./networks";

const HUB = hubOf("sdc", "ExpressRoute");
const NOTHING = { certain: -1, possible: -1, unknowns: [], isRefused: false } as const;
const [WHY, OTHER] = [{ decidedBy: ["var.why"] }, { decidedBy: ["var.other"] }];

function way(via: string, isPrivate = false): WayIn {
  return { via, over: HUB, needs: [], isPrivate };
}

const [TUNNEL, CIRCUIT] = [way("tunnel", true), way("circuit")];

/** A way over which a prefix of some length is heard, for certain or perhaps. */
function heard(one: WayIn, certain: number, more: Partial<HeardWays> = {}): HeardWays {
  return { ways: [one], isPlain: false, certain, possible: certain, unknowns: [], isRefused: false, ...more };
}

function choice(situation: Partial<Situation>) {
  const whole = {
    tunnels: [],
    circuits: [],
    unseenTunnels: [],
    unseenCircuits: NOTHING,
    preferred: false,
    hasCircuits: true,
    ...situation,
  };
  const { outcome, reason, via, unknowns } = choose(whole);
  return [outcome, reason, via.map((one) => one.via).join(" "), ...unknowns.flatMap(({ decidedBy }) => decidedBy)];
}

describe("on-premises routers take", () => {
  test("the longest prefix, before any preference", () => {
    const [long, short] = [24, 16];
    for (const preferred of [true, false, [WHY]]) {
      const tunnel = { tunnels: [heard(TUNNEL, long)], circuits: [heard(CIRCUIT, short)], preferred };
      expect(choice(tunnel)).toEqual(["encrypted", "more-specific-on-vpn", "tunnel"]);
      const circuit = { tunnels: [heard(TUNNEL, short)], circuits: [heard(CIRCUIT, long)], preferred };
      expect(choice(circuit)).toEqual(["clear", "more-specific-on-expressroute", "circuit"]);
    }
  });

  test("of equal prefixes the tunnel where they prefer it, else ExpressRoute", () => {
    const equal = { tunnels: [heard(TUNNEL, 24)], circuits: [heard(CIRCUIT, 24)] };
    expect(choice({ ...equal, preferred: true })).toEqual(["encrypted", "preferred-on-premises", "tunnel"]);
    expect(choice({ ...equal, preferred: false })).toEqual(["clear", "equal-prefix", "circuit"]);
    expect(choice({ ...equal, preferred: [WHY] })).toEqual(["undecided", "not-stated", "tunnel circuit", "var.why"]);
  });

  test("what alone brings it, and say why nothing else does", () => {
    const tunnels = [heard(TUNNEL, 24)];
    expect(choice({ circuits: [heard(CIRCUIT, 24)] })).toEqual(["clear", "only-on-expressroute", "circuit"]);
    expect(choice({ tunnels, hasCircuits: false })).toEqual(["encrypted", "only-in-tunnels", "tunnel"]);
    expect(choice({ tunnels, circuits: [heard(CIRCUIT, -1)] })).toEqual(["encrypted", "route-map", "tunnel"]);
    const refused = [heard(CIRCUIT, -1, { isRefused: true }), heard(CIRCUIT, -1)];
    expect(choice({ tunnels, circuits: refused })).toEqual(["encrypted", "filtered-on-premises", "tunnel"]);
    expect(choice({})).toEqual(["dropped", "no-route", ""]);
    expect(choice({ tunnels: [heard(TUNNEL, 0)], circuits: [heard(CIRCUIT, 0)] })).toEqual([
      "clear",
      "equal-prefix",
      "circuit",
    ]);
  });

  test("only the ways of the longest prefix, in the clear where one of those tunnels encrypts nothing", () => {
    const far = way("far", true);
    const two = [heard(TUNNEL, 24), heard(far, 16)];
    expect(choice({ tunnels: two, hasCircuits: false })).toEqual(["encrypted", "only-in-tunnels", "tunnel"]);
    const plain = (certain: number) => [heard(TUNNEL, 24), heard(far, certain, { isPlain: true })];
    expect(choice({ tunnels: plain(24) })).toEqual(["clear", "encryption-off", "tunnel far"]);
    expect(choice({ tunnels: plain(16) })).toEqual(["encrypted", "route-map", "tunnel"]);
  });
});

describe("what can't be told", () => {
  const perhaps = (one: WayIn, certain: number, possible: number) => heard(one, certain, { possible, unknowns: [WHY] });

  test("leaves open only what comes out otherwise", () => {
    const circuits = [perhaps(CIRCUIT, -1, 24)];
    expect(choice({ tunnels: [heard(TUNNEL, 24)], circuits })).toEqual([
      "undecided",
      "not-stated",
      "tunnel circuit",
      "var.why",
    ]);
    expect(choice({ tunnels: [heard(TUNNEL, 24)], circuits, preferred: true })).toEqual([
      "encrypted",
      "preferred-on-premises",
      "tunnel",
    ]);
    expect(choice({ tunnels: [perhaps(TUNNEL, 16, 24)], circuits: [heard(CIRCUIT, 16)], preferred: true })).toEqual([
      "encrypted",
      "preferred-on-premises",
      "tunnel",
    ]);
    expect(choice({ tunnels: [perhaps(TUNNEL, -1, 16)], circuits: [heard(CIRCUIT, 24)] })).toEqual([
      "clear",
      "more-specific-on-expressroute",
      "circuit",
    ]);
  });

  test("is told with all that would tell it, each once", () => {
    const situation = {
      tunnels: [heard(TUNNEL, 24)],
      circuits: [perhaps(CIRCUIT, -1, 24), heard(way("second"), -1, { possible: 24, unknowns: [OTHER, WHY] })],
      preferred: [OTHER],
    };
    expect(choice(situation)).toEqual(["undecided", "not-stated", "tunnel circuit second", "var.other", "var.why"]);
  });

  test("are tunnels and circuits that may be there unseen", () => {
    const circuits = [heard(CIRCUIT, 24)];
    expect(choice({ circuits, unseenTunnels: [WHY] })).toEqual(["undecided", "not-stated", "circuit", "var.why"]);
    const unseenCircuits = { ...NOTHING, possible: 24, unknowns: [WHY] };
    expect(choice({ tunnels: [heard(TUNNEL, 24)], unseenCircuits })).toEqual([
      "undecided",
      "not-stated",
      "tunnel",
      "var.why",
    ]);
    expect(choice({ tunnels: [heard(TUNNEL, 24)], unseenCircuits, preferred: true })).toEqual([
      "encrypted",
      "preferred-on-premises",
      "tunnel",
    ]);
  });

  test("is not what is preferred, where no tunnel may bring it", () => {
    const circuits = [perhaps(CIRCUIT, -1, 24)];
    expect(choice({ circuits, preferred: [OTHER] })).toEqual(["undecided", "not-stated", "circuit", "var.why"]);
  });
});

describe("without what is lost", () => {
  const both: HeardWays = { ...heard(TUNNEL, 24), ways: [TUNNEL, way("other", true)] };
  const situation: Situation = {
    tunnels: [both, heard(way("third", true), 24)],
    circuits: [heard(CIRCUIT, 24)],
    unseenTunnels: [],
    unseenCircuits: NOTHING,
    preferred: true,
    hasCircuits: true,
  };

  test("the other ways are left, and over nothing nothing is heard", () => {
    const vias = ({ tunnels, circuits }: Situation) =>
      [tunnels, circuits].map((some) => some.map(({ ways }) => ways.map(({ via }) => via)));
    expect(vias(without(situation, ({ via }) => via === "tunnel"))).toEqual([[["other"], ["third"]], [["circuit"]]]);
    expect(vias(without(situation, ({ isPrivate }) => isPrivate))).toEqual([[], [["circuit"]]]);
    expect(vias(without(situation, ({ via }) => via === "circuit"))).toEqual([[["tunnel", "other"], ["third"]], []]);
  });

  test("ways count over which something is heard, may be, or is refused", () => {
    const ways = [
      heard(way("certain"), 0),
      heard(way("possible"), -1, { possible: 0 }),
      heard(way("refused"), -1, { isRefused: true }),
      heard(way("silent"), -1),
    ];
    expect(waysIn(ways).map(({ via }) => via)).toEqual(["certain", "possible", "refused"]);
  });
});
