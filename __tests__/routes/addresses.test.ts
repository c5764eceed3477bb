import fc from "fast-check";
import { literalPrefix, prefixOf } from "../../address/prefix";
import { Addresses } from "../../routes/addresses";

const FIRST = 0x0a00_0000;

describe("addresses taken out of a prefix", () => {
  test("leave exactly the others, in the fewest prefixes", () => {
    const offset = fc.nat({ max: 31 });
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 6 }), offset, fc.integer({ min: 27, max: 32 }), (out, at, length) => {
        const prefix = prefixOf({ family: 4, value: FIRST + at }, length);
        const values = out.map((one) => FIRST + one);
        const held: number[] = [];
        for (let value = Number(prefix.first); value <= Number(prefix.last); value += 1) {
          held.push(value);
        }
        const addresses = new Addresses(values);
        const left = addresses.outOf(prefix);
        const told = left.flatMap(({ first, last }) =>
          held.filter((one) => Number(first) <= one && one <= Number(last)),
        );
        expect(told).toEqual(held.filter((one) => !values.includes(one)));
        expect(addresses.areIn(Number(prefix.first), length)).toBe(held.some((one) => values.includes(one)));
      }),
    );
  });

  test("leave an IPv6 prefix as it is", () => {
    const prefix = literalPrefix("fd00::/8");
    expect(new Addresses([FIRST]).outOf(prefix)).toEqual([prefix]);
  });
});
