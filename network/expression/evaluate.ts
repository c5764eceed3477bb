import { type Attribute, isList, isMark, isRecord, Reference, Secret, UnknownAttribute } from "../resource";
import type { Step } from "../traversal";
import { childIdByFunction, childIdOf, holdsMade, makesAnotherId } from "./child-id";
import { evaluateFor } from "./evaluate-for";
import { functionNamed } from "./functions";
import { Made } from "./made";
import { asTypeOf, mayTakeOtherType } from "./one-type";
import { applyBinary, applyUnary } from "./operators";
import { type Scope, withBindings } from "./scope";
import { type Expression, SPLAT_ELEMENT } from "./syntax";
import { asBoolean, Failure, isPlain, isSame, TerraformSet, textOf, unknownFrom } from "./value";

/** What an expression gives, as far as the input tells: known parts as they are, the rest marked. */
export function evaluate(expression: Expression, scope: Scope): Attribute {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return template(expression.parts, scope);
    case "name":
    case "attribute":
    case "index":
      return traversal(expression, scope);
    case "splat":
      return splat(evaluate(expression.of, scope), expression.each, scope);
    case "tuple":
      return expression.items.map((item) => evaluate(item, scope));
    case "object":
      return object(expression.entries, scope);
    case "for":
      return evaluateFor(expression, scope, evaluate);
    case "conditional":
      return conditional(expression, scope);
    case "unary": {
      const of = evaluate(expression.of, scope);
      return applyUnary(expression.operator, of) ?? unknownFrom([of], scope.place, scope.text);
    }
    case "binary": {
      const left = evaluate(expression.left, scope);
      const right = evaluate(expression.right, scope);
      const areLiterals = isLiteralCollection(expression.left) && isLiteralCollection(expression.right);
      const result = applyBinary(expression.operator, left, right, areLiterals);
      return result ?? unknownFrom([left, right], scope.place, scope.text);
    }
    case "call":
      return call(expression, scope);
  }
}

function template(parts: readonly Expression[], scope: Scope): Attribute {
  const values = parts.map((part) => evaluate(part, scope));
  const texts = values.map(textOf);
  if (texts.every((text) => text !== undefined)) {
    return texts.join("");
  }
  return childIdOf(values) ?? madeFrom(values, scope);
}

/** Unknown, and another text than what it is made of. */
function madeFrom(values: readonly Attribute[], scope: Scope): Attribute {
  const unknown = unknownFrom(values, scope.place, scope.text);
  return unknown instanceof UnknownAttribute ? new Made(unknown.unknown) : unknown;
}

function conditional({ test, then, otherwise }: Extract<Expression, { kind: "conditional" }>, scope: Scope): Attribute {
  const decision = asBoolean(evaluate(test, scope));
  if (typeof decision === "boolean") {
    const chosen = evaluate(decision ? then : otherwise, scope);
    return mayTakeOtherType(chosen)
      ? (asTypeOf(chosen, evaluate(decision ? otherwise : then, scope)) ?? unknownFrom([], scope.place, scope.text))
      : chosen;
  }
  const [yes, no] = [evaluate(then, scope), evaluate(otherwise, scope)];
  if (isPlain(yes) && isPlain(no) && isSame(yes, no)) {
    return yes;
  }
  if (yes instanceof Reference && no instanceof Reference && isSameReference(yes, no)) {
    return yes;
  }
  const told = [decision, yes, no];
  const isChoice = [yes, no].every((one) => one instanceof Reference || typeof one === "string") || holdsMade(told);
  return isChoice ? madeFrom(told, scope) : unknownFrom(told, scope.place, scope.text);
}

function isLiteralCollection({ kind }: Expression): boolean {
  return kind === "tuple" || kind === "object";
}

function isSameReference(left: Reference, right: Reference): boolean {
  return left.input === right.input && left.address === right.address && isSame(left.path, right.path);
}

function object(entries: Extract<Expression, { kind: "object" }>["entries"], scope: Scope): Attribute {
  const read = entries.map(({ key, value }) => [evaluate(key, scope), evaluate(value, scope)] as const);
  const named = read.map(([key, value]) => [textOf(key), value] as const);
  if (named.some(([key]) => key === undefined)) {
    return unknownFrom(read.flat(), scope.place, scope.text);
  }
  return Object.fromEntries(named.map(([key, value]) => [key ?? "", value]));
}

function call({ name, args, spread }: Extract<Expression, { kind: "call" }>, scope: Scope): Attribute {
  const values = args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  if (spread && last !== undefined) {
    if (!isList(last)) {
      return unknownFrom(values, scope.place, scope.text);
    }
    values.splice(-1, 1, ...last);
  }
  const result = (scope.functions?.get(name) ?? functionNamed(name))?.(values);
  if (result !== undefined) {
    return result;
  }
  const unknown = () => unknownFrom(values, scope.place, scope.text);
  return childIdByFunction(name, values) ?? (makesAnotherId(name, values) ? madeFrom(values, scope) : unknown());
}

function splat(of: Attribute, each: Expression, scope: Scope): Attribute {
  if (of instanceof UnknownAttribute || of instanceof Secret) {
    return of;
  }
  if (of instanceof Reference && of.path.length > 0) {
    // A list that Azure makes: how long it will be is not told.
    return unknownFrom([of], scope.place, scope.text);
  }
  const elements = isList(of) ? of : of === null ? [] : [of];
  return elements.map((element) => evaluate(each, withBindings(scope, [[SPLAT_ELEMENT, element]])));
}

/** Follows `root.name[key]...`, in one go as far as the root is a name. */
function traversal(expression: Expression, scope: Scope): Attribute {
  const steps: (Step | { readonly mark: Attribute })[] = [];
  let root = expression;
  while (root.kind === "attribute" || root.kind === "index") {
    steps.push(root.kind === "attribute" ? { name: root.name } : keyStep(evaluate(root.key, scope)));
    root = root.of;
  }
  steps.reverse();
  const start = startOf(root, steps, scope);
  let value = start.value;
  for (const step of steps.slice(start.used)) {
    value = "mark" in step ? unknownFrom([step.mark, value], scope.place, scope.text) : child(value, step, scope);
  }
  return value;
}

function keyStep(key: Attribute): Step | { readonly mark: Attribute } {
  return typeof key === "string" || typeof key === "number" ? { key } : { mark: key };
}

function startOf(root: Expression, steps: readonly (Step | { mark: Attribute })[], scope: Scope) {
  if (root.kind !== "name") {
    return { value: evaluate(root, scope), used: 0 };
  }
  const bound = scope.bindings.get(root.name);
  if (bound !== undefined) {
    return { value: bound, used: 0 };
  }
  const plain: Step[] = [{ name: root.name }];
  for (const step of steps) {
    if ("mark" in step) {
      break;
    }
    plain.push(step);
  }
  const { value, used } = scope.outside(plain, scope.text);
  return { value, used: Math.max(used - 1, 0) };
}

function child(value: Attribute, step: Step, scope: Scope): Attribute {
  const name = "key" in step ? step.key : step.name;
  if (value instanceof Reference) {
    return scope.into(value, name);
  }
  if (value instanceof UnknownAttribute && !(value instanceof Failure)) {
    // Two parts of one unknown value are two things, so a part goes by the expression that asks for it.
    const unknown = { decidedBy: value.unknown.decidedBy, expression: scope.text };
    return value instanceof Made ? new Made(unknown) : new UnknownAttribute(unknown, value.computed);
  }
  if (isMark(value)) {
    return value;
  }
  const found =
    value instanceof TerraformSet
      ? undefined
      : isList(value)
        ? value[Number(name)]
        : isRecord(value)
          ? own(value, String(name))
          : undefined;
  return found ?? (found === null ? null : new Failure({ decidedBy: [scope.place], expression: scope.text }));
}

function own(holder: { readonly [name: string]: Attribute }, name: string): Attribute | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}
