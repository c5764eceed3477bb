import type { Family } from "./family";
import { ipv4Problem, ipv4Text, ipv4Value } from "./ipv4-text";
import { ipv6Text, ipv6Value } from "./ipv6-text";

/** One IP address. IPv4 values are numbers, IPv6 values are bigints; compare only within a family. */
export interface Address {
  readonly family: Family;
  readonly value: number | bigint;
  /** Canonical text. */
  readonly text: string;
}

/** What came of reading a text: a value, or what is wrong with it, in words that fit behind a colon. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: string;
      /** What was probably meant, where the text tells: `10.0.0.0/16` for `10.0.0.5/16`. */
      readonly meant?: T;
    };

// The longest there is: eight groups, the last two of them as a dotted quad.
const LONGEST_TEXT = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length;

// ::ffff:0:0/96, the same addresses as all of IPv4.
const MAPPED_FIRST = 0xffff_0000_0000n;
const MAPPED_LAST = 0xffff_ffff_ffffn;

/**
 * Reads one address, without a mask: dotted-quad IPv4 with all four octets, or IPv6. No leading zeros in an octet (some
 * systems read them as octal, so `meant` stays empty), no spaces, no zone. IPv6 may be written in any of its forms;
 * `text` has the canonical one. IPv4 written as IPv6 (`::ffff:10.0.0.1`) is refused, with the IPv4 address as `meant`:
 * as an address of another family it would overlap nothing.
 */
export function parseAddress(text: string): Parsed<Address> {
  const value = ipv4Value(text, text.length);
  if (value !== undefined) {
    return { ok: true, value: { family: 4, value, text } };
  }
  const problem = shapeProblem(text);
  if (problem !== undefined) {
    return { ok: false, problem };
  }
  return text.includes(":") ? parseIPv6(text) : { ok: false, problem: ipv4Problem(text) };
}

function shapeProblem(text: string): string | undefined {
  if (text === "") {
    return "it is empty";
  }
  if (/\s/.test(text)) {
    return "it holds white space";
  }
  if (text.includes("/")) {
    return "an address has no mask";
  }
  if (text.includes("%")) {
    return "it has a zone (%), which means something on one machine only";
  }
  return text.length > LONGEST_TEXT ? "not an IP address" : strangeCharacter(text);
}

// Zero-width spaces and full-width digits come along when people copy from a page, and look right.
function strangeCharacter(text: string): string | undefined {
  const code = /[^\x20-\x7e]/u.exec(text)?.[0].codePointAt(0);
  return code === undefined
    ? undefined
    : `it holds U+${code.toString(16).toUpperCase().padStart(4, "0")}, which is in no address`;
}

function parseIPv6(text: string): Parsed<Address> {
  const value = ipv6Value(text);
  if (value === undefined) {
    return { ok: false, problem: "not an IP address" };
  }
  if (MAPPED_FIRST <= value && value <= MAPPED_LAST) {
    const mapped = Number(value - MAPPED_FIRST);
    const meant: Address = { family: 4, value: mapped, text: ipv4Text(mapped) };
    return { ok: false, problem: `it is the IPv4 address ${meant.text}, written as IPv6`, meant };
  }
  return { ok: true, value: { family: 6, value, text: ipv6Text(value) } };
}

/** Canonical text of an address: dotted quad, or RFC 5952 for IPv6. */
export function addressText(family: Family, value: number | bigint): string {
  return family === 4 ? ipv4Text(Number(value)) : ipv6Text(BigInt(value));
}

// RFC 1918, and 100.64.0.0/10, which Azure treats as private; RFC 4193 for IPv6.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
const PRIVATE_RANGES: readonly {
  readonly family: Family;
  readonly first: number | bigint;
  readonly last: number | bigint;
}[] = [
  { family: 4, first: 0x0a00_0000, last: 0x0aff_ffff }, // 10.0.0.0/8
  { family: 4, first: 0xac10_0000, last: 0xac1f_ffff }, // 172.16.0.0/12
  { family: 4, first: 0xc0a8_0000, last: 0xc0a8_ffff }, // 192.168.0.0/16
  { family: 4, first: 0x6440_0000, last: 0x647f_ffff }, // 100.64.0.0/10
  { family: 6, first: 0xfcn << 120n, last: (0xfen << 120n) - 1n }, // fc00::/7
];

/** Whether Azure treats an address as private: RFC 1918, 100.64.0.0/10, fc00::/7. */
export function isPrivateAddress(address: Pick<Address, "family" | "value">): boolean {
  return PRIVATE_RANGES.some(
    ({ family, first, last }) => family === address.family && first <= address.value && address.value <= last,
  );
}
