import { type Attribute, isList, isMark, isRecord, Reference, Secret, UnknownAttribute } from "../resource";
import { writePath } from "../traversal";

/**
 * What an expression gives that Terraform itself would refuse, such as an index that isn't there. To everyone but
 * `try()` and `can()` it is unknown.
 */
export class Failure extends UnknownAttribute {}

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
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
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
