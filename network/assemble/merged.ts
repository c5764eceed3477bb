import { sameName } from "../arm-id";
import type { Unknown } from "../field";
import { type Attribute, type AttributeObject, isList, isRecord, UnknownAttribute } from "../resource";

/**
 * Attributes with what is set over them, as azapi merges bodies: objects property by property, lists of named things by name,
 * others of one length element by element; any other list goes in place of the one that was there.
 *
 * @param sets what is set, and what nobody has set before
 * @param unknown why what can't be told of the outcome is open
 */
export function merged(before: AttributeObject, sets: AttributeObject, unknown: Unknown): AttributeObject {
  const after: Record<string, Attribute> = { ...before };
  for (const [name, value] of Object.entries(sets)) {
    after[name] = mergedValue(Object.hasOwn(before, name) ? before[name] : undefined, value, unknown);
  }
  return after;
}

function mergedValue(before: Attribute | undefined, value: Attribute, unknown: Unknown): Attribute {
  if (isRecord(before) && isRecord(value)) {
    return merged(before, value, unknown);
  }
  const isOfThings = isList(value) && value.some(isRecord);
  if (!isOfThings || isUnset(before)) {
    return value;
  }
  return isList(before) && [...before, ...value].every(isRecord)
    ? mergedList(before.filter(isRecord), value.filter(isRecord), unknown)
    : new UnknownAttribute(unknown);
}

function mergedList(
  before: readonly AttributeObject[],
  value: readonly AttributeObject[],
  unknown: Unknown,
): Attribute {
  const [first] = before;
  if (first === undefined) {
    return value;
  }
  const names = [...before, ...value].map(({ name }) => name);
  if (names.every((name) => name === undefined)) {
    return before.length === value.length
      ? before.map((one, index) => merged(one, value[index] ?? {}, unknown))
      : value;
  }
  const isNamed = (one: AttributeObject) => typeof one.name === "string" && one.name !== "";
  if (![...before, ...value].every(isNamed)) {
    return new UnknownAttribute(unknown);
  }
  const added = value.filter((one) => !before.some((other) => isCalledAlike(one, other)));
  return [
    ...before.map((one) => {
      const same = value.find((other) => isCalledAlike(one, other));
      return same === undefined ? one : merged(one, same, unknown);
    }),
    ...added,
  ];
}

function isCalledAlike({ name: one }: AttributeObject, { name: other }: AttributeObject): boolean {
  return typeof one === "string" && typeof other === "string" && sameName(one, other);
}

function isUnset(value: Attribute | undefined): boolean {
  return value === undefined || value === null || (value instanceof UnknownAttribute && value.computed);
}
