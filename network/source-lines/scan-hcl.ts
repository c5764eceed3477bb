import type { SourceLine } from "../resource";
import { endOfComment, endOfExpression } from "./expression-end";
import { DEEPEST, type Scan, ScanFault, type WrittenBlock, type WrittenPart } from "./written";

/** Scans HCL for its blocks and the names of its attributes. Expressions are skipped, not read. */
export const scanHcl: Scan = (text, file) => {
  try {
    return new HclScanner(text.startsWith("\ufeff") ? text.slice(1) : text, file).blocks();
  } catch (error) {
    if (error instanceof ScanFault) {
      return undefined;
    }
    throw error;
  }
};

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const LABEL = /"((?:[^"\\\n]|\\[^\n])*)"/y;
const SAME_LINE = /[ \t\r]*/y;
const LINES_TOO = /[ \t\r\n]*/y;
const LITERAL = /^(?:"([^"\\$%\n]*)"|(-?\d[\d.eE+-]*|true|false))$/;

class HclScanner {
  private at = 0;
  private line = 1;
  private nextBreak: number;

  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {
    this.nextBreak = this.lineBreakFrom(0);
  }

  blocks(): readonly WrittenBlock[] {
    // Terraform takes no attributes at the top of a file.
    return this.body(0).filter((part) => part.kind === "block");
  }

  private body(depth: number): WrittenPart[] {
    if (depth > DEEPEST) {
      throw new ScanFault();
    }
    const parts: WrittenPart[] = [];
    for (;;) {
      this.skipSpace(LINES_TOO);
      const next = this.text[this.at];
      if ((next === undefined && depth === 0) || (next === "}" && depth > 0)) {
        this.at += 1;
        return parts;
      }
      parts.push(this.part(depth));
    }
  }

  private part(depth: number): WrittenPart {
    const source = this.here();
    const name = this.match(NAME)?.[0];
    if (name === undefined) {
      throw new ScanFault();
    }
    this.skipSpace(SAME_LINE);
    if (this.text[this.at] === "=") {
      this.at += 1;
      return { kind: "attribute", name, source, literal: this.expression() };
    }
    return { kind: "block", name, labels: this.labels(), source, parts: this.body(depth + 1) };
  }

  /** Skips an expression; the value of a plain literal is kept. */
  private expression(): string | undefined {
    const start = this.at;
    this.at = endOfExpression(this.text, start);
    const [, quoted, bare] = LITERAL.exec(this.text.slice(start, this.at).trim()) ?? [];
    return quoted ?? bare;
  }

  /** The labels of a block, up to the brace that opens it. */
  private labels(): readonly string[] {
    const labels: string[] = [];
    for (;;) {
      this.skipSpace(SAME_LINE);
      if (this.text[this.at] === "{") {
        this.at += 1;
        return labels;
      }
      const label = this.match(LABEL)?.[1] ?? this.match(NAME)?.[0];
      if (label === undefined) {
        throw new ScanFault();
      }
      labels.push(label);
    }
  }

  private skipSpace(space: RegExp): void {
    for (;;) {
      this.match(space);
      const isInline = space === SAME_LINE && !this.text.startsWith("/*", this.at);
      const end = isInline ? undefined : endOfComment(this.text, this.at);
      if (end === undefined) {
        return;
      }
      this.at = end;
    }
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  private here(): SourceLine {
    // Each line break is looked for once, even where there is none to the end of the file.
    while (this.nextBreak < Math.min(this.at, this.text.length)) {
      this.line += 1;
      this.nextBreak = this.lineBreakFrom(this.nextBreak + 1);
    }
    return { file: this.file, line: this.line };
  }

  private lineBreakFrom(start: number): number {
    const found = this.text.indexOf("\n", start);
    return found < 0 ? this.text.length : found;
  }
}
