import fc from "fast-check";
import { Intervals } from "../../routes/intervals";
import { PairNumbers } from "../../routes/pair-numbers";

describe("intervals of owners", () => {
  test("give each owner its addresses, in as few ranges as there can be", () => {
    const owners = fc.array(fc.option(fc.nat({ max: 3 }), { nil: undefined }), { maxLength: 200 });
    fc.assert(
      fc.property(owners, fc.subarray([0, 1, 2, 3]), (drawn, asked) => {
        const intervals = new Intervals();
        for (const [address, owner] of drawn.entries()) {
          if (owner !== undefined) {
            intervals.add(address, address, owner);
          }
        }
        const held = drawn.flatMap((owner, address) => (owner !== undefined && asked.includes(owner) ? [address] : []));
        const ranges = intervals.of(asked);
        const told = ranges.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
        );
        expect(told).toEqual(held);
        const starts = held.filter((address) => !held.includes(address - 1));
        expect(ranges.map(({ first }) => first)).toEqual(starts);
      }),
    );
  });

  test("can be added to after somebody asked", () => {
    const intervals = new Intervals();
    intervals.add(0, 3, 1);
    expect(intervals.of([1])).toEqual([{ first: 0, last: 3 }]);
    intervals.add(4, 7, 1);
    intervals.add(9, 2 ** 32 - 1, 0);
    expect(intervals.of([1])).toEqual([{ first: 0, last: 7 }]);
    expect(intervals.of([0, 1])).toEqual([
      { first: 0, last: 7 },
      { first: 9, last: 2 ** 32 - 1 },
    ]);
    expect(intervals.of([5])).toEqual([]);
  });
});

describe("numbers for pairs", () => {
  test("are the same for the same pair and no other, in the order in which they came", () => {
    const edge = fc.constantFrom(0, 1, 2, 63, 64, 2 ** 31, 2 ** 32 - 1);
    const pairs = fc.array(fc.tuple(edge, fc.nat({ max: 40 })), { maxLength: 400 });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const numbers = new PairNumbers();
        const expected = new Map<string, number>();
        for (const [left, right] of drawn) {
          const key = `${left} ${right}`;
          expected.set(key, expected.get(key) ?? expected.size + 1);
          const number = numbers.of(left, right);
          expect([number, numbers.leftOf(number), numbers.rightOf(number)]).toEqual([expected.get(key), left, right]);
        }
      }),
    );
  });
});
