import fc from "fast-check";
import { IPv4PrefixReader } from "../../address/ipv4-prefix-reader";
import { parsePrefix, prefixOf } from "../../address/prefix";
import { sample } from "../sample";

const reader = new IPv4PrefixReader();

/** What the reader makes of a text; undefined where it leaves it to others. */
function read(text: string): { first: number; length: number } | undefined {
  return reader.read(text) ? { first: reader.first, length: reader.length } : undefined;
}

/** The same by the strict parser. */
function parsed(text: string): { first: number; length: number } | undefined {
  const result = parsePrefix(text);
  return result.ok && result.value.family === 4
    ? { first: Number(result.value.first), length: result.value.length }
    : undefined;
}

const length = fc.integer({ min: 0, max: 32 });
const value = fc.integer({ min: 0, max: 0xffff_ffff });

describe("reading prefixes without objects", () => {
  test("reads every canonical prefix as the strict parser does", () => {
    const canonical = fc.tuple(value, length).map(([address, bits]) => prefixOf({ family: 4, value: address }, bits));
    fc.assert(
      fc.property(canonical, ({ text, first, length: bits }) => {
        expect(read(text)).toEqual({ first, length: bits });
      }),
      { numRuns: 2_000 },
    );
  });

  test("refuses everything else that the strict parser refuses", () => {
    const octet = fc.oneof(fc.nat({ max: 300 }).map(String), fc.constantFrom("00", "01", "010", "", "-1", "1e1", " 1"));
    const near = fc
      .tuple(fc.array(octet, { minLength: 3, maxLength: 5 }), fc.constantFrom("/", "", "//", "."), octet)
      .map(([octets, slash, bits]) => `${octets.join(".")}${slash}${bits}`);
    const hostBits = fc
      .tuple(value, length)
      .map(([address, bits]) => `${prefixOf({ family: 4, value: address }, 32).text.slice(0, -3)}/${bits}`);
    const junk = fc.string({ unit: fc.constantFrom(..."0123459./ :f") });
    fc.assert(
      fc.property(fc.oneof(near, hostBits, junk), (text) => {
        expect(read(text)).toEqual(parsed(text));
      }),
      { numRuns: sample(4_000, 40_000) },
    );
  });

  test("knows the ends", () => {
    const texts = [
      "0.0.0.0/0",
      "255.255.255.255/32",
      "128.0.0.0/1",
      "10.0.0.0/33",
      "10.0.0.1/31",
      "10.0.0.0/08",
      "::/0",
    ];
    expect(texts.map(read)).toEqual(texts.map(parsed));
    expect(texts.map((text) => read(text) !== undefined)).toEqual([true, true, true, false, false, false, false]);
  });
});
