import { type Decision, DROPPED, eitherOf, isAlike, isOnPrivatePath, leaving, together } from "../../routes/outcome";
import type { Carriage } from "../../routes/source";
import { hubOf, sourceOf } from "./networks";

const [HERE, THERE] = [hubOf("here", "ExpressRoute"), hubOf("there", "ExpressRoute")];
const TUNNEL = sourceOf(HERE, "tunnel", "vpn", 1);
const CIRCUIT = sourceOf(HERE, "circuit", "expressroute", 1);

function over(carriage: Carriage): Decision {
  return leaving(sourceOf(HERE, carriage, "vpn", 1, carriage));
}

const encrypted = over("private-tunnel");
const internet = over("internet-tunnel");
const clear = over("clear");
const undecided = over("unknown");

describe("a tunnel", () => {
  test("is beside ExpressRoute where its own hub has the prefix there too, and not where another hub has", () => {
    const beside = (...sources: readonly (typeof TUNNEL)[]) =>
      leaving(TUNNEL, { length: 24, sources: [TUNNEL, ...sources] }).besideExpressRoute;
    expect([beside(), beside(CIRCUIT), beside(sourceOf(THERE, "far", "expressroute", 1))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(beside(sourceOf(HERE, "other", "vpn", 1))).toBe(false);
  });

  test("over the internet, and what goes in the clear, is beside nothing", () => {
    const overInternet = sourceOf(HERE, "internet", "vpn", 1, "internet-tunnel");
    for (const source of [overInternet, CIRCUIT]) {
      expect(leaving(source, { length: 24, sources: [source, CIRCUIT] }).besideExpressRoute).toBe(false);
    }
    expect(leaving(TUNNEL).besideExpressRoute).toBe(false);
  });

  test("is on the private path where all of the traffic is, and alike only while it is encrypted", () => {
    expect([encrypted, internet, clear, undecided].map(isOnPrivatePath)).toEqual([true, false, false, false]);
    expect(isOnPrivatePath(together([encrypted, internet], true))).toBe(false);
    const beside = leaving(TUNNEL, { length: 24, sources: [TUNNEL, CIRCUIT] });
    expect([beside, encrypted, { ...beside, outcome: "clear" as const }].map(isAlike)).toEqual([true, false, false]);
  });
});

describe("traffic that several routes share", () => {
  const outcomes = (areShared: boolean, ...ends: readonly Decision[]) => together(ends, areShared).outcome;

  test("is in the clear where some of it is, and undecided where some of it is", () => {
    expect(outcomes(true, encrypted, clear)).toBe("clear");
    expect(outcomes(true, clear, undecided)).toBe("undecided");
    expect(outcomes(true, encrypted, undecided)).toBe("undecided");
    expect(outcomes(true, encrypted, over("azure"))).toBe("undecided");
    expect(outcomes(true, encrypted, internet)).toBe("encrypted");
  });

  test("is undecided where it can't be told which route is taken, unless all lead the same way", () => {
    expect(outcomes(false, encrypted, clear)).toBe("undecided");
    expect(outcomes(false, encrypted, internet)).toBe("undecided");
    expect(outcomes(false, encrypted, over("private-tunnel"))).toBe("encrypted");
  });

  test("takes every route, and is beside ExpressRoute where one of them is", () => {
    const beside = leaving(TUNNEL, { length: 24, sources: [TUNNEL, CIRCUIT] });
    const both = together([encrypted, beside], true);
    expect([both.besideExpressRoute, both.via]).toEqual([true, [...encrypted.via, TUNNEL]]);
    expect(together([], true)).toEqual(DROPPED);
    expect(together([beside], false)).toBe(beside);
  });
});

describe("of two ways of which it can't be told which is taken", () => {
  const why = { decidedBy: ["var.preference"] };

  test("the first is told where both lead the same way", () => {
    expect(eitherOf(encrypted, encrypted, { unknowns: [why] })).toEqual(encrypted);
    const beside = leaving(TUNNEL, { length: 24, sources: [TUNNEL, CIRCUIT] });
    expect(eitherOf(encrypted, beside, { unknowns: [why] })).toEqual({ ...encrypted, besideExpressRoute: true });
  });

  test("nothing is decided where they don't, not even between tunnels of which one runs over the internet", () => {
    for (const other of [clear, internet]) {
      expect(eitherOf(encrypted, other, { reason: "propagation", unknowns: [why] })).toEqual({
        ...encrypted,
        outcome: "undecided",
        reason: "propagation",
        via: [...encrypted.via, ...other.via],
        unknowns: [why],
      });
    }
  });
});
