import type { Cursor } from "./cursor";
import { parseExpression } from "./parse";
import type { Expression, ObjectEntry } from "./syntax";

/** Parses `[a, b]` or `[for ...]`. */
export function parseBracket(cursor: Cursor): Expression {
  cursor.expect("[");
  cursor.skipSpace();
  if (isFor(cursor)) {
    return parseFor(cursor, "]");
  }
  const items: Expression[] = [];
  while (!cursor.take("]")) {
    items.push(parseExpression(cursor));
    cursor.skipSpace();
    if (!cursor.take(",") && !cursor.isNext("]")) {
      throw cursor.fault();
    }
    cursor.skipSpace();
  }
  return { kind: "tuple", items };
}

/** Parses `{a = 1, "b" : 2, (c) = 3}` or `{for ...}`. */
export function parseObject(cursor: Cursor): Expression {
  cursor.expect("{");
  cursor.skipSpace();
  if (isFor(cursor)) {
    return parseFor(cursor, "}");
  }
  const entries: ObjectEntry[] = [];
  while (!cursor.take("}")) {
    entries.push(parseEntry(cursor));
    cursor.skipSpace();
    // A line end separates entries as well as a comma does.
    cursor.take(",");
    cursor.skipSpace();
  }
  return { kind: "object", entries };
}

function parseEntry(cursor: Cursor): ObjectEntry {
  const start = cursor.at;
  const bare = cursor.name();
  cursor.skipSpace();
  const isBare = bare !== undefined && !cursor.isNext("==") && (cursor.isNext("=") || cursor.isNext(":"));
  if (!isBare) {
    cursor.at = start;
  }
  const key: Expression = isBare ? { kind: "literal", value: bare } : parseExpression(cursor);
  cursor.skipSpace();
  if (!cursor.take("=") && !cursor.take(":")) {
    throw cursor.fault();
  }
  return { key, value: parseExpression(cursor) };
}

function isFor(cursor: Cursor): boolean {
  const start = cursor.at;
  const found = cursor.takeWord("for");
  if (found && cursor.isNext(" ")) {
    return true;
  }
  cursor.at = start;
  return false;
}

function parseFor(cursor: Cursor, close: "]" | "}"): Expression {
  const first = named(cursor);
  cursor.skipSpace();
  const second = cursor.take(",") ? named(cursor) : undefined;
  cursor.skipSpace();
  if (!cursor.takeWord("in")) {
    throw cursor.fault();
  }
  const over = parseExpression(cursor);
  cursor.expect(":");
  let value = parseExpression(cursor);
  let key: Expression | undefined;
  if (close === "}") {
    cursor.expect("=>");
    key = value;
    value = parseExpression(cursor);
  }
  cursor.skipSpace();
  const grouped = cursor.take("...");
  cursor.skipSpace();
  const condition = cursor.takeWord("if") ? parseExpression(cursor) : undefined;
  cursor.expect(close);
  return {
    kind: "for",
    valueName: second ?? first,
    over,
    value,
    grouped,
    ...(second === undefined ? {} : { keyName: first }),
    ...(key === undefined ? {} : { key }),
    ...(condition === undefined ? {} : { condition }),
  };
}

function named(cursor: Cursor): string {
  cursor.skipSpace();
  const name = cursor.name();
  if (name === undefined) {
    throw cursor.fault();
  }
  return name;
}
