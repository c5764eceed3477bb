import { LongestMatch } from "../../address/longest-match";
import { sweepOverlaps } from "../../address/overlap";
import { type Prefix, parsePrefix, prefixOf } from "../../address/prefix";

/** One line of the table. */
export interface OverlapRow {
  readonly name: string;
  /** Prefixes. */
  readonly size: number;
  /** CPU time of one run, user and system, in milliseconds: the least of several. */
  readonly cpuMs: number;
  readonly perItemNs: number;
}

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** Parsing, overlap sweep and longest match over random IPv4 prefixes of /8 to /32, the longer ones more often. */
export function benchOverlap(): OverlapRow[] {
  return SIZES.flatMap((size) => {
    const entries = randomPrefixes(size).map((prefix, value) => ({ prefix, value }));
    const texts = entries.map(({ prefix }) => prefix.text);
    const runs = Math.max(3, Math.min(200, 1_000_000 / size));
    const table = new LongestMatch(entries);
    return [
      row("parse", size, runs, () => texts.filter((text) => parsePrefix(text).ok).length),
      row("overlap sweep", size, runs, () => overlapsAmong(entries)),
      row("longest match: build", size, runs, () => new LongestMatch(entries)),
      row("longest match: intervals", size, runs, () => table.intervals().length),
      row("longest match: lookup", size, runs, () => entries.filter(({ prefix }) => found(table, prefix)).length),
    ];
  });
}

function overlapsAmong(entries: readonly { readonly prefix: Prefix }[]): number {
  let pairs = 0;
  sweepOverlaps(entries, (_, enclosing) => {
    pairs += enclosing.length;
  });
  return pairs;
}

function found(table: LongestMatch<number>, { family, first }: Prefix): boolean {
  return table.lookup({ family, value: first }) !== undefined;
}

function row(name: string, size: number, runs: number, work: () => unknown): OverlapRow {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const cpuMs = Math.min(...times);
  return { name, size, cpuMs, perItemNs: (cpuMs * 1e6) / size };
}

function randomPrefixes(count: number): Prefix[] {
  const random = xorshift(20250317);
  return Array.from({ length: count }, () => {
    const value = random();
    const length = 32 - Math.floor(Math.sqrt(random() % 625));
    return prefixOf({ family: 4, value }, length);
  });
}

// The same prefixes in every run.
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

if (require.main === module) {
  console.table(benchOverlap().map((line) => ({ ...line, perItemNs: Math.round(line.perItemNs) })));
}
