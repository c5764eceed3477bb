import type { Cursor, Parse } from "./cursor";
import type { Expression } from "./syntax";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** Parses a template up to the end of the text: what a JSON string holds. */
export function parseTemplate(cursor: Cursor, parse: Parse): Expression {
  return joined(parseParts(cursor, false, parse));
}

/** Parses `"..."` inside an expression. */
export function parseQuoted(cursor: Cursor, parse: Parse): Expression {
  cursor.expect('"');
  return joined(parseParts(cursor, true, parse));
}

function joined(parts: readonly Expression[]): Expression {
  const [only, ...more] = parts;
  if (only === undefined) {
    return { kind: "literal", value: "" };
  }
  return more.length === 0 ? only : { kind: "template", parts };
}

function parseParts(cursor: Cursor, quoted: boolean, parse: Parse): readonly Expression[] {
  const parts: Expression[] = [];
  for (;;) {
    const text = readText(cursor, quoted);
    if (text !== "") {
      parts.push({ kind: "literal", value: text });
    }
    if (cursor.isAtEnd && !quoted) {
      return parts;
    }
    if (quoted && cursor.take('"')) {
      return parts;
    }
    // Template directives are rare in JSON: what they make is unknown.
    if (!cursor.take("${")) {
      throw cursor.fault();
    }
    parts.push(parseInterpolation(cursor, parse));
  }
}

/** Reads plain text up to an interpolation, a directive or the end. */
function readText(cursor: Cursor, quoted: boolean): string {
  let text = "";
  while (!cursor.isAtEnd && !cursor.isNext("${") && !cursor.isNext("%{") && !(quoted && cursor.isNext('"'))) {
    if (cursor.take("$${") || cursor.take("%%{")) {
      text += cursor.text.slice(cursor.at - 2, cursor.at);
    } else if (quoted && cursor.take("\\")) {
      text += parseEscape(cursor);
    } else {
      text += cursor.text[cursor.at] ?? "";
      cursor.at += 1;
    }
  }
  return text;
}

function parseInterpolation(cursor: Cursor, parse: Parse): Expression {
  // `${~ ~}` strips space around it; without text around it there is nothing to strip.
  const strips = cursor.take("~");
  const inner = parse(cursor);
  cursor.skipSpace();
  if (strips || cursor.isNext("~")) {
    throw cursor.fault();
  }
  cursor.expect("}");
  return inner;
}

function parseEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at] ?? "";
  cursor.at += 1;
  const plain = ESCAPES.get(letter);
  if (plain !== undefined) {
    return plain;
  }
  const length = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const digits = cursor.text.slice(cursor.at, cursor.at + length);
  const code = Number.parseInt(digits, 16);
  if (length === 0 || digits.length < length || Number.isNaN(code) || code > 0x10ffff) {
    throw cursor.fault();
  }
  cursor.at += length;
  return String.fromCodePoint(code);
}
