/** Where a text stops being JSON. */
export interface JsonFault {
  /** Lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
  /** The text is JSON so far, but it ends too early. */
  readonly isCutOff: boolean;
}

const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const CUT = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|\.|[eE][+-]?|\\u?[0-9a-fA-F]{0,3})$/;
const SPACE = /[ \t\r\n]*/y;

/**
 * Finds the place where a text stops being JSON. `JSON.parse` doesn't always tell it, and what it says quotes the text,
 * which may hold secrets.
 */
export function jsonFault(text: string): JsonFault {
  const offset = new Scanner(text).firstFault();
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1, isCutOff: offset >= text.length };
}

/** What may come next in an object or a list. */
type Expected = "value" | "first value" | "name" | "first name" | "separator";

class Scanner {
  private at = 0;
  private readonly open: string[] = [];

  constructor(private readonly text: string) {}

  firstFault(): number {
    let expected: Expected | undefined = "value";
    while (expected !== undefined) {
      this.match(SPACE);
      const next = this.step(expected);
      if (next === "fault") {
        return this.faultAt();
      }
      expected = next;
      if (expected === "separator" && this.open.length === 0) {
        expected = undefined;
      }
    }
    this.match(SPACE);
    return this.at;
  }

  private step(expected: Expected): Expected | "fault" {
    const character = this.text[this.at];
    if (expected === "separator") {
      return this.separator(character);
    }
    const closes = expected === "first value" ? "]" : expected === "first name" ? "}" : undefined;
    if (character !== undefined && character === closes) {
      return this.close();
    }
    if (expected === "name" || expected === "first name") {
      return this.string() && this.colon() ? "value" : "fault";
    }
    if (character === "{" || character === "[") {
      this.open.push(character === "{" ? "}" : "]");
      this.at += 1;
      return character === "{" ? "first name" : "first value";
    }
    return (character === '"' ? this.string() : this.match(SCALAR)) ? "separator" : "fault";
  }

  private separator(character: string | undefined): Expected | "fault" {
    const close = this.open.at(-1);
    if (character === ",") {
      this.at += 1;
      return close === "}" ? "name" : "value";
    }
    return character !== undefined && character === close ? this.close() : "fault";
  }

  private close(): Expected {
    this.open.pop();
    this.at += 1;
    return "separator";
  }

  private colon(): boolean {
    this.match(SPACE);
    if (this.text[this.at] !== ":") {
      return false;
    }
    this.at += 1;
    return true;
  }

  private string(): boolean {
    if (!this.match(STRING) || this.text[this.at] !== '"') {
      return false;
    }
    this.at += 1;
    return true;
  }

  /** A word, number or escape that the end of the text cuts in two is cut off, not wrong. */
  private faultAt(): number {
    const rest = this.text.slice(this.at, this.at + 8);
    const isCut = this.at + rest.length === this.text.length && CUT.test(rest);
    return isCut ? this.text.length : this.at;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) {
      return false;
    }
    this.at += found[0].length;
    return true;
  }
}
