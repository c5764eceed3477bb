import { type AddressRange, parseRange, rangesMeet, withoutRange } from "../../address/range";

function range(text: string): AddressRange {
  const parsed = parseRange(text);
  if (!parsed.ok) {
    throw new Error(`${text}: ${parsed.problem}`);
  }
  return parsed.value;
}

describe("a range of addresses", () => {
  test("is written as an address, a prefix, or its first and last address", () => {
    expect(range("10.0.0.4")).toMatchObject({ family: 4, first: 0x0a00_0004, last: 0x0a00_0004 });
    expect(range("10.0.0.0/30")).toMatchObject({ family: 4, first: 0x0a00_0000, last: 0x0a00_0003 });
    expect(range("10.0.0.4-10.0.0.9")).toEqual({ family: 4, first: 0x0a00_0004, last: 0x0a00_0009 });
    expect(range("2001:db8::1-2001:db8::f")).toMatchObject({ family: 6 });
  });

  test.each([
    ["AzureCloud"],
    ["10.0.0.4-"],
    ["10.0.0.4-10.0.0.9-10.0.0.12"],
    ["10.0.0.9-10.0.0.4"],
    ["10.0.0.4-2001:db8::1"],
  ])("is not %s", (text) => {
    expect(parseRange(text).ok).toBe(false);
  });

  test("meets another where they share an address of one family", () => {
    expect(rangesMeet(range("10.0.0.0/24"), range("10.0.0.255-10.0.1.3"))).toBe(true);
    expect(rangesMeet(range("10.0.0.0/24"), range("10.0.1.0"))).toBe(false);
    expect(rangesMeet(range("0.0.0.0/0"), range("::/0"))).toBe(false);
  });

  test("leaves what is before and behind it when it is taken out of others", () => {
    const left = withoutRange([range("10.0.0.0/24"), range("10.0.2.0/24")], range("10.0.0.16-10.0.0.31"));
    expect(left).toEqual([
      { ...range("10.0.0.0/24"), last: 0x0a00_000f },
      { ...range("10.0.0.0/24"), first: 0x0a00_0020 },
      range("10.0.2.0/24"),
    ]);
    expect(withoutRange([range("10.0.0.0/24")], range("10.0.0.0/16"))).toEqual([]);
    expect(withoutRange([range("2001:db8::/126")], range("2001:db8::-2001:db8::2"))).toMatchObject([
      { first: 0x2001_0db8_0000_0000_0000_0000_0000_0003n },
    ]);
  });
});
