import fc from "fast-check";
import type { Family } from "../../../lib/address/family";
import { coverRange, LongestMatch } from "../../../lib/address/longest-match";
import { sweepOverlaps } from "../../../lib/address/overlap";
import { containsAddress, containsPrefix, prefixOf, samePrefix } from "../../../lib/address/prefix";

// 256 addresses at the top of either family's space: the ends are where arithmetic goes wrong.
const BASE = { 4: 2 ** 32 - 256, 6: 2n ** 128n - 256n } as const;
const SHORTEST = { 4: 24, 6: 120 } as const;

function at(family: Family, offset: number) {
  return { family, value: family === 4 ? BASE[4] + offset : BASE[6] + BigInt(offset) };
}

const family = fc.constantFrom<Family>(4, 6);
const offset = fc.integer({ min: 0, max: 255 });
const entries = fc
  .array(fc.tuple(family, offset, fc.integer({ min: 0, max: 8 })), { maxLength: 12 })
  .map((list) =>
    list.map(([of, from, extra], value) => ({ prefix: prefixOf(at(of, from), SHORTEST[of] + extra), value })),
  );

test("the longest match is that of trying every prefix on every address", () => {
  fc.assert(
    fc.property(entries, family, (list, of) => {
      const table = new LongestMatch(list);
      for (let from = 0; from < 256; from += 1) {
        const holding = list.filter(({ prefix }) => containsAddress(prefix, at(of, from)));
        const longest = Math.max(...holding.map(({ prefix }) => prefix.length));
        const expected = holding.filter(({ prefix }) => prefix.length === longest).map(({ value }) => value);
        expect(table.lookup(at(of, from))?.values ?? []).toEqual(expected);
      }
    }),
  );
});

test("intervals cover exactly the addresses that have a match, each once", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const intervals = new LongestMatch(list).intervals();
      for (const side of [4, 6] as const) {
        for (let from = 0; from < 256; from += 1) {
          const { value } = at(side, from);
          const holding = intervals.filter((one) => one.family === side && one.first <= value && value <= one.last);
          const covered = list.some(({ prefix }) => containsAddress(prefix, at(side, from)));
          expect(holding).toHaveLength(covered ? 1 : 0);
        }
      }
    }),
  );
});

test("a range is covered by the fewest prefixes, exactly", () => {
  fc.assert(
    fc.property(family, offset, offset, (of, a, b) => {
      const [first, last] = [at(of, Math.min(a, b)).value, at(of, Math.max(a, b)).value];
      const cover = coverRange(of, first, last);
      expect(cover[0]?.first).toBe(first);
      expect(cover.at(-1)?.last).toBe(last);
      for (const [index, prefix] of cover.slice(1).entries()) {
        const previous = cover[index];
        expect(BigInt(prefix.first)).toBe(BigInt(previous?.last ?? 0) + 1n);
        // Two halves of one prefix would mean one prefix too many.
        const parent = prefixOf({ family: of, value: prefix.first }, prefix.length - 1);
        expect(previous?.length === prefix.length && parent.first === previous.first).toBe(false);
      }
    }),
  );
});

test("an empty range is refused", () => {
  expect(() => coverRange(4, 1, 0)).toThrow("no range: 0.0.0.1 to 0.0.0.0");
});

test("the sweep finds the overlaps that comparing each with each finds", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const swept: [number, number][] = [];
      sweepOverlaps(list, (entry, enclosing) => {
        swept.push(...enclosing.map((outer): [number, number] => [outer.value, entry.value]));
      });
      const compared = list.flatMap((inner) =>
        list
          .filter((outer) => outer !== inner && containsPrefix(outer.prefix, inner.prefix))
          .filter((outer) => !samePrefix(outer.prefix, inner.prefix) || outer.value < inner.value)
          .map((outer): [number, number] => [outer.value, inner.value]),
      );
      expect(swept.sort(byPair)).toEqual(compared.sort(byPair));
    }),
  );
});

function byPair(a: [number, number], b: [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}
