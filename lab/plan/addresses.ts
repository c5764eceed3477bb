import { type Address, addressText } from "../../address/address";
import { literalPrefix, overlaps, type Prefix } from "../../address/prefix";

// Ranges that hardly any network uses: for benchmarks (RFC 2544), and between carriers and their customers (RFC 6598).
const RANGES = [literalPrefix("198.18.0.0/15"), literalPrefix("100.64.0.0/10")];

/** Where the lab takes addresses from that no file names: a range that nothing of the network overlaps. */
export function linkRangeBeside(used: readonly Prefix[]): Prefix | undefined {
  return RANGES.find((range) => !used.some((prefix) => overlaps(range, prefix)));
}

/** The nth address of a prefix; the first is the 0th. */
export function nth({ first }: Pick<Prefix, "first">, index: number): Address {
  const value = Number(first) + index;
  return { family: 4, value, text: addressText(4, value) };
}

/** An address for a host in a prefix, which nobody else has. */
export function hostIn(prefix: Prefix, taken: ReadonlySet<string>): Address | undefined {
  const size = 2 ** (32 - prefix.length);
  // Azure keeps the first four of a subnet, and routers often the first ones: begin behind them.
  const first = size > 16 ? 10 : size > 2 ? 1 : 0;
  for (let index = first; index < Math.min(size, first + 100); index += 1) {
    const address = nth(prefix, index);
    if (!taken.has(address.text)) {
      return address;
    }
  }
  return undefined;
}

/** The first private AS number that nobody here has. */
export function freeAsn(taken: ReadonlySet<number>): number {
  let asn = 64512;
  while (taken.has(asn)) {
    asn += 1;
  }
  return asn;
}

/** Where the router through which devices reach ExpressRoute stands in the range that the lab takes addresses from. */
export const CORE_ADDRESS = 1;
