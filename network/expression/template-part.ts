import type { Cursor } from "./cursor";
import type { Expression } from "./syntax";

/** One piece of a template, before its directives are put together. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | (Marked & { readonly kind: "expression"; readonly expression: Expression })
  | (Marked & { readonly kind: "if"; readonly test: Expression })
  | (Marked & {
      readonly kind: "for";
      readonly keyName?: string;
      readonly valueName: string;
      readonly over: Expression;
    })
  | (Marked & { readonly kind: "end"; readonly word: EndWord });

/** What ends a directive, or divides it. */
export type EndWord = "else" | "endif" | "endfor";

/** Whether `~` at its begin or end takes away the space beside it. */
interface Marked {
  readonly stripsBefore: boolean;
  readonly stripsAfter: boolean;
}

/** The expressions that the pieces of a template come to: space is taken away where they say so, directives hold what is in them. */
export function stripped(parts: readonly Part[], cursor: Cursor): readonly Expression[] {
  const kept = parts.flatMap((part, at): readonly Part[] => {
    if (part.kind !== "text") {
      return [part];
    }
    const text = withoutSpace(part.text, parts[at - 1], parts[at + 1]);
    return text === "" ? [] : [{ kind: "text", text }];
  });
  return new PartReader(kept, cursor).whole();
}

function withoutSpace(text: string, before: Part | undefined, after: Part | undefined): string {
  const begun = before !== undefined && before.kind !== "text" && before.stripsAfter ? text.replace(/^\s+/, "") : text;
  return after !== undefined && after.kind !== "text" && after.stripsBefore ? begun.replace(/\s+$/, "") : begun;
}

class PartReader {
  private at = 0;

  constructor(
    private readonly parts: readonly Part[],
    private readonly cursor: Cursor,
  ) {}

  whole(): readonly Expression[] {
    const read = this.until();
    if (this.at < this.parts.length) {
      throw this.cursor.fault();
    }
    return read;
  }

  /** Reads up to a part that ends or divides a directive. */
  private until(): readonly Expression[] {
    const read: Expression[] = [];
    for (;;) {
      const part = this.parts[this.at];
      if (part === undefined || part.kind === "end") {
        return read;
      }
      this.at += 1;
      read.push(this.expressionOf(part));
    }
  }

  private expressionOf(part: Exclude<Part, { readonly kind: "end" }>): Expression {
    switch (part.kind) {
      case "text":
        return { kind: "literal", value: part.text };
      case "expression":
        return part.expression;
      case "if": {
        const then = this.inner();
        const otherwise = this.take("else") ? this.inner() : EMPTY;
        this.end("endif");
        return { kind: "conditional", test: part.test, then, otherwise };
      }
      case "for": {
        const value = this.inner();
        this.end("endfor");
        const { keyName, valueName, over } = part;
        const names = keyName === undefined ? { valueName } : { keyName, valueName };
        return joinedTexts({ kind: "for", ...names, over, value, grouped: false });
      }
    }
  }

  /** What is in a directive: always a text, though it be one expression. */
  private inner(): Expression {
    return { kind: "template", parts: this.until() };
  }

  private take(word: EndWord): boolean {
    const part = this.parts[this.at];
    const isNext = part?.kind === "end" && part.word === word;
    this.at += isNext ? 1 : 0;
    return isNext;
  }

  private end(word: EndWord): void {
    if (!this.take(word)) {
      throw this.cursor.fault();
    }
  }
}

const EMPTY: Expression = { kind: "literal", value: "" };

function joinedTexts(list: Expression): Expression {
  return { kind: "call", name: "join", args: [EMPTY, list], spread: false };
}
