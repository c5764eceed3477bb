import { addressText, type Prefix, parsePrefix } from "../../address/prefix";
import type { Attribute } from "../resource";
import { textIn, wholeNumberIn } from "./arguments";
import type { TerraformFunction } from "./terraform-function";

/** Functions on IPv4 prefixes. Of IPv6 nothing is told. */
export const ADDRESS_FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["cidrsubnet", ([prefix, bits, number]) => subnet(prefixIn(prefix), wholeNumberIn(bits), wholeNumberIn(number))],
  ["cidrsubnets", ([prefix, ...bits]) => subnets(prefixIn(prefix), bits.map(wholeNumberIn))],
  ["cidrhost", ([prefix, number]) => host(prefixIn(prefix), wholeNumberIn(number))],
  ["cidrnetmask", ([prefix]) => netmask(prefixIn(prefix))],
]);

/** A prefix of IPv4: its first address, and its length. */
interface Range {
  readonly first: number;
  readonly length: number;
}

function prefixIn(value: Attribute | undefined): Range | undefined {
  const text = textIn(value);
  const match = text === undefined ? null : /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(text);
  const [, address = "", bits = ""] = match ?? [];
  const length = Number(bits);
  const whole = match === null || length > 32 ? undefined : addressValue(address);
  // Terraform takes an address inside the prefix for the prefix.
  return whole === undefined ? undefined : { first: whole - (whole % sizeOf(length)), length };
}

function addressValue(text: string): number | undefined {
  const parsed = parsePrefix(`${text}/32`);
  return "value" in parsed ? firstOf(parsed.value) : undefined;
}

function firstOf(prefix: Prefix): number {
  return Number(prefix.first);
}

function sizeOf(length: number): number {
  return 2 ** (32 - length);
}

function subnet(prefix: Range | undefined, bits: number | undefined, number: number | undefined): string | undefined {
  if (prefix === undefined || bits === undefined || number === undefined || bits < 0 || number < 0) {
    return undefined;
  }
  const length = prefix.length + bits;
  return length > 32 || number >= 2 ** bits ? undefined : written(prefix.first + number * sizeOf(length), length);
}

/** One after the other, each at the next place that its size allows. */
function subnets(prefix: Range | undefined, bits: readonly (number | undefined)[]): readonly string[] | undefined {
  if (prefix === undefined || bits.length === 0) {
    return undefined;
  }
  const found: string[] = [];
  let next = prefix.first;
  for (const more of bits) {
    const length = prefix.length + (more ?? 33);
    const size = sizeOf(length);
    const start = Math.ceil(next / size) * size;
    if (length > 32 || (more ?? 0) < 1 || start + size > prefix.first + sizeOf(prefix.length)) {
      return undefined;
    }
    found.push(written(start, length));
    next = start + size;
  }
  return found;
}

/** From the end where the number is negative. */
function host(prefix: Range | undefined, number: number | undefined): string | undefined {
  if (prefix === undefined || number === undefined) {
    return undefined;
  }
  const size = sizeOf(prefix.length);
  const offset = number < 0 ? size + number : number;
  return offset < 0 || offset >= size ? undefined : addressText(4, prefix.first + offset);
}

function netmask(prefix: Range | undefined): string | undefined {
  return prefix === undefined ? undefined : addressText(4, 2 ** 32 - sizeOf(prefix.length));
}

function written(first: number, length: number): string {
  return `${addressText(4, first)}/${length}`;
}
