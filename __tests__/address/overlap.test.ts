import fc from "fast-check";
import { overlappingPairs, sweepOverlaps } from "../../address/overlap";
import { literalPrefix, type Prefix } from "../../address/prefix";
import { sample } from "../sample";
import { type Entry, entries } from "./small-space";

interface Named {
  readonly name: string;
  readonly prefix: Prefix;
}

function named(...texts: [name: string, prefix: string][]): Named[] {
  return texts.map(([name, text]) => ({ name, prefix: literalPrefix(text) }));
}

function visits(list: readonly Named[]): string[] {
  const seen: string[] = [];
  sweepOverlaps(list, ({ name }, enclosing) => {
    seen.push(`${name} in ${enclosing.map((outer) => outer.name).join(", ")}`);
  });
  return seen;
}

test("a sweep names what lies inside what, in address order, the outermost first", () => {
  const list = named(
    ["subnet", "10.0.1.128/25"],
    ["spoke", "10.0.1.0/24"],
    ["branch", "10.1.0.0/16"],
    ["head office", "10.0.0.0/16"],
    ["everything", "0.0.0.0/0"],
    ["spoke again", "10.0.1.0/24"],
    ["IPv6", "::/0"],
    ["IPv6 spoke", "fd00::/64"],
  );
  expect(visits(list)).toEqual([
    "head office in everything",
    "spoke in everything, head office",
    "spoke again in everything, head office, spoke",
    "subnet in everything, head office, spoke, spoke again",
    "branch in everything",
    "IPv6 spoke in IPv6",
  ]);
});

test("neighbours don't overlap", () => {
  expect(
    visits(named(["a", "10.0.0.0/24"], ["b", "10.0.1.0/24"], ["c", "9.255.255.0/24"], ["d", "255.0.0.0/8"])),
  ).toEqual([]);
});

test("no entries, no visits", () => {
  expect(visits([])).toEqual([]);
});

test("the sweep leaves the list as it was", () => {
  const list = named(["b", "10.0.1.0/24"], ["a", "10.0.0.0/16"]);
  const before = [...list];
  sweepOverlaps(list, () => undefined);
  expect(list).toEqual(before);
});

test("each pair that overlaps is named once, the outer one first", () => {
  const pairs = overlappingPairs(
    named(["b", "10.0.1.0/24"], ["a", "10.0.0.0/16"], ["c", "10.0.1.0/24"], ["d", "10.1.0.0/16"]),
  );
  expect(pairs.map(([outer, inner]) => [outer.name, inner.name])).toEqual([
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ]);
});

// Comparing each with each, by their bits.

function holders(entry: Entry, list: readonly Entry[]): Entry[] {
  return list
    .filter((other) => other !== entry && other.family === entry.family && entry.bits.startsWith(other.bits))
    .filter((other) => other.bits !== entry.bits || other.value < entry.value)
    .sort((a, b) => a.bits.length - b.bits.length || a.value - b.value);
}

function byAddress(a: Entry, b: Entry): number {
  const [left, right] = [a, b].map(({ family, bits, value }) =>
    [family, bits.padEnd(128, "0"), String(bits.length).padStart(3, "0"), String(value).padStart(3, "0")].join(" "),
  );
  return String(left) < String(right) ? -1 : 1;
}

test("the sweep visits what comparing each entry with each finds, with the same enclosing ones", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const swept: { entry: Entry; enclosing: Entry[] }[] = [];
      sweepOverlaps(list, (entry, enclosing) => swept.push({ entry, enclosing: [...enclosing] }));
      const compared = [...list]
        .sort(byAddress)
        .map((entry) => ({ entry, enclosing: holders(entry, list) }))
        .filter(({ enclosing }) => enclosing.length > 0);
      expect(swept).toEqual(compared);
      expect(overlappingPairs(list)).toEqual(
        compared.flatMap(({ entry, enclosing }) => enclosing.map((outer) => [outer, entry])),
      );
    }),
    { numRuns: sample(300, 2_000) },
  );
});

test("a hundred thousand prefixes nested and side by side are counted right", () => {
  // 400 /16s, each with all 248 of its /24s up to .247, the larger ones last.
  const list = Array.from({ length: 400 * 249 }, (_, index) => {
    const outer = Math.floor(index / 249) * 65536;
    const part = 248 - (index % 249);
    return part === 248 ? cut(outer, 24, 247) : part === 0 ? cut(outer, 16, 0) : cut(outer, 24, part - 1);
  });
  let visited = 0;
  let enclosing = 0;
  sweepOverlaps(list, (_, around) => {
    visited += 1;
    enclosing += around.length;
  });
  expect({ visited, enclosing }).toEqual({ visited: 400 * 248, enclosing: 400 * 248 });
});

function cut(base: number, length: number, part: number): { prefix: Prefix } {
  const first = base + part * 256;
  return { prefix: { family: 4, length, first, last: first + 2 ** (32 - length) - 1, text: "" } };
}
