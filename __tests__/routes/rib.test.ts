import fc from "fast-check";
import { literalPrefix, prefixOf } from "../../address/prefix";
import { Rib } from "../../routes/rib";
import { UnsortedRoutes } from "../../routes/unsorted-routes";

function ribOf(prefixes: readonly string[]): Rib {
  const routes = new UnsortedRoutes();
  for (const [source, text] of prefixes.entries()) {
    const { first, length } = literalPrefix(text);
    routes.add(Number(first), length, source);
  }
  return Rib.of(routes);
}

/** Each interval with the prefix lengths that hold it. */
function walked(prefixes: readonly string[]): [first: number, last: number, lengths: number[]][] {
  const rib = ribOf(prefixes);
  const found: [number, number, number[]][] = [];
  rib.walk((first, last, chain, depth) => {
    found.push([first, last, [...chain.subarray(0, depth)].map((group) => rib.lengthOf(group))]);
  });
  return found;
}

describe("routes in address order", () => {
  test("put equal prefixes together, in the order in which they came", () => {
    const rib = ribOf(["10.0.0.0/8", "9.0.0.0/8", "10.0.0.0/8"]);
    expect([rib.size, rib.groupCount]).toEqual([3, 2]);
    const [start, end] = [rib.startOf(1), rib.startOf(2)];
    expect([start, end, rib.sourceAt(start), rib.sourceAt(start + 1)]).toEqual([1, 3, 0, 2]);
  });

  test("reach the last address of all", () => {
    expect(walked(["0.0.0.0/0", "128.0.0.0/1", "255.255.255.255/32"])).toEqual([
      [0, 2 ** 31 - 1, [0]],
      [2 ** 31, 2 ** 32 - 2, [0, 1]],
      [2 ** 32 - 1, 2 ** 32 - 1, [0, 1, 32]],
    ]);
    expect(walked([])).toEqual([]);
  });

  test("are cut into intervals that each have the prefixes which hold every address of them", () => {
    const prefix = fc
      .tuple(fc.integer({ min: 27, max: 32 }), fc.nat({ max: 31 }))
      .map(([length, offset]) => prefixOf({ family: 4, value: 0x0a000000 + offset }, length));
    fc.assert(
      fc.property(fc.array(prefix, { maxLength: 12 }), (prefixes) => {
        const intervals = walked(prefixes.map(({ text }) => text));
        for (let address = 0x0a000000; address < 0x0a000000 + 32; address += 1) {
          const here = intervals.filter(([first, last]) => first <= address && address <= last);
          const holding = prefixes.filter(({ first, last }) => first <= address && address <= last);
          const lengths = [...new Set(holding.map(({ length }) => length))].sort((a, b) => a - b);
          expect(here.map(([, , found]) => found)).toEqual(lengths.length > 0 ? [lengths] : []);
        }
      }),
    );
  });
});
