import { type Attribute, isList, isRecord } from "../resource";
import { isExact, isPlain, isSame } from "./value";

type Arithmetic = (left: number, right: number) => number | boolean;

const ARITHMETIC: ReadonlyMap<string, Arithmetic> = new Map<string, Arithmetic>([
  ["+", (left, right) => left + right],
  ["-", (left, right) => left - right],
  ["*", (left, right) => left * right],
  ["/", (left, right) => left / right],
  ["%", (left, right) => left % right],
  ["<", (left, right) => left < right],
  ["<=", (left, right) => left <= right],
  [">", (left, right) => left > right],
  [">=", (left, right) => left >= right],
]);

/**
 * The result of an operator between two values; undefined where that can't be told.
 * @param areLiterals whether both sides are collections as they are written, `[1, 2]`
 */
export function applyBinary(
  operator: string,
  left: Attribute,
  right: Attribute,
  areLiterals = false,
): Attribute | undefined {
  switch (operator) {
    case "&&":
      return either(left, right, false);
    case "||":
      return either(left, right, true);
    case "==":
    case "!=":
      return equal(left, right, areLiterals, operator === "==");
    default: {
      const apply = ARITHMETIC.get(operator);
      const [a, b] = [numberOf(left), numberOf(right)];
      return apply === undefined || a === undefined || b === undefined || !isReckoned(operator, [a, b])
        ? undefined
        : exact(apply(a, b));
    }
  }
}

/** A list equals no tuple, and a map no object, whatever is in them: of those that are alike, only literals are equal. */
function equal(left: Attribute, right: Attribute, areLiterals: boolean, wanted: boolean): boolean | undefined {
  if ((left === null && isCollection(right)) || (right === null && isCollection(left))) {
    return !wanted;
  }
  if (!isPlain(left) || !isPlain(right)) {
    return undefined;
  }
  const same = isSame(left, right);
  return same && isCollection(left) && !areLiterals ? undefined : same === wanted;
}

function isCollection(value: Attribute): boolean {
  return isList(value) || isRecord(value);
}

export function applyUnary(operator: string, of: Attribute): Attribute | undefined {
  if (operator === "!") {
    return typeof of === "boolean" ? !of : of === "true" ? false : of === "false" ? true : undefined;
  }
  const number = numberOf(of);
  return number === undefined ? undefined : 0 - number;
}

/** `&&` with a false, `||` with a true on either side is decided, whatever the other side is. */
function either(left: Attribute, right: Attribute, decides: boolean): boolean | undefined {
  if (left === decides || right === decides) {
    return decides;
  }
  return left === !decides && right === !decides ? !decides : undefined;
}

/** Terraform takes the text of a number for the number. */
export function numberOf(value: Attribute): number | undefined {
  if (typeof value === "number") {
    return value;
  }
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) + 0 : undefined;
  return number !== undefined && isExact(number) ? number : undefined;
}

/** What isn't a whole number, or a simple fraction of one, Terraform reckons more exactly. */
function exact(result: number | boolean): number | boolean | undefined {
  return typeof result === "boolean" || Number.isSafeInteger(result * 64) ? result : undefined;
}

/** Whether both can be reckoned with as Terraform does; to compare, what they are is enough. */
function isReckoned(operator: string, numbers: readonly number[]): boolean {
  return /[<>]/.test(operator) || numbers.every((number) => Number.isSafeInteger(number * 64));
}
