import { ScanFault } from "./written";

/** What an expression is in the middle of: a bracket or a template that this closes, a quoted text, or a heredoc. */
type Open = ")" | "]" | "}" | '"' | { readonly marker: string };

const CLOSES: ReadonlyMap<string, ")" | "]" | "}"> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);
const PLAIN = /[^"()[\]{}#/<\n]+/y;
const QUOTED = /[^"\\$%\n]+/y;
const IN_HEREDOC = /[^$%\n]+/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/**
 * Where the expression ends that begins at a place: at the end of its line, of its block or of the text, or at a comment
 * behind it. Line breaks inside brackets, templates and heredocs are part of it.
 * @throws ScanFault where it doesn't end as HCL does
 */
export function endOfExpression(text: string, start: number): number {
  const open: Open[] = [];
  let at = start;
  while (at < text.length) {
    const inside = open.at(-1);
    const next =
      inside === '"'
        ? stepInQuoted(text, at, open)
        : typeof inside === "object"
          ? stepInHeredoc(text, at, open, inside.marker)
          : stepInCode(text, at, open);
    if (next === undefined) {
      return at;
    }
    at = next;
  }
  if (open.length > 0) {
    throw new ScanFault();
  }
  return at;
}

/** The place behind a comment; undefined where none begins. A comment to the end of the line ends before the line break. */
export function endOfComment(text: string, at: number): number | undefined {
  if (text[at] === "#" || text.startsWith("//", at)) {
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end;
  }
  if (!text.startsWith("/*", at)) {
    return undefined;
  }
  const end = text.indexOf("*/", at + 2);
  if (end < 0) {
    throw new ScanFault();
  }
  return end + 2;
}

/** Undefined at the end of the expression. */
function stepInCode(text: string, at: number, open: Open[]): number | undefined {
  const character = text[at] ?? "";
  const isOutermost = open.length === 0;
  if (isOutermost && (character === "\n" || character === "}")) {
    return undefined;
  }
  const comment = endOfComment(text, at);
  if (comment !== undefined) {
    return isOutermost && !text.startsWith("/*", at) ? undefined : comment;
  }
  if (character === '"') {
    open.push('"');
    return at + 1;
  }
  const closedBy = CLOSES.get(character);
  if (closedBy !== undefined) {
    open.push(closedBy);
    return at + 1;
  }
  if (character === ")" || character === "]" || character === "}") {
    return close(character, at, open);
  }
  return text.startsWith("<<", at) ? enterHeredoc(text, at, open) : Math.max(at + 1, lastOf(PLAIN, text, at));
}

function close(character: ")" | "]" | "}", at: number, open: Open[]): number {
  if (open.pop() !== character) {
    throw new ScanFault();
  }
  return at + 1;
}

function enterHeredoc(text: string, at: number, open: Open[]): number {
  HEREDOC.lastIndex = at;
  const [whole, marker] = HEREDOC.exec(text) ?? [];
  if (whole === undefined || marker === undefined) {
    throw new ScanFault();
  }
  open.push({ marker });
  return at + whole.length;
}

function stepInQuoted(text: string, at: number, open: Open[]): number {
  switch (text[at]) {
    case '"':
      open.pop();
      return at + 1;
    case "\\":
      return at + 2;
    case "\n":
      throw new ScanFault();
    default:
      return template(text, at, open) ?? Math.max(at + 1, lastOf(QUOTED, text, at));
  }
}

function stepInHeredoc(text: string, at: number, open: Open[], marker: string): number {
  if (text[at - 1] === "\n") {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim() === marker) {
      open.pop();
      return at + line.length;
    }
  }
  return template(text, at, open) ?? Math.max(at + 1, lastOf(IN_HEREDOC, text, at));
}

/** Steps into `${` and `%{`, and over `$${` and `%%{`, which stand for themselves. */
function template(text: string, at: number, open: Open[]): number | undefined {
  const sign = text[at];
  if (sign !== "$" && sign !== "%") {
    return undefined;
  }
  if (text.startsWith(`${sign}{`, at + 1)) {
    return at + 3;
  }
  if (text[at + 1] !== "{") {
    return at + 1;
  }
  open.push("}");
  return at + 2;
}

/** The place behind what matches here; the place itself where nothing does. */
function lastOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
