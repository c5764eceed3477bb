import { Cursor } from "./cursor";
import { parseBracket, parseObject } from "./parse-collection";
import { type Expression, SPLAT_ELEMENT } from "./syntax";
import { parseQuoted, parseTemplate } from "./template";

/** Operators from the loosest to the tightest. Longer ones stand before those they begin with. */
const LEVELS: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  [">=", "<=", ">", "<"],
  ["+", "-"],
  ["*", "/", "%"],
];

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Parses a string of Terraform JSON: a template, or a whole expression where it is nothing but `${...}`.
 *
 * @throws SyntaxFault where it can't be read.
 */
export function parseString(text: string): Expression {
  return parseTemplate(new Cursor(text));
}

/** Parses an expression from the cursor on. */
export function parseExpression(cursor: Cursor): Expression {
  return cursor.nested(() => {
    const test = parseBinary(cursor, 0);
    cursor.skipSpace();
    if (!cursor.take("?")) {
      return test;
    }
    const then = parseExpression(cursor);
    cursor.expect(":");
    return { kind: "conditional", test, then, otherwise: parseExpression(cursor) };
  });
}

function parseBinary(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) {
    return parseUnary(cursor);
  }
  let left = parseBinary(cursor, level + 1);
  for (;;) {
    cursor.skipSpace();
    const operator = operators.find((candidate) => cursor.take(candidate));
    if (operator === undefined) {
      return left;
    }
    left = { kind: "binary", operator, left, right: parseBinary(cursor, level + 1) };
  }
}

function parseUnary(cursor: Cursor): Expression {
  cursor.skipSpace();
  const operator = ["!", "-"].find((candidate) => cursor.take(candidate));
  if (operator !== undefined) {
    return cursor.nested(() => ({ kind: "unary", operator, of: parseUnary(cursor) }));
  }
  return parseSteps(cursor, parseTerm(cursor));
}

/** Reads `.name`, `[key]` and splats after a value. */
function parseSteps(cursor: Cursor, start: Expression): Expression {
  let of = start;
  for (;;) {
    cursor.skipSpace();
    if (cursor.isNext("...")) {
      return of;
    }
    if (cursor.take(".")) {
      cursor.skipSpace();
      if (cursor.take("*")) {
        of = splat(cursor, of, false);
      } else {
        of = attribute(cursor, of);
      }
    } else if (cursor.take("[")) {
      cursor.skipSpace();
      if (cursor.take("*")) {
        cursor.expect("]");
        of = splat(cursor, of, true);
      } else {
        of = { kind: "index", of, key: parseExpression(cursor) };
        cursor.expect("]");
      }
    } else {
      return of;
    }
  }
}

function attribute(cursor: Cursor, of: Expression): Expression {
  const name = cursor.name();
  if (name !== undefined) {
    return { kind: "attribute", of, name };
  }
  const index = cursor.number();
  if (index === undefined) {
    throw cursor.fault();
  }
  return { kind: "index", of, key: { kind: "literal", value: index } };
}

/** After `[*]` attributes and keys belong to each element; after `.*` attributes only. */
function splat(cursor: Cursor, of: Expression, full: boolean): Expression {
  let each: Expression = { kind: "name", name: SPLAT_ELEMENT };
  for (;;) {
    const start = cursor.at;
    cursor.skipSpace();
    if (!cursor.isNext("...") && cursor.take(".")) {
      each = attribute(cursor, each);
    } else if (full && cursor.isNext("[") && !/^\[\s*\*/.test(cursor.text.slice(cursor.at, cursor.at + 20))) {
      cursor.take("[");
      each = { kind: "index", of: each, key: parseExpression(cursor) };
      cursor.expect("]");
    } else {
      cursor.at = start;
      return { kind: "splat", of, each };
    }
  }
}

function parseTerm(cursor: Cursor): Expression {
  if (cursor.take("(")) {
    const inner = parseExpression(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.isNext('"')) {
    return parseQuoted(cursor);
  }
  if (cursor.isNext("[")) {
    return parseBracket(cursor);
  }
  if (cursor.isNext("{")) {
    return parseObject(cursor);
  }
  const number = cursor.number();
  if (number !== undefined) {
    return { kind: "literal", value: number };
  }
  const name = cursor.name();
  if (name === undefined) {
    throw cursor.fault();
  }
  return parseNamed(cursor, name);
}

function parseNamed(cursor: Cursor, first: string): Expression {
  let name = first;
  while (cursor.take("::")) {
    name += `::${cursor.name() ?? ""}`;
  }
  const start = cursor.at;
  cursor.skipSpace();
  if (cursor.take("(")) {
    return parseCall(cursor, name);
  }
  cursor.at = start;
  const constant = CONSTANTS.get(name);
  return constant === undefined ? { kind: "name", name } : { kind: "literal", value: constant };
}

function parseCall(cursor: Cursor, name: string): Expression {
  const args: Expression[] = [];
  let spread = false;
  cursor.skipSpace();
  while (!cursor.take(")")) {
    args.push(parseExpression(cursor));
    cursor.skipSpace();
    spread = cursor.take("...");
    cursor.skipSpace();
    if (!cursor.take(",") && !cursor.isNext(")")) {
      throw cursor.fault();
    }
    cursor.skipSpace();
  }
  return { kind: "call", name, args, spread };
}
