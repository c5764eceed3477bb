import { literal } from "../hcl";

/** What a test holds against the Terraform of a stack. */
export interface Assertion {
  /** The rule that it states a part of. */
  readonly rule: string;
  /** Terraform address of what it speaks of. */
  readonly address: string;
  /** A Terraform expression. */
  readonly condition: string;
  /** What is wrong where it doesn't hold. */
  readonly message: string;
}

// Expressions about prefixes. Terraform has no function for them, so they compare the networks of addresses.

/** The length of a prefix. */
export function lengthOf(prefix: string): string {
  return `tonumber(split("/", ${prefix})[1])`;
}

/** Whether a prefix lies in another one. */
export function isWithin(inner: string, outer: string): string {
  const inOuter = `cidrhost(join("/", [split("/", ${inner})[0], split("/", ${outer})[1]]), 0)`;
  return `try(${lengthOf(inner)} >= ${lengthOf(outer)} && ${inOuter} == cidrhost(${outer}, 0), false)`;
}

/** Whether two prefixes share an address. */
export function overlap(one: string, other: string): string {
  return `(${isWithin(one, other)} || ${isWithin(other, one)})`;
}

/** A flag that is off where nobody wrote it: a mocked provider knows no defaults. */
export function flag(attribute: string): string {
  return `coalesce(${attribute}, false)`;
}

export function listOf(texts: readonly string[]): string {
  return literal(texts);
}
