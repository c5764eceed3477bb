import fc from "fast-check";
import { addressText } from "../../address/address";
import { coverRange, type Interval, LongestMatch } from "../../address/longest-match";
import { literalPrefix } from "../../address/prefix";
import { sample } from "../sample";
import {
  bits,
  CELLS,
  type Entry,
  entry,
  highest,
  lowest,
  prefix,
  SPACES,
  type Space,
  space4,
  space6,
} from "./small-space";

function table(...routes: [prefix: string, value: string][]): LongestMatch<string> {
  return new LongestMatch(routes.map(([text, value]) => ({ prefix: literalPrefix(text), value })));
}

function printed({ family, first, last, match }: Interval<string>): string {
  return `${addressText(family, first)}-${addressText(family, last)} ${match.prefix.text} ${match.values.join("+")}`;
}

test("the more specific prefix wins, and equal ones are named together", () => {
  const routes = table(
    ["10.0.0.0/16", "ExpressRoute"],
    ["10.0.1.0/24", "VPN a"],
    ["10.0.1.0/24", "VPN b"],
    ["fd00::/8", "IPv6"],
  );
  const found = ["10.0.0.255", "10.0.1.0", "10.0.1.255", "10.0.2.0", "10.1.0.0", "9.255.255.255"].map((text) =>
    routes.lookup({ family: 4, value: Number(literalPrefix(`${text}/32`).first) }),
  );
  const wide = { prefix: literalPrefix("10.0.0.0/16"), values: ["ExpressRoute"] };
  const specific = { prefix: literalPrefix("10.0.1.0/24"), values: ["VPN a", "VPN b"] };
  expect(found).toEqual([wide, specific, specific, wide, undefined, undefined]);
  expect(routes.lookup({ family: 6, value: 0xfd00n << 112n })).toEqual({
    prefix: literalPrefix("fd00::/8"),
    values: ["IPv6"],
  });
  expect(routes.lookup({ family: 6, value: 167772160n })).toBeUndefined();
});

test("intervals cut the space where the longest prefix changes", () => {
  const routes = table(
    ["10.0.1.0/24", "VPN"],
    ["10.0.0.0/16", "ExpressRoute"],
    ["10.0.1.0/24", "VPN again"],
    ["10.0.1.255/32", "host"],
    ["255.255.255.255/32", "end"],
    ["0.0.0.0/32", "start"],
    ["::/0", "IPv6"],
  );
  expect(routes.intervals().map(printed)).toEqual([
    "0.0.0.0-0.0.0.0 0.0.0.0/32 start",
    "10.0.0.0-10.0.0.255 10.0.0.0/16 ExpressRoute",
    "10.0.1.0-10.0.1.254 10.0.1.0/24 VPN+VPN again",
    "10.0.1.255-10.0.1.255 10.0.1.255/32 host",
    "10.0.2.0-10.0.255.255 10.0.0.0/16 ExpressRoute",
    "255.255.255.255-255.255.255.255 255.255.255.255/32 end",
    "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ::/0 IPv6",
  ]);
});

test("a prefix that longer ones fill has no interval of its own", () => {
  const routes = table(["10.0.0.0/24", "whole"], ["10.0.0.0/25", "low"], ["10.0.0.128/25", "high"]);
  expect(routes.intervals().map(printed)).toEqual([
    "10.0.0.0-10.0.0.127 10.0.0.0/25 low",
    "10.0.0.128-10.0.0.255 10.0.0.128/25 high",
  ]);
});

test("nothing matches where there are no prefixes", () => {
  expect([
    table().lookup({ family: 4, value: 0 }),
    table().lookup({ family: 6, value: 0n }),
    table().intervals(),
  ]).toEqual([undefined, undefined, []]);
});

// Trying every prefix on every cell, by their bits.

function longestAt(cell: string, { family, lead }: Space, list: readonly Entry[]) {
  const holding = list.filter((one) => one.family === family && (lead + cell).startsWith(one.bits));
  const [longest] = [...holding].sort((a, b) => b.bits.length - a.bits.length);
  const equal = holding.filter((one) => one.bits === longest?.bits);
  return longest === undefined ? undefined : { prefix: longest.prefix, values: equal.map(({ value }) => value) };
}

function runs(space: Space, list: readonly Entry[]): Interval<number>[] {
  const found: { from: string; to: string; match: ReturnType<typeof longestAt> }[] = [];
  for (const cell of CELLS) {
    const match = longestAt(cell, space, list);
    const before = found.at(-1);
    if (before !== undefined && before.match?.prefix.text === match?.prefix.text) {
      before.to = cell;
    } else {
      found.push({ from: cell, to: cell, match });
    }
  }
  return found.flatMap(({ from, to, match }) =>
    match === undefined ? [] : [{ family: space.family, first: lowest(space, from), last: highest(space, to), match }],
  );
}

const routes = fc.tuple(space4, space6).chain(([four, six]) =>
  fc.record({
    four: fc.constant(four),
    six: fc.constant(six),
    list: fc
      .array(fc.tuple(fc.constantFrom(four, six), bits), { maxLength: 16 })
      .map((list) => list.map(([space, tail], value) => entry(space, tail, value))),
  }),
);

test("the longest match is that of trying every prefix on every address", () => {
  fc.assert(
    fc.property(routes, ({ four, six, list }) => {
      const built = new LongestMatch(list);
      for (const space of [four, six]) {
        const { family } = space;
        const expected = CELLS.map((cell) => longestAt(cell, space, list));
        expect(CELLS.map((cell) => built.lookup({ family, value: lowest(space, cell) }))).toEqual(expected);
        expect(CELLS.map((cell) => built.lookup({ family, value: highest(space, cell) }))).toEqual(expected);
      }
    }),
  );
});

test("intervals are the longest runs of addresses with one answer", () => {
  fc.assert(
    fc.property(routes, ({ four, six, list }) => {
      expect(new LongestMatch(list).intervals()).toEqual([...runs(four, list), ...runs(six, list)]);
    }),
    { numRuns: sample(100, 1_000) },
  );
});

test("a range is its maximal prefixes: those inside it whose parent is not", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SPACES), fc.nat(255), fc.nat(255), (space, a, b) => {
      const inRange = CELLS.slice(Math.min(a, b), Math.max(a, b) + 1);
      const inside = (tail: string) =>
        CELLS.filter((cell) => cell.startsWith(tail)).every((cell) => inRange.includes(cell));
      const tails = new Set(CELLS.flatMap((cell) => Array.from({ length: 9 }, (_, length) => cell.slice(0, length))));
      const maximal = [...tails]
        .filter((tail) => inside(tail) && (tail === "" || !inside(tail.slice(0, -1))))
        .sort((left, right) => (left.padEnd(8, "0") < right.padEnd(8, "0") ? -1 : 1));
      const first = lowest(space, inRange.at(0) ?? "");
      const last = highest(space, inRange.at(-1) ?? "");
      expect(coverRange(space.family, first, last)).toEqual(maximal.map((tail) => prefix(space, tail)));
    }),
  );
});

test.each([
  [4, 0, 2 ** 32 - 1, ["0.0.0.0/0"]],
  [4, 2 ** 32 - 1, 2 ** 32 - 1, ["255.255.255.255/32"]],
  [4, 1, 6, ["0.0.0.1/32", "0.0.0.2/31", "0.0.0.4/31", "0.0.0.6/32"]],
  [6, 0n, 2n ** 128n - 1n, ["::/0"]],
  [6, 2n ** 128n - 2n, 2n ** 128n - 1n, ["ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe/127"]],
] as const)("IPv%d addresses %d to %d are %j", (family, first, last, texts) => {
  expect(coverRange(family, first, last).map(({ text }) => text)).toEqual(texts);
});

test("the worst range of each family needs two prefixes fewer than twice its bits", () => {
  expect([coverRange(4, 1, 2 ** 32 - 2).length, coverRange(6, 1n, 2n ** 128n - 2n).length]).toEqual([62, 254]);
});

test("an empty range is refused", () => {
  expect(() => coverRange(4, 1, 0)).toThrow(new RangeError("no range: 0.0.0.1 to 0.0.0.0"));
});
