import { Token } from "cdktf";
import { type Address, parseAddress } from "../../address/address";
import { parseAsn } from "../../address/asn";
import type { Family } from "../../address/family";
import { type Prefix, parsePrefix } from "../../address/prefix";
import type { OrToken } from "./or-token";

/** A construct was given what can't be: every complaint about it at once, with its path. */
export class InvalidConstructError extends Error {
  /**
   * @param constructPath path in the construct tree, such as `weu/corp/hub`
   * @param complaints one sentence each, beginning with the property it is about
   */
  constructor(
    readonly constructPath: string,
    readonly complaints: readonly string[],
  ) {
    super([constructPath, ...complaints.map((complaint) => `  ${complaint}`)].join("\n"));
    this.name = "InvalidConstructError";
  }
}

/** What a check may be told about an address or prefix. */
export interface AddressCheck {
  /** @default 4, the only family that Virtual WAN hubs, their gateways and VPN sites take */
  readonly family?: Family | "any";
}

/**
 * Collects all complaints about one construct. Checks look at the shape of one value only; what relates two things is
 * a rule of the gate. A value that only Terraform knows (a token, or text with `${...}`) is never complained about.
 */
export class Complaints {
  private readonly found: string[] = [];

  /** Adds a complaint in words. It must not hold a secret. */
  add(message: string): void {
    this.found.push(message);
  }

  /** A canonical prefix: `10.0.0.0/16`, with a mask and without host bits. */
  prefix(property: string, value: string | undefined, options: AddressCheck = {}): void {
    if (isLiteral(value)) {
      const parsed = parsePrefix(value);
      this.shape(property, value, "a prefix", parsed.ok ? wrongFamily(parsed.value, options) : parsed.problem);
    }
  }

  /** A list of canonical prefixes; complaints name the position. */
  prefixes(property: string, values: readonly string[] | undefined, options: AddressCheck = {}): void {
    for (const [index, value] of literalItems(values)) {
      this.prefix(`${property}[${index}]`, value, options);
    }
  }

  /** One address without a mask: `10.0.0.1`. */
  address(property: string, value: string | undefined, options: AddressCheck = {}): void {
    if (isLiteral(value)) {
      const parsed = parseAddress(value);
      this.shape(property, value, "an IP address", parsed.ok ? wrongFamily(parsed.value, options) : parsed.problem);
    }
  }

  /** A list of addresses; complaints name the position. */
  addresses(property: string, values: readonly string[] | undefined, options: AddressCheck = {}): void {
    for (const [index, value] of literalItems(values)) {
      this.address(`${property}[${index}]`, value, options);
    }
  }

  /** An autonomous system number: 1 to 4294967295. Which ones Azure takes where is a rule of the gate. */
  asn(property: string, value: number | undefined): void {
    if (isLiteral(value)) {
      const parsed = parseAsn(value);
      this.shape(property, value, "an ASN", parsed.ok ? undefined : parsed.problem);
    }
  }

  /** A list of autonomous system numbers, such as an AS path. */
  asns(property: string, values: readonly number[] | undefined): void {
    for (const [index, value] of literalItems(values)) {
      this.asn(`${property}[${index}]`, value);
    }
  }

  /**
   * A whole number in a range, both ends included.
   * @param source the Azure page or the provider's rule that the range comes from
   */
  integer(property: string, value: number | undefined, min: number, max: number, source?: string): void {
    if (isLiteral(value) && !(Number.isInteger(value) && value >= min && value <= max)) {
      this.add(`${property}: ${value} is not a whole number from ${min} to ${max}${from(source)}`);
    }
  }

  /** One of a closed set; types say so already, but plain JavaScript and casts get here too. */
  oneOf<T extends string | number>(
    property: string,
    value: OrToken<T> | undefined,
    allowed: readonly T[],
    source?: string,
  ): void {
    if (isLiteral(value) && !allowed.some((choice) => choice === value)) {
      const choices = allowed.map((choice) => JSON.stringify(choice)).join(", ");
      this.add(`${property}: ${JSON.stringify(value)} is not one of ${choices}${from(source)}`);
    }
  }

  /** Text that has to say something. */
  notEmpty(property: string, value: string | undefined): void {
    if (isLiteral(value) && value.trim() === "") {
      this.add(`${property}: it is empty`);
    }
  }

  /** A secret must come from Terraform: a sensitive variable or another resource. The value itself is never shown. */
  secret(property: string, value: string | undefined): void {
    if (isLiteral(value)) {
      this.add(
        `${property}: a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead`,
      );
    }
  }

  /** Throws one error with every complaint, if there is any. */
  throwFor(constructPath: string): void {
    if (this.found.length > 0) {
      throw new InvalidConstructError(constructPath, this.found);
    }
  }

  private shape(property: string, value: string | number, what: string, problem: string | undefined): void {
    if (problem !== undefined) {
      this.add(`${property}: ${JSON.stringify(value)} is not ${what}: ${problem}`);
    }
  }
}

/** Whether a value is known now: given, no token, and no text with a Terraform expression in it. */
export function isLiteral<T>(value: T | undefined): value is T {
  if (value === undefined || value === null || Token.isUnresolved(value)) {
    return false;
  }
  return typeof value !== "string" || !value.includes("${");
}

/** The elements of a list that are known now, with their positions. A list that is itself a token has none. */
export function literalItems<T>(values: readonly T[] | undefined): [number, T][] {
  return isLiteral(values) ? [...values.entries()].filter(([, value]) => isLiteral(value)) : [];
}

function wrongFamily(value: Address | Prefix, { family = 4 }: AddressCheck): string | undefined {
  return family === "any" || value.family === family ? undefined : `Azure takes IPv${family} only here`;
}

function from(source: string | undefined): string {
  return source === undefined ? "" : ` (${source})`;
}
