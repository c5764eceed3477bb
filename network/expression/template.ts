import type { Cursor, Parse } from "./cursor";
import { parseEscape } from "./escape";
import type { Expression } from "./syntax";
import { parseDirective } from "./template-directive";
import { type Part, stripped } from "./template-part";

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
  const parts: Part[] = [];
  for (;;) {
    const text = readText(cursor, quoted);
    if (text !== "") {
      parts.push({ kind: "text", text });
    }
    if (cursor.isAtEnd && !quoted) {
      return stripped(parts, cursor);
    }
    if (quoted && cursor.take('"')) {
      return stripped(parts, cursor);
    }
    if (cursor.take("%{")) {
      parts.push(cursor.nested(() => parseDirective(cursor, parse)));
    } else {
      cursor.expect("${");
      parts.push(parseInterpolation(cursor, parse));
    }
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

function parseInterpolation(cursor: Cursor, parse: Parse): Part {
  // `${~ ~}` strips the space before or behind it.
  const stripsBefore = cursor.take("~");
  const expression = parse(cursor);
  cursor.skipSpace();
  const stripsAfter = cursor.take("~");
  cursor.expect("}");
  return { kind: "expression", expression, stripsBefore, stripsAfter };
}
