import type { Cursor, Parse } from "./cursor";
import type { EndWord, Part } from "./template-part";

/** Parses a directive behind its `%{`. */
export function parseDirective(cursor: Cursor, parse: Parse): Part {
  const stripsBefore = cursor.take("~");
  cursor.skipSpace();
  const word = cursor.name();
  const body = bodyOf(word, cursor, parse);
  cursor.skipSpace();
  const stripsAfter = cursor.take("~");
  cursor.expect("}");
  return { ...body, stripsBefore, stripsAfter };
}

type Body =
  | Pick<Extract<Part, { kind: "if" }>, "kind" | "test">
  | Pick<Extract<Part, { kind: "for" }>, "kind" | "keyName" | "valueName" | "over">
  | { readonly kind: "end"; readonly word: EndWord };

function bodyOf(word: string | undefined, cursor: Cursor, parse: Parse): Body {
  switch (word) {
    case "if":
      return { kind: "if", test: parse(cursor) };
    case "for":
      return forBody(cursor, parse);
    case "else":
    case "endif":
    case "endfor":
      return { kind: "end", word };
    default:
      throw cursor.fault();
  }
}

function forBody(cursor: Cursor, parse: Parse): Body {
  const first = nameAt(cursor);
  cursor.skipSpace();
  const second = cursor.take(",") ? nameAt(cursor) : undefined;
  cursor.skipSpace();
  if (!cursor.takeWord("in")) {
    throw cursor.fault();
  }
  const over = parse(cursor);
  return second === undefined
    ? { kind: "for", valueName: first, over }
    : { kind: "for", keyName: first, valueName: second, over };
}

function nameAt(cursor: Cursor): string {
  cursor.skipSpace();
  const name = cursor.name();
  if (name === undefined) {
    throw cursor.fault();
  }
  return name;
}
