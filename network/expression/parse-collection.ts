import type { Cursor, Parse } from "./cursor";
import type { Expression, ObjectEntry } from "./syntax";

/** Parses `[a, b]` or `[for ...]`. */
export function parseBracket(cursor: Cursor, parse: Parse): Expression {
  cursor.expect("[");
  cursor.skipSpace();
  if (isFor(cursor)) {
    return parseFor(cursor, "]", parse);
  }
  const items: Expression[] = [];
  while (!cursor.take("]")) {
    items.push(parse(cursor));
    cursor.skipSpace();
    if (!cursor.take(",") && !cursor.isNext("]")) {
      throw cursor.fault();
    }
    cursor.skipSpace();
  }
  return { kind: "tuple", items };
}

/** Parses `{a = 1, "b" : 2, (c) = 3}` or `{for ...}`. */
export function parseObject(cursor: Cursor, parse: Parse): Expression {
  cursor.expect("{");
  cursor.skipSpace();
  if (isFor(cursor)) {
    return parseFor(cursor, "}", parse);
  }
  const entries: ObjectEntry[] = [];
  while (!cursor.take("}")) {
    entries.push(parseEntry(cursor, parse));
    cursor.skipSpace();
    // A line end separates entries as well as a comma does.
    cursor.take(",");
    cursor.skipSpace();
  }
  return { kind: "object", entries };
}

function parseEntry(cursor: Cursor, parse: Parse): ObjectEntry {
  const start = cursor.at;
  const bare = cursor.name();
  cursor.skipSpace();
  const isBare = bare !== undefined && !cursor.isNext("==") && (cursor.isNext("=") || cursor.isNext(":"));
  if (!isBare) {
    cursor.at = start;
  }
  const key: Expression = isBare ? { kind: "literal", value: bare } : parse(cursor);
  cursor.skipSpace();
  if (!cursor.take("=") && !cursor.take(":")) {
    throw cursor.fault();
  }
  return { key, value: parse(cursor) };
}

function isFor(cursor: Cursor): boolean {
  const start = cursor.at;
  const found = cursor.takeWord("for");
  if (found && /^\s/.test(cursor.text.slice(cursor.at, cursor.at + 1))) {
    return true;
  }
  cursor.at = start;
  return false;
}

function parseFor(cursor: Cursor, close: "]" | "}", parse: Parse): Expression {
  const first = named(cursor);
  cursor.skipSpace();
  const second = cursor.take(",") ? named(cursor) : undefined;
  cursor.skipSpace();
  if (!cursor.takeWord("in")) {
    throw cursor.fault();
  }
  const over = parse(cursor);
  cursor.expect(":");
  let value = parse(cursor);
  let key: Expression | undefined;
  if (close === "}") {
    cursor.expect("=>");
    key = value;
    value = parse(cursor);
  }
  cursor.skipSpace();
  const grouped = cursor.take("...");
  cursor.skipSpace();
  const condition = cursor.takeWord("if") ? parse(cursor) : undefined;
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
