import { literalPrefix } from "../../address/prefix";
import { RESERVED_RANGES, reservedRangeOf } from "../../address/reserved-ranges";

test("these ranges are Azure's own", () => {
  expect(RESERVED_RANGES.map(({ prefix, reason }) => [prefix.text, reason])).toEqual([
    ["0.0.0.0/8", "this network (RFC 791)"],
    ["127.0.0.0/8", "loopback"],
    ["169.254.0.0/16", "link-local (APIPA)"],
    ["224.0.0.0/4", "multicast"],
    ["255.255.255.255/32", "broadcast"],
    ["168.63.129.16/32", "Azure's own platform address (DNS, DHCP, health probes)"],
  ]);
});

test.each([
  ["0.0.0.0/0", undefined],
  ["0.0.0.0/7", undefined],
  ["0.0.0.0/8", "0.0.0.0/8"],
  ["0.1.0.0/16", "0.0.0.0/8"],
  ["1.0.0.0/8", undefined],
  ["127.0.0.0/24", "127.0.0.0/8"],
  ["169.254.21.0/24", "169.254.0.0/16"],
  ["169.0.0.0/8", undefined],
  ["223.255.255.0/24", undefined],
  ["239.0.0.0/8", "224.0.0.0/4"],
  ["240.0.0.0/4", undefined],
  ["255.255.255.255/32", "255.255.255.255/32"],
  ["168.63.129.16/32", "168.63.129.16/32"],
  ["168.63.129.17/32", undefined],
  ["168.63.129.0/24", undefined],
  ["10.0.0.0/8", undefined],
  ["::/8", undefined],
])("the range of Azure's own that holds %s is %s", (text, range) => {
  expect(reservedRangeOf(literalPrefix(text))?.prefix.text).toBe(range);
});
