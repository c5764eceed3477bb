import type { Attribute } from "../resource";
import { isPlain, isSame } from "./value";

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

/** The result of an operator between two values; undefined where that can't be told. */
export function applyBinary(operator: string, left: Attribute, right: Attribute): Attribute | undefined {
  switch (operator) {
    case "&&":
      return either(left, right, false);
    case "||":
      return either(left, right, true);
    case "==":
    case "!=":
      return isPlain(left) && isPlain(right) ? isSame(left, right) === (operator === "==") : undefined;
    default: {
      const apply = ARITHMETIC.get(operator);
      const [a, b] = [numberOf(left), numberOf(right)];
      return apply === undefined || a === undefined || b === undefined ? undefined : finite(apply(a, b));
    }
  }
}

export function applyUnary(operator: string, of: Attribute): Attribute | undefined {
  if (operator === "!") {
    return typeof of === "boolean" ? !of : undefined;
  }
  const number = numberOf(of);
  return number === undefined ? undefined : -number;
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
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function finite(result: number | boolean): number | boolean | undefined {
  return typeof result === "boolean" || Number.isFinite(result) ? result : undefined;
}
