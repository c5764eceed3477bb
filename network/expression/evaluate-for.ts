import { type Attribute, isList, isRecord } from "../resource";
import { type Evaluate, type Scope, withBindings } from "./scope";
import type { ForExpression } from "./syntax";
import { asBoolean, compareTexts, ListOrSet, LooseSet, TerraformSet, textOf, unknownFrom } from "./value";

/** `[for ...]` and `{for ...}`: known where the collection and every condition and key are. */
export function evaluateFor(expression: ForExpression, scope: Scope, evaluate: Evaluate): Attribute {
  const over = evaluate(expression.over, scope);
  const elements = elementsOf(over);
  if (elements === undefined) {
    return unknownFrom([over], scope.place, scope.text);
  }
  const hasNoOrder = over instanceof LooseSet && over.length > 1 && expression.key === undefined;
  const hasNoIndex = over instanceof ListOrSet && over.length > 0 && expression.keyName !== undefined;
  if (hasNoOrder || hasNoIndex) {
    return unknownFrom([over], scope.place, scope.text);
  }
  const results: (readonly [Attribute, Attribute])[] = [];
  for (const [key, value] of elements) {
    const names: [string, Attribute][] = [[expression.valueName, value]];
    if (expression.keyName !== undefined) {
      names.push([expression.keyName, key]);
    }
    const inner = withBindings(scope, names);
    const keep = expression.condition === undefined ? true : asBoolean(evaluate(expression.condition, inner));
    if (typeof keep !== "boolean") {
      return unknownFrom([over, keep], scope.place, scope.text);
    }
    if (keep) {
      const newKey = expression.key === undefined ? key : evaluate(expression.key, inner);
      results.push([newKey, evaluate(expression.value, inner)]);
    }
  }
  return expression.key === undefined ? results.map(([, value]) => value) : gathered(expression, results, scope);
}

function gathered(
  { grouped }: ForExpression,
  results: readonly (readonly [Attribute, Attribute])[],
  scope: Scope,
): Attribute {
  const entries = new Map<string, Attribute[]>();
  for (const [key, value] of results) {
    const name = textOf(key);
    if (name === undefined || (!grouped && entries.has(name))) {
      return unknownFrom(results.flat(), scope.place, scope.text);
    }
    const values = entries.get(name);
    if (values === undefined) {
      entries.set(name, [value]);
    } else {
      values.push(value);
    }
  }
  return Object.fromEntries([...entries].map(([name, values]) => [name, grouped ? values : (values[0] ?? null)]));
}

function elementsOf(over: Attribute): readonly (readonly [Attribute, Attribute])[] | undefined {
  if (over instanceof TerraformSet) {
    return over.map((value) => [value, value] as const);
  }
  if (isList(over)) {
    return over.map((value, index) => [index, value] as const);
  }
  // Terraform goes through a map in the order of its keys.
  return isRecord(over) ? Object.entries(over).sort(([a], [b]) => compareTexts(a, b)) : undefined;
}
