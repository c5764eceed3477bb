import { Cursor } from "./cursor";
import { parseBracket, parseObject } from "./parse-collection";
import { type Expression, SPLAT_ELEMENT } from "./syntax";
import { parseQuoted, parseTemplate } from "./template";

/** Operators, and how tightly each of them binds. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["||", 1],
  ["&&", 2],
  ["==", 3],
  ["!=", 3],
  [">=", 4],
  ["<=", 4],
  [">", 4],
  ["<", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
]);

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
  return parseTemplate(new Cursor(text), parseExpression);
}

/** Parses an expression from the cursor on. */
export function parseExpression(cursor: Cursor): Expression {
  return cursor.nested(() => {
    const test = parseBinary(cursor, 1);
    cursor.skipSpace();
    if (!cursor.take("?")) {
      return test;
    }
    const then = parseExpression(cursor);
    cursor.expect(":");
    return { kind: "conditional", test, then, otherwise: parseExpression(cursor) };
  });
}

/** Reads operands as long as the operators between them bind as tightly as `tightness`, or more so. */
function parseBinary(cursor: Cursor, tightness: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    cursor.skipSpace();
    const operator = operatorAt(cursor);
    const own = PRECEDENCE.get(operator) ?? 0;
    if (own < tightness) {
      return left;
    }
    cursor.take(operator);
    left = { kind: "binary", operator, left, right: parseBinary(cursor, own + 1) };
  }
}

/** The operator that is next, which has two characters or one; anything else where there is none. */
function operatorAt({ text, at }: Cursor): string {
  const two = text.slice(at, at + 2);
  return PRECEDENCE.has(two) ? two : two.slice(0, 1);
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
    return parseQuoted(cursor, parseExpression);
  }
  if (cursor.isNext("[")) {
    return parseBracket(cursor, parseExpression);
  }
  if (cursor.isNext("{")) {
    return parseObject(cursor, parseExpression);
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
  // On the next line of an object a bracket begins the next key.
  if (!cursor.text.slice(start, cursor.at).includes("\n") && cursor.take("(")) {
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
