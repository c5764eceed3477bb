import { isIPv4, isIPv6 } from "node:net";
import fc from "fast-check";
import { IPv4, IPv6 } from "ip-num";
import { addressText, isPrivateAddress, parseAddress } from "../../address/address";
import { ipv6Value } from "../../address/ipv6-text";

test.each([
  ["10.0.0.1", { family: 4, value: 167772161, text: "10.0.0.1" }],
  ["255.255.255.255", { family: 4, value: 4294967295, text: "255.255.255.255" }],
  ["0.0.0.0", { family: 4, value: 0, text: "0.0.0.0" }],
  ["128.0.0.0", { family: 4, value: 2147483648, text: "128.0.0.0" }],
  ["2001:DB8:0:0:0:0:0:1", { family: 6, value: 0x20010db8000000000000000000000001n, text: "2001:db8::1" }],
  ["2001:0db8::0001", { family: 6, value: 0x20010db8000000000000000000000001n, text: "2001:db8::1" }],
  ["1:0:0:2:0:0:0:3", { family: 6, value: 0x00010000000000020000000000000003n, text: "1:0:0:2::3" }],
  ["1:0:2:3:4:5:6:7", { family: 6, value: 0x00010000000200030004000500060007n, text: "1:0:2:3:4:5:6:7" }],
  ["64:ff9b::1.2.3.4", { family: 6, value: 0x0064ff9b000000000000000001020304n, text: "64:ff9b::102:304" }],
  ["::", { family: 6, value: 0n, text: "::" }],
  [
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    { family: 6, value: 2n ** 128n - 1n, text: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" },
  ],
])("%s is an address", (text, value) => {
  expect(parseAddress(text)).toEqual({ ok: true, value });
});

test.each([
  ["", "it is empty"],
  [" 10.0.0.1", "it holds white space"],
  ["10.0.0.1\n", "it holds white space"],
  ["10.0.0.1\u00a0", "it holds white space"],
  ["10.0.0.1\u200b", "it holds U+200B, which is in no address"],
  ["１0.0.0.1", "it holds U+FF11, which is in no address"],
  ["10.0.0.1/24", "an address has no mask"],
  ["10", "an IPv4 address has four octets"],
  ["10.1", "an IPv4 address has four octets"],
  ["10.0.0.", "an IPv4 address has four octets"],
  ["1.2.3.4.5", "an IPv4 address has four octets"],
  ["010.0.0.1", "octet 010 has a leading zero"],
  ["10.0.0.00", "octet 00 has a leading zero"],
  ["10.0.0.256", "octet 256 is over 255"],
  ["10.0.0.999999999999", "octet 999999999999 is over 255"],
  ["0x0a.0.0.1", "not an IP address"],
  ["10.-1.0.1", "not an IP address"],
  ["1e1.0.0.1", "not an IP address"],
  ["10.0.0.1:80", "not an IP address"],
  ["hq.example.com", "not an IP address"],
  ["[::1]", "not an IP address"],
  ["1::2::3", "not an IP address"],
  ["1:2:3:4:5:6:7", "not an IP address"],
  ["1:2:3:4::5:6:7:8", "not an IP address"],
  ["12345::", "not an IP address"],
  ["::010.0.0.1", "not an IP address"],
  ["1".repeat(1000), "not an IP address"],
  ["fe80::1%eth0", "it has a zone (%), which means something on one machine only"],
])("%j is no address: %s", (text, problem) => {
  expect(parseAddress(text)).toEqual({ ok: false, problem });
});

test.each(["::ffff:10.0.0.1", "::ffff:a00:1", "0:0:0:0:0:FFFF:0a00:0001"])(
  "%s is refused, since as IPv6 it would overlap no IPv4 prefix",
  (text) => {
    expect(parseAddress(text)).toEqual({
      ok: false,
      problem: "it is the IPv4 address 10.0.0.1, written as IPv6",
      meant: { family: 4, value: 167772161, text: "10.0.0.1" },
    });
  },
);

test.each([
  ["::fffe:ffff:ffff", true],
  ["::ffff:0:0", false],
  ["::ffff:255.255.255.255", false],
  ["::1:0:0:0", true],
])("%s is an IPv6 address: %s", (text, answer) => {
  expect(parseAddress(text).ok).toBe(answer);
});

test.each(["fe80::1%eth0", "::1/64", "", " ::1", "10.0.0.1"])("%j has no IPv6 value", (text) => {
  expect(ipv6Value(text)).toBeUndefined();
});

const value4 = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const value6 = fc.bigInt(0n, 2n ** 128n - 1n).filter((value) => value >> 32n !== 0xffffn);

test("what is printed reads back as the same value, in both families", () => {
  fc.assert(
    fc.property(value4, value6, (four, six) => {
      const text4 = addressText(4, four);
      const text6 = addressText(6, six);
      expect([parseAddress(text4), parseAddress(text6)]).toEqual([
        { ok: true, value: { family: 4, value: four, text: text4 } },
        { ok: true, value: { family: 6, value: six, text: text6 } },
      ]);
    }),
  );
});

test("values are those of ip-num, in both families", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV6(), (four, six) => {
      expect([numberOf(four), numberOf(six)]).toEqual([
        IPv4.fromString(four).getValue(),
        mappedOr(IPv6.fromString(six).getValue()),
      ]);
    }),
  );
});

function numberOf(text: string): bigint | undefined {
  const parsed = parseAddress(text);
  return parsed.ok ? BigInt(parsed.value.value) : undefined;
}

function mappedOr(value: bigint): bigint | undefined {
  return value >> 32n === 0xffffn ? undefined : value;
}

test("IPv6 is printed as browsers print it", () => {
  fc.assert(
    fc.property(value6, fc.integer({ min: 0, max: 255 }), (value, zeros) => {
      // Some groups made zero, or runs of them would hardly occur.
      const groups = Array.from({ length: 8 }, (_, group) =>
        (zeros >> group) & 1 ? "0" : ((value >> BigInt(16 * group)) & 0xffffn).toString(16),
      );
      const parsed = parseAddress(groups.join(":"));
      const printed = new URL(`http://[${groups.join(":")}]/`).hostname.slice(1, -1);
      expect(parsed.ok ? parsed.value.text : printed).toBe(printed);
    }),
  );
});

// Nearly right texts: the parts of an address with something changed, left out or put in.
const group = fc.oneof(
  fc.constantFrom("", "0", "00", "ffff", "12345"),
  fc.nat(65535).map((value) => value.toString(16)),
);
const octet = fc.oneof(fc.constantFrom("", "0", "00", "01", "256", "1e1"), fc.nat(300).map(String));
const dotted = fc.array(octet, { minLength: 3, maxLength: 5 }).map((octets) => octets.join("."));
const colons = fc.array(fc.oneof({ weight: 8, arbitrary: group }, { weight: 1, arbitrary: dotted }), { maxLength: 10 });
const nearlyRight = fc
  .tuple(
    fc.oneof(
      dotted,
      colons.map((groups) => groups.join(":")),
    ),
    fc.nat(50),
    fc.constantFrom("", "", "", ".", ":", "::", "0", "g", "-"),
  )
  .map(([text, at, added]) => text.slice(0, at) + added + text.slice(at));

test("exactly what the operating system takes for an address is one", () => {
  fc.assert(
    fc.property(fc.oneof(nearlyRight, fc.string(), fc.string({ unit: "binary" })), (text) => {
      const parsed = parseAddress(text);
      const family = parsed.ok ? parsed.value.family : parsed.meant === undefined ? 0 : 6;
      // A zone is the one thing that Node takes and we don't.
      const taken = text.includes("%") ? 0 : isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0;
      expect({ text, family }).toEqual({ text, family: taken });
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ["9.255.255.255", false],
  ["10.0.0.0", true],
  ["10.255.255.255", true],
  ["11.0.0.0", false],
  ["172.15.255.255", false],
  ["172.16.0.0", true],
  ["172.31.255.255", true],
  ["172.32.0.0", false],
  ["192.167.255.255", false],
  ["192.168.0.0", true],
  ["192.168.255.255", true],
  ["192.169.0.0", false],
  ["100.63.255.255", false],
  ["100.64.0.0", true],
  ["100.127.255.255", true],
  ["100.128.0.0", false],
  ["169.254.21.2", false],
  ["203.0.113.1", false],
  ["fbff:ffff::", false],
  ["fc00::", true],
  ["fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true],
  ["fe00::", false],
  ["::a00:1", false],
])("Azure treats %s as private: %s", (text, answer) => {
  const parsed = parseAddress(text);
  expect(parsed.ok && isPrivateAddress(parsed.value)).toBe(answer);
});
