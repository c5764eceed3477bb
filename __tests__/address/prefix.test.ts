import fc from "fast-check";
import { IPv4CidrRange } from "ip-num";
import {
  addressText,
  containsAddress,
  containsPrefix,
  literalPrefix,
  overlaps,
  type Prefix,
  parsePrefix,
  prefixOf,
  samePrefix,
} from "../../address/prefix";
import { bits, CELLS, lowest, prefix, SPACES } from "./small-space";

test.each<Prefix>([
  { family: 4, length: 0, first: 0, last: 4294967295, text: "0.0.0.0/0" },
  { family: 4, length: 1, first: 2147483648, last: 4294967295, text: "128.0.0.0/1" },
  { family: 4, length: 9, first: 167772160, last: 176160767, text: "10.0.0.0/9" },
  { family: 4, length: 23, first: 174326784, last: 174327295, text: "10.100.4.0/23" },
  { family: 4, length: 32, first: 167772161, last: 167772161, text: "10.0.0.1/32" },
  { family: 4, length: 32, first: 4294967295, last: 4294967295, text: "255.255.255.255/32" },
  { family: 6, length: 0, first: 0n, last: 2n ** 128n - 1n, text: "::/0" },
  { family: 6, length: 32, first: 0x20010db8n << 96n, last: (0x20010db9n << 96n) - 1n, text: "2001:db8::/32" },
  { family: 6, length: 128, first: 1n, last: 1n, text: "::1/128" },
])("$text is a prefix", (value) => {
  expect(parsePrefix(value.text)).toEqual({ ok: true, value });
});

test("IPv6 may be written in any form, and is kept in the canonical one", () => {
  expect(parsePrefix("2001:0DB8:0:0::/48")).toEqual(parsePrefix("2001:db8::/48"));
});

test.each([
  ["", "it is empty"],
  ["/", "it has no address before the mask"],
  ["/8", "it has no address before the mask"],
  ["10.100.0.0", "it has no mask"],
  ["2001:db8::", "it has no mask"],
  ["10.0.0.0/", "it has no mask"],
  ["10.1", "an IPv4 address has four octets"],
  ["10.0.0/8", "an IPv4 address has four octets"],
  ["10/8", "an IPv4 address has four octets"],
  ["010.0.0.0/8", "octet 010 has a leading zero"],
  ["10.0.256.0/24", "octet 256 is over 255"],
  ["10.110.0.0/99", "prefix length 99 is over 32"],
  ["10.110.0.0/33", "prefix length 33 is over 32"],
  ["10.110.0.0/033", "prefix length 33 is over 32"],
  ["2001:db8::/129", "prefix length 129 is over 128"],
  [" 10.0.0.0/8", "it holds white space"],
  ["10.0.0.0 /8", "it holds white space"],
  ["10.0.0.0/ 8", "it holds white space"],
  ["10.0.0.0/8\n", "it holds white space"],
  ["10.0.0.0/-1", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/+8", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/1e1", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/8.0", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/8/8", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/:", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/9999999999", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/255.0.255.0", "its mask is not a number from 0 to 32"],
  ["10.0.0.0/0.0.0.255", "its mask is not a number from 0 to 32"],
  ["2001:db8::/255.0.0.0", "its mask is not a number from 0 to 128"],
  ["::ffff:10.0.0.0/104", "it is the IPv4 address 10.0.0.0, written as IPv6"],
  ["10.0.0.0-10.0.0.255", "not an IP address"],
  ["${var.hub_prefix}", "not an IP address"],
])("%j is no prefix: %s", (text, problem) => {
  expect(parsePrefix(text)).toEqual({ ok: false, problem });
});

test.each([
  ["10.100.4.5/23", "it has host bits set; right would be 10.100.4.0/23", "10.100.4.0/23"],
  ["10.0.0.0/0", "it has host bits set; right would be 0.0.0.0/0", "0.0.0.0/0"],
  ["255.255.255.255/31", "it has host bits set; right would be 255.255.255.254/31", "255.255.255.254/31"],
  ["2001:db8::1/32", "it has host bits set; right would be 2001:db8::/32", "2001:db8::/32"],
  ["10.0.0.0/024", "prefix length 024 has a leading zero; right would be 10.0.0.0/24", "10.0.0.0/24"],
  ["10.0.0.5/024", "prefix length 024 has a leading zero; right would be 10.0.0.0/24", "10.0.0.0/24"],
  ["0.0.0.0/00", "prefix length 00 has a leading zero; right would be 0.0.0.0/0", "0.0.0.0/0"],
  ["::/00", "prefix length 00 has a leading zero; right would be ::/0", "::/0"],
  ["10.0.2.0/255.255.254.0", "its mask is written 255.255.254.0; right would be 10.0.2.0/23", "10.0.2.0/23"],
  ["0.0.0.0/0.0.0.0", "its mask is written 0.0.0.0; right would be 0.0.0.0/0", "0.0.0.0/0"],
  ["10.0.0.1/255.255.255.255", "its mask is written 255.255.255.255; right would be 10.0.0.1/32", "10.0.0.1/32"],
])("%j is no prefix, but tells which is meant: %s", (text, problem, meant) => {
  expect(parsePrefix(text)).toEqual({ ok: false, problem, meant: literalPrefix(meant) });
});

const length4 = fc.nat(32);
const value4 = fc.nat(2 ** 32 - 1);
const value6 = fc.bigInt(0n, 2n ** 128n - 1n);

test("every address and length that fit together make a prefix, and no others do", () => {
  fc.assert(
    fc.property(value4, length4, fc.boolean(), (value, length, fitting) => {
      const given = fitting ? Number(prefixOf({ family: 4, value }, length).first) : value;
      const text = `${addressText(4, given)}/${length}`;
      const hostBits = given.toString(2).padStart(32, "0").slice(length);
      const parsed = parsePrefix(text);
      expect(parsed.ok).toBe(!hostBits.includes("1"));
      expect(parsed.ok ? parsed.value : parsed.meant).toEqual(prefixOf({ family: 4, value }, length));
    }),
  );
});

test("IPv4 prefixes begin and end where ip-num says", () => {
  fc.assert(
    fc.property(value4, length4, (value, length) => {
      const { text, first, last } = prefixOf({ family: 4, value }, length);
      const range = IPv4CidrRange.fromCidr(text);
      expect([BigInt(first), BigInt(last)]).toEqual([range.getFirst().getValue(), range.getLast().getValue()]);
    }),
  );
});

test("IPv6 prefixes begin and end where their bits say, and read back", () => {
  fc.assert(
    fc.property(value6, fc.nat(128), (value, length) => {
      const found = prefixOf({ family: 6, value }, length);
      const kept = value.toString(2).padStart(128, "0").slice(0, length);
      expect(found).toEqual({
        family: 6,
        length,
        first: BigInt(`0b${kept.padEnd(128, "0")}`),
        last: BigInt(`0b${kept.padEnd(128, "1")}`),
        text: found.text,
      });
      // ::ffff:0:0/96 and longer are IPv4 written as IPv6.
      fc.pre(BigInt(found.first) >> 32n !== 0xffffn);
      expect(parsePrefix(found.text)).toEqual({ ok: true, value: found });
    }),
  );
});

test("whatever is read as a prefix is what was written, and nothing makes it throw", () => {
  const part = fc.oneof(
    fc.nat(300).map(String),
    fc.constantFrom("", "00", "01", "255.255.0.0", "::", "fe80::1", "\u200b"),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.tuple(fc.oneof(fc.ipV4(), fc.ipV6(), part), part).map((parts) => parts.join("/")),
    fc.tuple(value4, length4).map(([value, length]) => `${addressText(4, value)}/${length}`),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parsePrefix(written);
      const whole = parsed.ok && parsed.value.family === 4 ? parsed.value.text : written;
      expect({ whole, problem: parsed.ok || parsed.problem !== "" }).toEqual({ whole: written, problem: true });
    }),
    { numRuns: 500 },
  );
});

test.each([
  [4, 33],
  [4, -1],
  [4, 1.5],
  [6, 129],
] as const)("IPv%d has no prefix length %d", (family, length) => {
  const value = family === 4 ? 0 : 0n;
  expect(() => prefixOf({ family, value }, length)).toThrow(
    new RangeError(`no prefix length of IPv${family}: ${length}`),
  );
});

test("a prefix in the source that is none is a programming error", () => {
  expect(() => literalPrefix("10.0.0.1/8")).toThrow(
    new RangeError("10.0.0.1/8: it has host bits set; right would be 10.0.0.0/8"),
  );
});

describe.each(SPACES)("in the space of IPv$family after $lead", (space) => {
  test("a prefix is what its bits say, whichever address it is made from", () => {
    fc.assert(
      fc.property(bits, fc.nat(255), (tail, cell) => {
        const inside = tail + (CELLS[cell] ?? "").slice(tail.length);
        const value = lowest(space, inside);
        expect(prefixOf({ family: space.family, value }, space.lead.length + tail.length)).toEqual(prefix(space, tail));
      }),
    );
  });

  test("it holds the addresses that begin with its bits", () => {
    fc.assert(
      fc.property(bits, (tail) => {
        const held = CELLS.filter((cell) =>
          containsAddress(prefix(space, tail), { family: space.family, value: lowest(space, cell) }),
        );
        expect(held).toEqual(CELLS.filter((cell) => cell.startsWith(tail)));
      }),
    );
  });

  test("prefixes contain, overlap and equal each other as their cells do", () => {
    fc.assert(
      fc.property(bits, bits, (left, right) => {
        const [a, b] = [prefix(space, left), prefix(space, right)];
        const cellsOf = (tail: string) => CELLS.filter((cell) => cell.startsWith(tail));
        const shared = cellsOf(left).filter((cell) => cellsOf(right).includes(cell)).length;
        expect({ contains: containsPrefix(a, b), overlaps: overlaps(a, b), same: samePrefix(a, b) }).toEqual({
          contains: shared === cellsOf(right).length,
          overlaps: shared > 0,
          same: shared === cellsOf(right).length && shared === cellsOf(left).length,
        });
      }),
    );
  });
});

test("families never meet, not even where their numbers are equal", () => {
  const four = literalPrefix("0.0.0.0/0");
  const six = literalPrefix("::/0");
  expect([
    overlaps(four, six),
    overlaps(six, four),
    containsPrefix(six, four),
    containsPrefix(four, six),
    samePrefix(literalPrefix("0.0.0.0/32"), literalPrefix("::/32")),
    containsAddress(six, { family: 4, value: 1 }),
    containsAddress(four, { family: 6, value: 1n }),
  ]).toEqual([false, false, false, false, false, false, false]);
});
