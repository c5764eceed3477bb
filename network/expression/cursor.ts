import { type Expression, SyntaxFault } from "./syntax";
import { isExact } from "./value";

/** Parses an expression from the cursor on: what parsers of brackets, objects and templates need of each other. */
export type Parse = (cursor: Cursor) => Expression;

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const MAY_BE_SPACE: ReadonlySet<string> = new Set([" ", "\t", "\r", "\n", "#", "/"]);
const SPACE = /(?:[ \t\r\n]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** A place in the text of an expression, and what can be read there. */
export class Cursor {
  at = 0;
  private depth = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  skipSpace(): void {
    // Before most of what is read there is none.
    if (MAY_BE_SPACE.has(this.text[this.at] ?? "")) {
      this.match(SPACE);
    }
  }

  /** Is this text next? Nothing is read. */
  isNext(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Reads this text where it is next. */
  take(text: string): boolean {
    if (!this.isNext(text)) {
      return false;
    }
    this.at += text.length;
    return true;
  }

  /** Reads this text, after space. */
  expect(text: string): void {
    this.skipSpace();
    if (!this.take(text)) {
      throw this.fault();
    }
  }

  /** Reads this word where it is next and isn't the beginning of a longer one. */
  takeWord(word: string): boolean {
    const start = this.at;
    if (this.name() === word) {
      return true;
    }
    this.at = start;
    return false;
  }

  name(): string | undefined {
    return this.match(NAME);
  }

  number(): number | undefined {
    const digits = this.match(NUMBER);
    const number = Number(digits);
    if (digits !== undefined && !isExact(number)) {
      throw this.fault();
    }
    return digits === undefined ? undefined : number;
  }

  /** Runs a step that may hold itself: nothing that people write is nested deeper than this. */
  nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > 150) {
      throw this.fault();
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  fault(): SyntaxFault {
    return new SyntaxFault(`at character ${this.at + 1}`);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) {
      this.at += found.length;
    }
    return found;
  }
}
