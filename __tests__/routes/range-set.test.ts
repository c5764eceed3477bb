import fc from "fast-check";
import { cutAt, type Range } from "../../routes/covering";
import { RangeSet } from "../../routes/range-set";

const range: fc.Arbitrary<Range> = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 6 }))
  .map(([first, more]) => ({ first, last: first + more }));

function valuesOf({ first, last }: Range): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

describe("ranges that are asked for many times", () => {
  test("hold a range where they hold each address, and cut it where that changes", () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), range, (ranges, asked) => {
        const held = new Set(ranges.flatMap(valuesOf));
        const set = new RangeSet(ranges);
        expect(set.holds(asked)).toBe(valuesOf(asked).every((value) => held.has(value)));
        const parts = set.parts(asked);
        expect(parts.flatMap(({ range: part, isIn }) => valuesOf(part).map((value) => [value, isIn]))).toEqual(
          valuesOf(asked).map((value) => [value, held.has(value)]),
        );
        expect(parts.every(({ isIn }, index) => isIn !== parts[index - 1]?.isIn)).toBe(true);
      }),
    );
  });
});

describe("a range cut at edges", () => {
  test("is the same addresses, and begins anew at each edge inside it", () => {
    const edges = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 6 }).map((some) => some.sort((a, b) => a - b));
    fc.assert(
      fc.property(range, edges, (asked, at) => {
        const cut = cutAt(asked, at);
        expect(cut.flatMap(valuesOf)).toEqual(valuesOf(asked));
        const inside = at.filter((edge) => asked.first < edge && edge <= asked.last);
        expect(cut.map(({ first }) => first)).toEqual([asked.first, ...inside]);
      }),
    );
  });
});
