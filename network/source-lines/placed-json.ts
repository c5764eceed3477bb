import { DEEPEST, ScanFault } from "./written";

/** A JSON value and where it is. One of `entries`, `elements` and `scalar` is there. */
export interface PlacedJson {
  /** The line of the name that it has in an object, and else of its own beginning. Counts from 1. */
  readonly line: number;
  /** The members of an object, in the order of the text. A name may come twice. */
  readonly entries?: readonly PlacedEntry[];
  readonly elements?: readonly PlacedJson[];
  readonly scalar?: string | number | boolean | null;
}

export interface PlacedEntry {
  readonly name: string;
  readonly value: PlacedJson;
}

/**
 * Reads JSON with the line of every value.
 * @throws ScanFault where the text is no JSON
 */
export function placedJson(text: string): PlacedJson {
  const scanner = new JsonScanner(text.startsWith("\ufeff") ? text.slice(1) : text);
  const value = scanner.value(0);
  scanner.end();
  return value;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\n]|\\[^\n])*"/y;
const SCALAR = /-?\d[\d.eE+-]*|true|false|null/y;

class JsonScanner {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  value(depth: number, nameLine?: number): PlacedJson {
    if (depth > DEEPEST) {
      throw new ScanFault();
    }
    this.skipSpace();
    const line = nameLine ?? this.line;
    if (this.take("{")) {
      return { line, entries: this.list("}", () => this.entry(depth)) };
    }
    if (this.take("[")) {
      return { line, elements: this.list("]", () => this.value(depth + 1)) };
    }
    return { line, scalar: this.scalar() };
  }

  end(): void {
    this.skipSpace();
    if (this.at < this.text.length) {
      throw new ScanFault();
    }
  }

  private list<T>(close: string, element: () => T): readonly T[] {
    const all: T[] = [];
    this.skipSpace();
    if (this.take(close)) {
      return all;
    }
    do {
      all.push(element());
      this.skipSpace();
    } while (this.take(","));
    this.expect(close);
    return all;
  }

  private entry(depth: number): PlacedEntry {
    this.skipSpace();
    const { line } = this;
    const name = parsed(this.match(STRING));
    this.skipSpace();
    this.expect(":");
    return { name: String(name), value: this.value(depth + 1, line) };
  }

  private scalar(): string | number | boolean | null {
    return parsed(this.match(STRING) || this.match(SCALAR));
  }

  private skipSpace(): void {
    const space = this.match(SPACE);
    for (let at = space.indexOf("\n"); at >= 0; at = space.indexOf("\n", at + 1)) {
      this.line += 1;
    }
  }

  private take(character: string): boolean {
    const isNext = this.text[this.at] === character;
    this.at += isNext ? 1 : 0;
    return isNext;
  }

  private expect(character: string): void {
    if (!this.take(character)) {
      throw new ScanFault();
    }
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}

function parsed(text: string): string | number | boolean | null {
  try {
    const value: string | number | boolean | null = JSON.parse(text);
    return value;
  } catch {
    throw new ScanFault();
  }
}
