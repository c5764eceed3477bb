import { type Address, addressText, type Parsed, parseAddress } from "./address";
import { type Family, widthOf } from "./family";
import { ipv4Value } from "./ipv4-text";

export { addressText } from "./address";

/** A canonical prefix: an address range `first` to `last`, both inclusive, with no host bits set. */
export interface Prefix {
  readonly family: Family;
  /** 0 to 32 for IPv4, 0 to 128 for IPv6. */
  readonly length: number;
  readonly first: number | bigint;
  readonly last: number | bigint;
  /** Canonical text, such as `10.0.0.0/16`. */
  readonly text: string;
}

/**
 * Reads a prefix strictly: `address/length` with no host bits, no leading zeros, no spaces.
 *
 * `meant` has the prefix where the text tells it all the same: host bits are set, the length has a leading zero
 * (`/024`) or is written as a mask (`/255.255.254.0`). A missing mask tells nothing (a host, or a network whose mask was
 * forgotten?), and neither does an octet with a leading zero (octal, to some).
 */
export function parsePrefix(text: string): Parsed<Prefix> {
  const slash = text.indexOf("/");
  if (slash < 0) {
    const bare = parseAddress(text);
    return { ok: false, problem: bare.ok ? "it has no mask" : bare.problem };
  }
  return canonicalIPv4(text, slash) ?? parseParts(text.slice(0, slash), text.slice(slash + 1));
}

// The common case apart, without cutting the text up: a check of a whole plan reads thousands.
function canonicalIPv4(text: string, slash: number): Parsed<Prefix> | undefined {
  const first = ipv4Value(text, slash);
  const length = canonicalLength(text, slash + 1);
  if (first === undefined || length === undefined || length > 32) {
    return undefined;
  }
  const size = 2 ** (32 - length);
  if (first % size !== 0) {
    return undefined;
  }
  return { ok: true, value: { family: 4, length, first, last: first + size - 1, text } };
}

function canonicalLength(text: string, start: number): number | undefined {
  const tens = text.charCodeAt(start) - 48;
  if (text.length === start + 1) {
    return tens >= 0 && tens <= 9 ? tens : undefined;
  }
  const ones = text.charCodeAt(start + 1) - 48;
  const canonical = text.length === start + 2 && tens >= 1 && tens <= 9 && ones >= 0 && ones <= 9;
  return canonical ? tens * 10 + ones : undefined;
}

function parseParts(addressPart: string, lengthPart: string): Parsed<Prefix> {
  if (addressPart === "") {
    return { ok: false, problem: "it has no address before the mask" };
  }
  const address = parseAddress(addressPart);
  if (!address.ok) {
    return { ok: false, problem: address.problem };
  }
  const mask = address.value.family === 4 ? ipv4Value(lengthPart, lengthPart.length) : undefined;
  return mask === undefined ? withLength(address.value, lengthPart) : withMask(address.value, mask, lengthPart);
}

function withLength(address: Address, lengthPart: string): Parsed<Prefix> {
  const width = widthOf(address.family);
  if (lengthPart === "") {
    return { ok: false, problem: "it has no mask" };
  }
  if (/\s/.test(lengthPart)) {
    return { ok: false, problem: "it holds white space" };
  }
  if (!/^\d+$/.test(lengthPart) || lengthPart.length > 9) {
    return { ok: false, problem: `its mask is not a number from 0 to ${width}` };
  }
  const length = Number(lengthPart);
  if (length > width) {
    return { ok: false, problem: `prefix length ${length} is over ${width}` };
  }
  const prefix = prefixOf(address, length);
  if (lengthPart !== String(length)) {
    return {
      ok: false,
      problem: `prefix length ${lengthPart} has a leading zero; right would be ${prefix.text}`,
      meant: prefix,
    };
  }
  if (prefix.first !== address.value) {
    return { ok: false, problem: `it has host bits set; right would be ${prefix.text}`, meant: prefix };
  }
  return { ok: true, value: prefix };
}

function withMask(address: Address, mask: number, maskText: string): Parsed<Prefix> {
  const length = Math.clz32(~mask);
  if (prefixOf({ family: 4, value: 0xffff_ffff }, length).first !== mask) {
    return { ok: false, problem: "its mask is not a number from 0 to 32" };
  }
  const meant = prefixOf(address, length);
  return { ok: false, problem: `its mask is written ${maskText}; right would be ${meant.text}`, meant };
}

/** Reads a prefix that the source itself holds. Throws a RangeError where it is none: a programming error. */
export function literalPrefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  if (!parsed.ok) {
    throw new RangeError(`${text}: ${parsed.problem}`);
  }
  return parsed.value;
}

/** The prefix of a length that holds an address. A length outside the family's width is a programming error: RangeError. */
export function prefixOf(address: Pick<Address, "family" | "value">, length: number): Prefix {
  if (!Number.isInteger(length) || length < 0 || length > widthOf(address.family)) {
    throw new RangeError(`no prefix length of IPv${address.family}: ${length}`);
  }
  const { first, last } = address.family === 4 ? range4(Number(address.value), length) : range6(address.value, length);
  return { family: address.family, length, first, last, text: `${addressText(address.family, first)}/${length}` };
}

// Numbers, not shifts: 32-bit operators in JavaScript are signed, and a shift by 32 does nothing.
function range4(value: number, length: number): { first: number; last: number } {
  const size = 2 ** (32 - length);
  const first = value - (value % size);
  return { first, last: first + size - 1 };
}

function range6(value: number | bigint, length: number): { first: bigint; last: bigint } {
  const size = 1n << BigInt(128 - length);
  const exact = BigInt(value);
  const first = exact - (exact % size);
  return { first, last: first + size - 1n };
}

/** Whether a prefix holds an address. False across families. */
export function containsAddress(prefix: Prefix, address: Pick<Address, "family" | "value">): boolean {
  return prefix.family === address.family && prefix.first <= address.value && address.value <= prefix.last;
}

/** Whether `outer` holds all of `inner`; equal prefixes do. False across families. */
export function containsPrefix(outer: Prefix, inner: Prefix): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two prefixes share an address: prefixes nest or are disjoint. False across families. */
export function overlaps(a: Prefix, b: Prefix): boolean {
  return containsPrefix(a, b) || containsPrefix(b, a);
}

/** Whether two prefixes are the same. */
export function samePrefix(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.length === b.length && a.first === b.first;
}
