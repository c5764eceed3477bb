import { z } from "zod";
import { type Parsed, parseAddress } from "../../address/address";
import { parseAsn } from "../../address/asn";
import type { Family } from "../../address/family";
import { parsePrefix } from "../../address/prefix";
import { closedMap } from "../../text/shape-problems";

// The message of a schema says what would be right. What is there, and where, is said beside it.

/** A map with a closed set of keys. */
export function section<Shape extends z.ZodRawShape>(right: string, shape: Shape) {
  return z.strictObject(shape, { error: closedMap(right, shape) });
}

/** A section in which everything is optional: `key:` with nothing behind it is one too. */
export function optionalSection<Shape extends z.ZodRawShape>(right: string, shape: Shape) {
  return emptyAllowed(section(right, shape));
}

/** Takes a key with nothing behind it for an empty map. `nullable` tells the JSON Schema so. */
export function emptyAllowed<T extends z.ZodType>(map: T) {
  return z.preprocess((value) => (value === null ? {} : value), map).meta({ nullable: true });
}

/** Names of things in the file. They become parts of names in Azure and Terraform. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "a name of small letters, digits and -, beginning with a letter, 40 at most");

/** A map of things by name. It may be empty. */
export function named<T extends z.ZodType>(right: string, value: T) {
  return emptyAllowed(z.record(key, value, right));
}

/** A map with one entry at least. */
export function counted<T extends z.ZodType<Record<string, unknown>>>(map: T, most: number) {
  return map.superRefine((value, context) => {
    const count = Object.keys(value).length;
    if (count < 1 || count > most) {
      context.addIssue({ code: "custom", message: `it has ${count} entries; right is 1 to ${most}` });
    }
  });
}

export function text(right: string) {
  return z.string(right).regex(/\S/, right);
}

export function flag() {
  return z.boolean("true or false");
}

/** A whole number in a range, both ends included. */
export function wholeNumber(min: number, max: number) {
  const right = `a whole number from ${min} to ${max}`;
  return z.int(right).min(min, right).max(max, right);
}

/** One of a closed set of words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `one of ${words.join(", ")}`);
}

/** One of a closed set of numbers. */
export function oneOf<const Numbers extends readonly [number, ...number[]]>(numbers: Numbers) {
  return z.literal(numbers, `one of ${numbers.join(", ")}`);
}

function checked<T>(parse: (value: string) => Parsed<T>, problemOf: (value: T) => string | undefined) {
  return (value: string, context: z.RefinementCtx<string>) => {
    const parsed = parse(value);
    const message = parsed.ok ? problemOf(parsed.value) : parsed.problem;
    if (message !== undefined) {
      context.addIssue({ code: "custom", message });
    }
  };
}

const onlyIPv4 = ({ family }: { readonly family: Family }) => (family === 4 ? undefined : "Azure takes IPv4 only here");

/** An IPv4 prefix without host bits. */
export const prefix = z.string("a prefix, such as 10.0.1.0/24").superRefine(checked(parsePrefix, onlyIPv4));

/** A prefix of either family. */
export const anyPrefix = z.string("a prefix, such as 10.0.1.0/24").superRefine(checked(parsePrefix, () => undefined));

export const prefixes = z.array(prefix, "a list of prefixes, such as [10.0.1.0/24]");

/** At least one prefix of either family. */
export const addressSpace = z
  .array(anyPrefix, "a list of prefixes, such as [10.110.0.0/22]")
  .min(1, "a list with at least one prefix");

/** An IPv4 address. */
export const address = z.string("an address, such as 10.0.0.4").superRefine(checked(parseAddress, onlyIPv4));

/** An address of either family. */
export const anyAddress = z.string("an address, such as 10.0.0.4").superRefine(checked(parseAddress, () => undefined));

/** Which ASNs Azure takes where is a rule of the gate. */
export const asn = z.int("an ASN: a whole number from 1 to 4294967295").superRefine((value, context) => {
  const parsed = parseAsn(value);
  if (!parsed.ok) {
    context.addIssue({ code: "custom", message: parsed.problem });
  }
});

export const asPath = z.array(asn, "a list of ASNs, nearest first, such as [65010]");

/** The resource id of something in Azure. */
export function resourceId(provider: string, type: string) {
  const path = `/providers/${provider}/${type.replace("/", "/.../")}/...`;
  const right = `a resource id such as /subscriptions/.../resourceGroups/...${path}`;
  const segments = type.split("/").map((segment) => `${segment}/[^/]+`);
  const pattern = new RegExp(
    `^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${provider}/${segments.join("/")}$`,
    "i",
  );
  // ARM compares ids without regard to case, which a pattern in the JSON Schema can't.
  return z.string(right).superRefine((value, context) => {
    if (!pattern.test(value)) {
      context.addIssue({ code: "custom", message: `right is ${right}` });
    }
  });
}

/** The resource id of something of `Microsoft.Network`. */
export const networkId = (type: string) => resourceId("Microsoft.Network", type);

export const tags = emptyAllowed(
  z.record(
    text("a tag's name"),
    z.string("text; put numbers and dates in quotes"),
    "a map of tags, such as {owner: network}",
  ),
);

/** A value that a sensitive Terraform variable holds. A secret itself is nowhere in the file. */
export const variable = section("{variable: name of a sensitive Terraform variable}", {
  variable: z
    .string("the name of a variable")
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, "a name of letters, digits, _ and -, not beginning with a digit")
    .describe("Name of a sensitive Terraform variable, which is declared in the stack that needs it."),
});
