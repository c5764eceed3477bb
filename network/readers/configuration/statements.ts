import type { Json, JsonObject } from "../../../text/json";
import { parseString } from "../../expression/parse";
import { type Expression, SyntaxFault } from "../../expression/syntax";
import { isPlain } from "../../expression/value";
import { type Attribute, Reference } from "../../resource";
import { objects } from "./declarations";

/** Works out the other side of a comparison. */
type Evaluate = (expression: Expression) => Attribute;

/** A comparison of one attribute of the resource itself with something else. */
interface Comparison {
  readonly name: string;
  /** `jsonencode` around the attribute: the other side is JSON text. */
  readonly encoded: boolean;
  readonly other: Expression;
}

/**
 * What the conditions of a resource state about its own attributes: `self.address_prefix == "10.100.0.0/23"`.
 * Terraform refuses the plan where such a statement is wrong, so it can be taken for known before there is a plan.
 */
export function statedAttributes(body: JsonObject, evaluate: Evaluate): ReadonlyMap<string, Attribute> {
  const stated = new Map<string, Attribute>();
  for (const condition of conditionsOf(body)) {
    for (const { name, encoded, other } of comparisonsIn(condition)) {
      const value = evaluate(other);
      const known = encoded ? decoded(value) : value;
      if (
        known !== undefined &&
        known !== null &&
        (isPlain(known) || known instanceof Reference) &&
        !stated.has(name)
      ) {
        stated.set(name, known);
      }
    }
  }
  return stated;
}

function conditionsOf(body: JsonObject): readonly Expression[] {
  return objects(body.lifecycle)
    .flatMap((lifecycle) => [...objects(lifecycle.postcondition), ...objects(lifecycle.precondition)])
    .flatMap(({ condition }) => parsed(condition));
}

function parsed(condition: Json | undefined): readonly Expression[] {
  if (typeof condition !== "string") {
    return [];
  }
  try {
    return [parseString(condition)];
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return [];
    }
    throw fault;
  }
}

function comparisonsIn(condition: Expression): readonly Comparison[] {
  if (condition.kind === "binary" && condition.operator === "&&") {
    return [...comparisonsIn(condition.left), ...comparisonsIn(condition.right)];
  }
  if (condition.kind === "binary" && condition.operator === "==") {
    const { left, right } = condition;
    return [...comparisonOf(left, right), ...comparisonOf(right, left)];
  }
  // `self.enabled` and `!self.enabled` state a boolean.
  if (condition.kind === "unary" && condition.operator === "!") {
    return comparisonOf(condition.of, { kind: "literal", value: false });
  }
  return condition.kind === "attribute" ? comparisonOf(condition, { kind: "literal", value: true }) : [];
}

function comparisonOf(self: Expression, other: Expression): readonly Comparison[] {
  const [inner, functions] = unwrapped(self);
  if (inner.kind !== "attribute" || inner.of.kind !== "name" || inner.of.name !== "self") {
    return [];
  }
  const sameId = sameIdAs(inner.name, functions, other);
  if (sameId !== undefined) {
    return [{ name: inner.name, encoded: false, other: sameId }];
  }
  const known = functions.every((name) => name === "jsonencode" || SAME_VALUES.has(name));
  return known ? [{ name: inner.name, encoded: functions.includes("jsonencode"), other }] : [];
}

/** `lower(self.virtual_hub_id) == lower(...)`: ARM compares ids without regard to case, so the ids are the same. */
function sameIdAs(name: string, functions: readonly string[], other: Expression): Expression | undefined {
  const [inner, otherFunctions] = unwrapped(other);
  const lowered = [functions, otherFunctions].every((list) => list.length === 1 && list[0] === "lower");
  return lowered && name.endsWith("_id") ? inner : undefined;
}

/** Functions that change the order of a list and the kind of collection, but not what is in it. */
const SAME_VALUES: ReadonlySet<string> = new Set(["tolist", "toset", "sort", "tostring", "tonumber", "tobool"]);

function unwrapped(expression: Expression): readonly [Expression, readonly string[]] {
  const functions: string[] = [];
  let inner = expression;
  while (inner.kind === "call" && inner.args.length === 1 && inner.args[0] !== undefined) {
    functions.push(inner.name);
    inner = inner.args[0];
  }
  return [inner, functions];
}

function decoded(value: Attribute): Attribute | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  try {
    const parsedValue: unknown = JSON.parse(value);
    return isScalar(parsedValue) ? parsedValue : isScalarList(parsedValue) ? parsedValue : undefined;
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isScalarList(value: unknown): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every(isScalar);
}
