import type { IPv6 } from "ip-num";

/** The value of an IPv6 address, without a zone; undefined where the text is none. */
export function ipv6Value(text: string): bigint | undefined {
  // ip-num lets a zone through (`fe80::1%eth0`) and drops it.
  if (!/^[0-9a-fA-F:.]+$/.test(text)) {
    return undefined;
  }
  try {
    return ipNum().IPv6.fromString(text).getValue();
  } catch {
    // ip-num's own words speak of its internals.
    return undefined;
  }
}

// Loaded at the first IPv6 text: loading takes some 15 ms, and most networks hold none.
function ipNum(): { readonly IPv6: typeof IPv6 } {
  return require("ip-num");
}

/** The text of a value as RFC 5952 has it: lower case, the longest run of zero groups shortened. */
export function ipv6Text(value: bigint): string {
  const digits = value.toString(16).padStart(32, "0");
  const groups = Array.from({ length: 8 }, (_, index) => Number.parseInt(digits.slice(4 * index, 4 * index + 4), 16));
  const { start, length } = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) {
    return hex.join(":");
  }
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) {
      start = index + 1;
    } else if (index + 1 - start > best.length) {
      best = { start, length: index + 1 - start };
    }
  }
  return best;
}
