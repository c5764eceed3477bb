import { IPv4, IPv4CidrRange } from "ip-num";
import LongestPrefixMatch from "longest-prefix-match";
import { ipv4Text } from "../../address/ipv4-text";
import { literalPrefix, type Prefix } from "../../address/prefix";
import { Rib } from "../../routes/rib";
import { UnsortedRoutes } from "../../routes/unsorted-routes";
import { cpuMs, type Row } from "../row";
import { randomPrefixes } from "./configurations";

// What the others can do in reasonable time: a loop takes prefixes times addresses.
const LOOP_SIZE = 300;
const TRIE_SIZE = 20_000;

/** The longest prefix for as many addresses as there are prefixes, all from text: ours beside two others. */
export function benchLookups(): Row[] {
  return [
    row("longest match from text, beside a loop over ip-num", LOOP_SIZE, byLoop, 1),
    row("longest match from text, beside longest-prefix-match", TRIE_SIZE, byTrie, 2),
  ];
}

/** The sum of the lengths of the longest prefixes: all must find the same. */
type Lookup = (prefixes: readonly string[], addresses: readonly string[]) => number;

function row(what: string, size: number, other: Lookup, runs: number): Row {
  const { overExpressRoute, throughTunnel } = randomPrefixes(size);
  const addresses = overExpressRoute.map((text) => ipv4Text(Number(literalPrefix(text).first)));
  const found = new Set([bySweep, other].map((lookup) => lookup(throughTunnel, addresses)));
  if (found.size !== 1) {
    throw new Error(`${what}: they find different prefixes`);
  }
  return {
    what,
    size: `${size} prefixes and addresses`,
    ours: cpuMs(() => bySweep(throughTunnel, addresses)),
    reference: cpuMs(() => other(throughTunnel, addresses), runs),
    aim: "below 1",
  };
}

/** One walk over the sorted prefixes, with the addresses among them. */
function bySweep(prefixes: readonly string[], addresses: readonly string[]): number {
  const routes = new UnsortedRoutes();
  const add = ({ first, length }: Prefix, source: number) => routes.add(Number(first), length, source);
  for (const text of prefixes) {
    add(literalPrefix(text), PREFIX);
  }
  for (const text of addresses) {
    add(literalPrefix(`${text}/32`), ADDRESS);
  }
  const rib = Rib.of(routes);
  let sum = 0;
  rib.walk((_first, _last, chain, depth) => {
    const group = chain[depth - 1] ?? 0;
    if (rib.lengthOf(group) === 32 && depth > 1) {
      sum += rib.lengthOf(chain[depth - 2] ?? 0) * (rib.startOf(group + 1) - rib.startOf(group));
    }
  });
  return sum;
}

const PREFIX = 1;
const ADDRESS = 2;

/** Every prefix is tried for every address. */
function byLoop(prefixes: readonly string[], addresses: readonly string[]): number {
  const ranges = prefixes.map((text) => IPv4CidrRange.fromCidr(text));
  let sum = 0;
  for (const text of addresses) {
    const address = IPv4.fromString(text);
    let longest = 0;
    for (const range of ranges) {
      if (address.isGreaterThanOrEquals(range.getFirst()) && address.isLessThanOrEquals(range.getLast())) {
        longest = Math.max(longest, Number(range.getPrefix().getValue()));
      }
    }
    sum += longest;
  }
  return sum;
}

function byTrie(prefixes: readonly string[], addresses: readonly string[]): number {
  const trie = new LongestPrefixMatch<number>();
  for (const text of prefixes) {
    trie.addPrefix(text, literalPrefix(text).length);
  }
  return addresses.reduce((sum, text) => sum + (trie.getMatch(`${text}/32`)[0] ?? 0), 0);
}
