import { containsPrefix, literalPrefix, type Prefix } from "./prefix";

/** A range that Azure refuses in virtual networks, and so in hubs and in prefixes that it must route to. */
export interface ReservedRange {
  readonly prefix: Prefix;
  readonly reason: string;
}

/**
 * Ranges that Azure refuses. Azure's page names them for virtual networks; that they hold for a hub, which is one, is an
 * inference, and so is 0.0.0.0/8, which the page does not name but which is nobody's to use.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
export const RESERVED_RANGES: readonly ReservedRange[] = [
  { prefix: literalPrefix("0.0.0.0/8"), reason: "this network (RFC 791)" },
  { prefix: literalPrefix("127.0.0.0/8"), reason: "loopback" },
  { prefix: literalPrefix("169.254.0.0/16"), reason: "link-local (APIPA)" },
  { prefix: literalPrefix("224.0.0.0/4"), reason: "multicast" },
  { prefix: literalPrefix("255.255.255.255/32"), reason: "broadcast" },
  { prefix: literalPrefix("168.63.129.16/32"), reason: "Azure's own platform address (DNS, DHCP, health probes)" },
];

/** The range of Azure's own that a prefix lies in, if any. A prefix that merely contains one (0.0.0.0/0) does not. */
export function reservedRangeOf(prefix: Prefix): ReservedRange | undefined {
  return RESERVED_RANGES.find((range) => containsPrefix(range.prefix, prefix));
}
