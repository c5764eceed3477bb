import { type Parsed, parseAddress } from "./address";
import type { Family } from "./family";
import { parsePrefix } from "./prefix";

/** Addresses from `first` to `last`, both inclusive. A prefix is one. */
export interface AddressRange {
  readonly family: Family;
  readonly first: number | bigint;
  readonly last: number | bigint;
}

/** Reads what Azure takes for addresses in rules of a firewall: an address, a prefix, or `10.0.0.4-10.0.0.9`. */
export function parseRange(text: string): Parsed<AddressRange> {
  const [first = "", last, ...more] = text.split("-");
  if (last === undefined) {
    return text.includes("/") ? parsePrefix(text) : rangeOf(text, text);
  }
  return more.length > 0 ? { ok: false, problem: "it has more than two ends" } : rangeOf(first, last);
}

function rangeOf(from: string, to: string): Parsed<AddressRange> {
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (!first.ok || !last.ok) {
    return { ok: false, problem: first.ok ? (last.ok ? "" : last.problem) : first.problem };
  }
  return first.value.family === last.value.family && first.value.value <= last.value.value
    ? { ok: true, value: { family: first.value.family, first: first.value.value, last: last.value.value } }
    : { ok: false, problem: "its last address comes before its first" };
}

/** Whether two ranges share an address. */
export function rangesMeet(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** What is left of some ranges without the addresses of another. */
export function withoutRange(ranges: readonly AddressRange[], taken: AddressRange): AddressRange[] {
  return ranges.flatMap((range) => {
    if (!rangesMeet(range, taken)) {
      return [range];
    }
    const before = range.first < taken.first ? [{ ...range, last: oneOff(taken.first, -1) }] : [];
    const after = taken.last < range.last ? [{ ...range, first: oneOff(taken.last, 1) }] : [];
    return [...before, ...after];
  });
}

function oneOff(value: number | bigint, by: 1 | -1): number | bigint {
  return typeof value === "bigint" ? value + BigInt(by) : value + by;
}
