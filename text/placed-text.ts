import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { Position } from "./complaint";
import type { Place } from "./problem";

/** Something that makes a text no YAML and no JSON. */
export interface Fault extends Position {
  readonly message: string;
}

// One anchor may serve every link of a large network; a few lines of aliases of aliases are still refused.
const MOST_ALIASES = 100_000;

/** A YAML or JSON text that was read, with the places of all its parts. */
export class PlacedText {
  /** What keeps it from being read. Empty where `value` holds. */
  readonly faults: readonly Fault[];
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(text: string) {
    // Keys are compared below: the library's own check takes quadratic time.
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      prettyErrors: false,
      uniqueKeys: false,
      merge: true,
    });
    const faults = [
      ...this.document.errors.map((error) => ({
        message: worded(error.code, error.message),
        ...this.position(error.pos[0]),
      })),
      ...this.faultsInNodes(),
    ];
    const value = faults.length > 0 ? { faults } : this.toValue();
    this.faults = "faults" in value ? value.faults : [];
    this.value = "faults" in value ? undefined : value.value;
  }

  private toValue(): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
    try {
      const value: unknown = this.document.toJS({ maxAliasCount: MOST_ALIASES });
      return { value };
    } catch {
      // All that is left is the library's guard against aliases that blow a small file up.
      return { faults: [{ message: "aliases (*name) repeat too much of the file", line: 1, column: 1 }] };
    }
  }

  private faultsInNodes(): Fault[] {
    const faults: Fault[] = [];
    visit(this.document, {
      Alias: (_, alias) => {
        if (alias.resolve(this.document) === undefined) {
          // Not by name: a value that begins with * may be a secret that somebody forgot to quote.
          faults.push({ message: "this alias (*name) refers to no anchor before it", ...this.positionOf(alias) });
        }
      },
      Map: (_, map) => {
        faults.push(...this.repeatedKeys(map));
      },
    });
    return faults;
  }

  private repeatedKeys(map: YAMLMap): Fault[] {
    const faults: Fault[] = [];
    const seen = new Map<string, Position>();
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined || !isScalar(key) || name === "<<") {
        continue;
      }
      const position = this.positionOf(key);
      const before = seen.get(name);
      if (before === undefined) {
        seen.set(name, position);
      } else {
        faults.push({ message: `key ${JSON.stringify(name)} stands here and in line ${before.line}`, ...position });
      }
    }
    return faults;
  }

  /** Where something stands: a key or a value, or the nearest thing around it that the text holds. */
  placeOf({ path, at }: Place): Position {
    let node: unknown = this.document.contents;
    let place = this.document.contents;
    for (const [index, step] of path.entries()) {
      const found = this.child(node, step);
      if (found === undefined) {
        break;
      }
      const last = index === path.length - 1;
      place = (last && at === "key" ? found.key : undefined) ?? found.value ?? found.key ?? place;
      node = found.value;
    }
    return place === null ? { line: 1, column: 1 } : this.positionOf(place);
  }

  private child(
    node: unknown,
    step: PropertyKey,
  ): { readonly key: Node | null; readonly value: Node | null } | undefined {
    const holder = isAlias(node) ? node.resolve(this.document) : node;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      return pair === undefined ? undefined : { key: asNode(pair.key), value: asNode(pair.value) };
    }
    const item = isSeq(holder) && typeof step === "number" ? holder.items[step] : undefined;
    return item === undefined ? undefined : { key: null, value: asNode(item) };
  }

  private positionOf(node: Node): Position {
    return this.position(node.range?.[0] ?? 0);
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["TAB_AS_INDENT", "YAML takes no tab for indentation; use spaces"],
  ["MULTIPLE_DOCS", "one document is expected; remove what follows ---"],
]);

function worded(code: string, message: string): string {
  const missing = /end with a (\S)$/.exec(message)?.[1];
  return missing === undefined
    ? (WORDS.get(code) ?? message.charAt(0).toLowerCase() + message.slice(1))
    : `a ${missing} is missing here`;
}
