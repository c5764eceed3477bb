import { isJsonArray, type Json } from "../../../text/json";
import { evaluate } from "../../expression/evaluate";
import { mentioned } from "../../expression/mentioned";
import { parseString } from "../../expression/parse";
import type { Scope } from "../../expression/scope";
import { type Expression, SyntaxFault } from "../../expression/syntax";
import { textOf, unknownFrom } from "../../expression/value";
import { type Attribute, UnknownAttribute } from "../../resource";
import { isLiteral, isTemplate } from "./literal";
import type { Bindings } from "./module";

/** What names outside of an expression mean to a module. */
export type Names = Pick<Scope, "outside" | "into" | "functions">;

/** What the pieces of a module's JSON give. */
export class Values {
  private readonly underway = new Set<string>();
  private readonly expressions = new Map<string, Expression | undefined>();

  constructor(private readonly names: Names) {}

  /** The value of a piece of JSON: strings are templates, in lists and objects too. */
  value(json: Json, place: string, bindings: Bindings = NO_BINDINGS): Attribute {
    if (typeof json === "string") {
      return this.text(json, place, bindings);
    }
    if (isLiteral(json)) {
      return json;
    }
    if (isJsonArray(json)) {
      return json.map((element, index) => this.value(element, `${place}[${index}]`, bindings));
    }
    if (typeof json === "object" && json !== null) {
      return this.object(Object.entries(json), place, bindings);
    }
    // A number with more digits than JavaScript holds.
    return new UnknownAttribute({ decidedBy: [place] });
  }

  /** What an expression gives that stands in `text`. */
  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute {
    return evaluate(expression, { ...this.names, bindings, place, text });
  }

  /** Works a value out once. One that depends on itself is unknown. */
  once(known: Map<string, Attribute>, id: string, workOut: () => Attribute): Attribute {
    const before = known.get(id);
    if (before !== undefined) {
      return before;
    }
    if (this.underway.has(id)) {
      return new UnknownAttribute({ decidedBy: [id] });
    }
    this.underway.add(id);
    const value = workOut();
    this.underway.delete(id);
    known.set(id, value);
    return value;
  }

  private object(entries: readonly (readonly [string, Json])[], place: string, bindings: Bindings): Attribute {
    const read = entries.map(([name, inner]): readonly [Attribute, Attribute] => [
      isTemplate(name) ? this.text(name, place, bindings) : name,
      this.value(inner, `${place}.${name}`, bindings),
    ]);
    const named = read.map(([key, value]): [string | undefined, Attribute] => [textOf(key), value]);
    return named.every(([name]) => name !== undefined)
      ? Object.fromEntries(named.map(([name, value]) => [name ?? "", value]))
      : unknownFrom(read.flat(), place);
  }

  private text(text: string, place: string, bindings: Bindings): Attribute {
    if (!isTemplate(text)) {
      return text;
    }
    const expression = this.parsed(text);
    return expression === undefined
      ? new UnknownAttribute({ decidedBy: mentioned(text, place), expression: text })
      : this.evaluate(expression, text, place, bindings);
  }

  /** The expression in a string; undefined where it can't be read. Many strings are equal, such as the id of a WAN. */
  private parsed(text: string): Expression | undefined {
    const before = this.expressions.get(text);
    if (before !== undefined) {
      return before;
    }
    const expression = parsedOrUndefined(text);
    this.expressions.set(text, expression);
    return expression;
  }
}

const NO_BINDINGS: Bindings = new Map();

function parsedOrUndefined(text: string): Expression | undefined {
  try {
    return parseString(text);
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return undefined;
    }
    throw fault;
  }
}
