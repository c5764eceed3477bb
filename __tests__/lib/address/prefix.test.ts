import fc from "fast-check";
import { addressText, parseAddress } from "../../../lib/address/address";
import { containsAddress, containsPrefix, overlaps, parsePrefix, prefixOf } from "../../../lib/address/prefix";
import { isPrivateAddress } from "../../../lib/address/private";
import { reservedRangeOf } from "../../../lib/address/reserved-ranges";

function prefix(text: string) {
  const parsed = parsePrefix(text);
  if (!parsed.ok) {
    throw new Error(`${text}: ${parsed.problem}`);
  }
  return parsed.value;
}

function address(text: string) {
  const parsed = parseAddress(text);
  if (!parsed.ok) {
    throw new Error(`${text}: ${parsed.problem}`);
  }
  return parsed.value;
}

test.each([
  ["10.0.0.1", { family: 4, value: 167772161, text: "10.0.0.1" }],
  ["255.255.255.255", { family: 4, value: 4294967295, text: "255.255.255.255" }],
  ["0.0.0.0", { family: 4, value: 0, text: "0.0.0.0" }],
  ["2001:DB8::1", { family: 6, value: 0x20010db8000000000000000000000001n, text: "2001:db8::1" }],
  ["::", { family: 6, value: 0n, text: "::" }],
  ["::ffff:1.2.3.4", { family: 6, value: 0xffff01020304n, text: "::ffff:102:304" }],
])("%s is an address", (text, value) => {
  expect(parseAddress(text)).toEqual({ ok: true, value });
});

test.each([
  ["", "it is empty"],
  [" 10.0.0.1", "it holds white space"],
  ["10.0.0.1\n", "it holds white space"],
  ["10.0.0.1/24", "an address has no mask"],
  ["10.1", "not an IP address"],
  ["1.2.3.4.5", "not an IP address"],
  ["0x0a.0.0.1", "not an IP address"],
  ["10.-1.0.1", "not an IP address"],
  ["010.0.0.1", "octet 010 has a leading zero"],
  ["10.0.0.256", "octet 256 is over 255"],
  ["hq.example.com", "not an IP address"],
  ["fe80::1%eth0", "not an IP address"],
  ["1::2::3", "not an IP address"],
  ["12345::", "not an IP address"],
])("%j is no address: %s", (text, problem) => {
  expect(parseAddress(text)).toEqual({ ok: false, problem });
});

test.each(["0.0.0.0/0", "10.0.0.0/8", "10.100.0.0/23", "10.0.0.1/32", "255.255.255.255/32", "2001:db8::/32", "::/0"])(
  "%s is a prefix",
  (text) => {
    expect(parsePrefix(text)).toMatchObject({ ok: true, value: { text } });
  },
);

test.each([
  ["10.100.0.0", "it has no mask", undefined],
  ["10.100.0.5/23", "it has host bits set; the prefix is 10.100.0.0/23", "10.100.0.0/23"],
  ["10.0.0.0/024", "prefix length 024 has a leading zero", "10.0.0.0/24"],
  ["10.110.0.0/99", "prefix length 99 is over 32", undefined],
  ["2001:db8::/129", "prefix length 129 is over 128", undefined],
  ["10.0.0.0/", '"" is not a prefix length', undefined],
  ["10.0.0.0/-1", '"-1" is not a prefix length', undefined],
  ["10.0.0.0/ 8", '" 8" is not a prefix length', undefined],
  ["10.0.0.0/255.0.0.0", '"255.0.0.0" is not a prefix length', undefined],
  ["10.0.0.0/8/8", '"8/8" is not a prefix length', undefined],
  ["010.0.0.0/8", "octet 010 has a leading zero", undefined],
  ["10.0.0/8", "not an IP address", undefined],
  ["/8", "it is empty", undefined],
  ["", "it is empty", undefined],
])("%j is no prefix: %s", (text, problem, meant) => {
  const parsed = parsePrefix(text);
  expect(parsed).toMatchObject({ ok: false, problem });
  expect(parsed.ok ? undefined : parsed.meant?.text).toBe(meant);
});

test("the ends of a prefix are exact, at every length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }), (value, length) => {
      const { first, last } = prefixOf({ family: 4, value }, length);
      const bits = value.toString(2).padStart(32, "0").slice(0, length);
      expect(first).toBe(Number.parseInt(bits.padEnd(32, "0"), 2));
      expect(last).toBe(Number.parseInt(bits.padEnd(32, "1"), 2));
    }),
  );
});

test("what is printed reads back as the same value, in both families", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 128n - 1n), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (six, four) => {
      expect(parseAddress(addressText(6, six))).toMatchObject({ ok: true, value: { value: six } });
      expect(parseAddress(addressText(4, four))).toMatchObject({ ok: true, value: { value: four } });
    }),
  );
});

test("prefixes overlap when they share an address, by trying every address of a small space", () => {
  const small = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }));
  fc.assert(
    fc.property(small, small, ([a, aLength], [b, bLength]) => {
      const [left, right] = [prefixOf({ family: 4, value: a }, aLength), prefixOf({ family: 4, value: b }, bLength)];
      const all = Array.from({ length: 256 }, (_, value) => ({ family: 4, value }) as const);
      const shared = all.filter((one) => containsAddress(left, one) && containsAddress(right, one));
      expect(overlaps(left, right)).toBe(shared.length > 0);
      expect(containsPrefix(left, right)).toBe(
        all.filter((one) => containsAddress(right, one)).every((one) => containsAddress(left, one)),
      );
    }),
  );
});

test("families never mix", () => {
  expect(overlaps(prefix("0.0.0.0/0"), prefix("::/0"))).toBe(false);
  expect(containsAddress(prefix("::/0"), address("10.0.0.1"))).toBe(false);
});

test.each([
  ["10.1.2.3", true],
  ["172.15.255.255", false],
  ["172.16.0.0", true],
  ["172.32.0.0", false],
  ["192.168.0.1", true],
  ["100.64.0.1", true],
  ["100.128.0.0", false],
  ["203.0.113.1", false],
  ["fd00::1", true],
  ["2001:db8::1", false],
])("Azure treats %s as private: %s", (text, answer) => {
  expect(isPrivateAddress(address(text))).toBe(answer);
});

test.each([
  ["0.0.0.0/0", undefined],
  ["0.0.0.0/8", "0.0.0.0/8"],
  ["0.1.0.0/16", "0.0.0.0/8"],
  ["127.0.0.0/24", "127.0.0.0/8"],
  ["169.254.21.0/24", "169.254.0.0/16"],
  ["169.0.0.0/8", undefined],
  ["239.0.0.0/8", "224.0.0.0/4"],
  ["168.63.129.16/32", "168.63.129.16/32"],
  ["168.63.129.0/24", undefined],
  ["10.0.0.0/8", undefined],
])("the range of Azure's own that holds %s is %s", (text, range) => {
  expect(reservedRangeOf(prefix(text))?.prefix.text).toBe(range);
});
