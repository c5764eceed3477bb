import { type Attribute, isList, isRecord } from "../resource";
import { isPlain, TerraformSet, textOf } from "./value";

type Scalar = "string" | "number" | "boolean";

/** Whether a value would be another one where its surroundings are of another type: a number becomes a text. */
export function mayTakeOtherType(value: Attribute): boolean {
  return typeof value === "number" || typeof value === "boolean" || isList(value) || isRecord(value);
}

/**
 * What a branch of a condition gives beside the other one: Terraform makes both of one type. Undefined where that would
 * change it in a way that isn't told.
 */
export function asTypeOf(chosen: Attribute, other: Attribute): Attribute | undefined {
  if (typeof chosen === "number" || typeof chosen === "boolean") {
    return isScalar(other) && typeof other !== typeof chosen ? textOf(chosen) : chosen;
  }
  if (!isPlain(other) || other === null || isAlike(chosen, other)) {
    return chosen;
  }
  const kinds = new Set([...kindsIn(chosen), ...kindsIn(other)]);
  const [first] = elementsOf(other);
  const sameShape = first === undefined || elementsOf(chosen).every((element) => isAlike(element, first));
  return kinds.size <= 1 && sameShape && isList(chosen) === isList(other) ? chosen : undefined;
}

/** Elements of a list, set or map, which are of one type; undefined where that can't be told. */
export function ofOneType(values: readonly Attribute[]): readonly Attribute[] | undefined {
  const told = values.filter((value) => value !== null);
  const kinds = new Set(told.map((value) => (isScalar(value) ? typeof value : "other")));
  if (kinds.size <= 1) {
    return values;
  }
  if (kinds.has("other")) {
    // A mark may stand for a text, and is one where the rest are texts.
    return told.every((value) => typeof value === "string" || !(isPlain(value) || isRecord(value) || isList(value)))
      ? values
      : undefined;
  }
  const texts = values.map((value) => (value === null ? null : textOf(value)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function isScalar(value: Attribute): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Whether two values have the same names and the same types in the same places, so that neither has to change. */
function isAlike(left: Attribute, right: Attribute): boolean {
  if (isList(left) && isList(right)) {
    const isSet = left instanceof TerraformSet;
    return (
      isSet === right instanceof TerraformSet &&
      left.length === right.length &&
      left.every((value, at) => isAlike(value, right[at] ?? null))
    );
  }
  if (isRecord(left) && isRecord(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && isAlike(left[name] ?? null, right[name] ?? null))
    );
  }
  return left === null || right === null || !isScalar(left) || !isScalar(right) || typeof left === typeof right;
}

/** The types of the scalars in the elements of a collection; a collection in it is a type of its own. */
function kindsIn(value: Attribute): readonly (Scalar | "list" | "record" | "other")[] {
  return elementsOf(value).flatMap((element) => {
    if (element === null) {
      return [];
    }
    if (typeof element === "string" || typeof element === "number" || typeof element === "boolean") {
      return [kindOf(element)];
    }
    return isList(element) ? ["list"] : isRecord(element) ? ["record"] : ["string"];
  });
}

function elementsOf(value: Attribute): readonly Attribute[] {
  return isList(value) ? value : isRecord(value) ? Object.values(value) : [];
}

function kindOf(value: string | number | boolean): Scalar {
  return typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean";
}
