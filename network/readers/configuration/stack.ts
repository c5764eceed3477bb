import { isJsonArray, type Json } from "../../../text/json";
import { evaluate } from "../../expression/evaluate";
import { mentioned } from "../../expression/mentioned";
import { parseString } from "../../expression/parse";
import type { Outside, Scope } from "../../expression/scope";
import { type Expression, SyntaxFault } from "../../expression/syntax";
import { type Attribute, type Reference, Secret, UnknownAttribute } from "../../resource";
import { type Step, writeTraversal } from "../../traversal";
import { type Declarations, declarationsOf } from "./declarations";
import { Instances, longer } from "./instances";
import { isLiteral, isTemplate } from "./literal";
import type { Bindings, Module } from "./module";
import type { StackFiles } from "./stack-files";

/** Finds the other stacks that were given. */
export interface Neighbours {
  /** By the name that a cross-stack reference of `from` has for it. */
  readonly named: (name: string, from: StackFiles) => Stack | undefined;
  /** By the path of its reading. */
  readonly at: (path: string) => Stack | undefined;
}

const REMOTE_STATE = "cross-stack-reference-input-";

/** One module of configuration and what its expressions give. Everything is worked out once, when it is asked for. */
export class Stack implements Module {
  readonly declared: Declarations;
  readonly instances: Instances;
  private readonly locals = new Map<string, Attribute>();
  private readonly outputs = new Map<string, Attribute>();
  private readonly underway = new Set<string>();
  private readonly expressions = new Map<string, Expression | undefined>();

  constructor(
    readonly files: StackFiles,
    private readonly neighbours: Neighbours,
  ) {
    this.declared = declarationsOf(files.contents);
    this.instances = new Instances(this);
  }

  get path(): string {
    return this.files.path;
  }

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
      const entries = Object.entries(json).map(([name, inner]): [string, Attribute] => {
        const key = name.includes("{") ? this.text(name, place, bindings) : name;
        return [typeof key === "string" ? key : name, this.value(inner, `${place}.${name}`, bindings)];
      });
      return Object.fromEntries(entries);
    }
    return json;
  }

  /** What an expression gives that stands in `text`. */
  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute {
    return evaluate(expression, this.scope(text, place, bindings));
  }

  /** What an output carries to whoever reads the stack; undefined where there is none of that name. */
  carriedOutput(name: string): Attribute | undefined {
    const isSensitive = this.declared.outputs.get(name)?.sensitive === true;
    return isSensitive ? new Secret("sensitive") : this.output(name);
  }

  /** The value of one of its outputs; undefined where it has none of that name. */
  output(name: string): Attribute | undefined {
    const output = this.declared.outputs.get(name);
    return output === undefined
      ? undefined
      : this.once(this.outputs, `output.${name}`, () => this.value(output.value ?? null, `output.${name}`));
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

  private scope(text: string, place: string, bindings: Bindings): Scope {
    return { bindings, place, text, outside: this.outside, into: this.into };
  }

  private readonly outside = (steps: readonly Step[], text: string): Outside => {
    const [root, second, third] = steps.map((step) => ("name" in step ? step.name : undefined));
    if (root === "local" && second !== undefined) {
      return { value: this.local(second, text), used: 2 };
    }
    if (root === "data" && second === "terraform_remote_state") {
      return this.remote(steps, third ?? "", text);
    }
    if (root === "var" && this.declared.variables.get(second ?? "")?.sensitive === true) {
      return { value: new Secret("sensitive"), used: 2 };
    }
    const length = root === "data" ? 3 : 2;
    const base = writeTraversal(steps.slice(0, length));
    const found = this.instances.valueOf(base);
    if (found !== undefined) {
      return { value: found, used: length };
    }
    const address = writeTraversal(root === "var" ? steps.slice(0, 2) : steps);
    return { value: new UnknownAttribute({ decidedBy: [address], expression: text }), used: steps.length };
  };

  private local(name: string, text: string): Attribute {
    const raw = this.declared.locals.get(name);
    return raw === undefined
      ? new UnknownAttribute({ decidedBy: [`local.${name}`], expression: text })
      : this.once(this.locals, `local.${name}`, () => this.value(raw, `local.${name}`));
  }

  /** An output of another stack, where that stack is among the inputs. */
  private remote(steps: readonly Step[], name: string, text: string): Outside {
    const output = steps[4];
    const isCrossStack = name.startsWith(REMOTE_STATE);
    const neighbour = isCrossStack ? this.neighbours.named(name.slice(REMOTE_STATE.length), this.files) : undefined;
    const wanted = output === undefined ? undefined : "name" in output ? output.name : String(output.key);
    const value = wanted === undefined ? undefined : neighbour?.output(wanted);
    const address = writeTraversal(steps.slice(0, 5));
    if (value === undefined || value instanceof UnknownAttribute) {
      const there = value === undefined ? [] : value.unknown.decidedBy;
      return { value: new UnknownAttribute({ decidedBy: [address, ...there], expression: text }), used: steps.length };
    }
    return { value, used: 5 };
  }

  private readonly into = (reference: Reference, step: string | number): Attribute => {
    const owner = reference.input === this.path ? this : this.neighbours.at(reference.input);
    return owner?.instances.attribute(reference, step) ?? longer(reference, step);
  };

  /** Works a value out once. One that depends on itself is unknown. */
  private once(known: Map<string, Attribute>, id: string, workOut: () => Attribute): Attribute {
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
