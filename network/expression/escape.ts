import type { Cursor } from "./cursor";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ['"', '"'],
  ["\\", "\\"],
]);

/** Reads what stands behind a backslash in a quoted text. */
export function parseEscape(cursor: Cursor): string {
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
