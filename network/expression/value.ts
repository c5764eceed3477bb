import { type Attribute, isList, isMark, isRecord, Reference, Secret, UnknownAttribute } from "../resource";
import { writePath } from "../traversal";

/**
 * What an expression gives that Terraform itself would refuse, such as an index that isn't there. To everyone but
 * `try()` and `can()` it is unknown.
 */
export class Failure extends UnknownAttribute {}

/** A set: a list that holds each value once, in Terraform's order, and whose elements have no index. */
export class TerraformSet extends Array<Attribute> {
  // What is made of its elements is a list like any other.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A list in no order that is told, as a set of objects is. */
export class LooseSet extends TerraformSet {}

/** The elements of an attribute that is a list to some providers and a set to others, so that they have an index or none. */
export class ListOrSet extends Array<Attribute> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** Whether Terraform refuses a value or a part of it. */
export function fails(value: Attribute): boolean {
  if (isList(value)) {
    return value.some(fails);
  }
  return isRecord(value) ? Object.values(value).some(fails) : value instanceof Failure;
}

/** Whether a reference may lead to anything, a list or nothing at all too. An id is a text, whatever else isn't known. */
export function mayBeAnything(value: Attribute): boolean {
  const last = value instanceof Reference ? value.path.at(-1) : undefined;
  return value instanceof Reference && value.path.length > 0 && last !== "id" && !isChildId(value);
}

/** Whether a reference is the id of what lies in a resource. */
export function isChildId({ path }: Reference): boolean {
  return path.length === 2 && path[0] === "id";
}

/** Texts in the order of their code points, which is Terraform's. */
export function compareTexts(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at]?.codePointAt(0) ?? 0) - (b[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}

/** Is all of it told, to the last element? */
export function isPlain(value: Attribute): boolean {
  if (isMark(value)) {
    return false;
  }
  if (isList(value)) {
    return value.every(isPlain);
  }
  return isRecord(value) ? Object.values(value).every(isPlain) : true;
}

/** The addresses that would decide a value: those of every mark in it. */
export function decidedBy(value: Attribute): readonly string[] {
  if (value instanceof UnknownAttribute) {
    return value.unknown.decidedBy;
  }
  if (value instanceof Reference) {
    return [addressOf(value)];
  }
  if (isList(value)) {
    return value.flatMap(decidedBy);
  }
  return isRecord(value) ? Object.values(value).flatMap(decidedBy) : [];
}

/** `azurerm_vpn_site.a.link[0].id` */
export function addressOf({ address, path }: Pick<Reference, "address" | "path">): string {
  if (path.length === 0) {
    return address;
  }
  const steps = writePath(path);
  return steps.startsWith("[") ? address + steps : `${address}.${steps}`;
}

/** The same value, as Terraform compares: numbers and their texts differ, order counts. Both must be plain. */
export function isSame(left: Attribute, right: Attribute): boolean {
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((value, index) => isSame(value, right[index] ?? null));
  }
  if (isRecord(left) && isRecord(right)) {
    const names = Object.keys(left);
    const same = (name: string) => Object.hasOwn(right, name) && isSame(left[name] ?? null, right[name] ?? null);
    return names.length === Object.keys(right).length && names.every(same);
  }
  return left === right;
}

/** The text of a string, number or boolean, as a template writes it; undefined for anything else. */
export function textOf(value: Attribute): string | undefined {
  if (typeof value === "string") {
    return value;
  }
  return typeof value === "number" ? textOfNumber(value) : typeof value === "boolean" ? String(value) : undefined;
}

/** Terraform writes all digits, so a number that JavaScript writes in another way is left alone. */
function textOfNumber(value: number): string | undefined {
  const text = String(value + 0);
  return text.includes("e") || !Number.isFinite(value) ? undefined : text;
}

/** Whether a number is exactly what it is to Terraform, which reckons with far more digits. */
export function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : String(value).length <= 16;
}

/** What a template, an operator or a function gives that can't be worked out from these values. */
export function unknownFrom(
  values: readonly Attribute[],
  place: string,
  expression?: string,
): UnknownAttribute | Secret {
  const secrets = values.filter((value) => value instanceof Secret);
  if (secrets.length > 0) {
    // Whoever knows a part of a key doesn't know the key.
    return new Secret(secrets.some(({ from }) => from === "sensitive") ? "sensitive" : "literal");
  }
  const addresses = [...new Set(values.flatMap(decidedBy))];
  return new UnknownAttribute({
    decidedBy: addresses.length === 0 ? [place] : addresses,
    ...(expression === undefined ? {} : { expression }),
  });
}

/** Terraform takes the text of a boolean for the boolean. */
export function asBoolean(value: Attribute): Attribute {
  return value === "true" ? true : value === "false" ? false : value;
}
