import type { Json } from "../../../text/json";
import { evaluate } from "../../expression/evaluate";
import { parseString } from "../../expression/parse";
import type { Outside } from "../../expression/scope";
import { type Expression, SyntaxFault } from "../../expression/syntax";
import { TypeConstraint } from "../../expression/type-constraint";
import { type Attribute, Secret, UnknownAttribute } from "../../resource";
import { type Step, writeTraversal } from "../../traversal";
import type { Declarations, Declared } from "./declarations";
import type { Bindings, Module } from "./module";
import { type Keys, keysOf } from "./repetition";
import { type Names, Values } from "./values";

/** What a module takes from around it. */
export type Around = Pick<Names, "into" | "functions">;

/**
 * One instance of a module as its files have it: its variables, locals and outputs, and the modules that it calls. Everything is
 * worked out when it is asked for.
 */
export abstract class WrittenModule implements Module {
  /** The path of its reading. */
  abstract readonly path: string;
  protected readonly values: Values;
  private readonly known = new Map<string, Attribute>();
  private readonly keys = new Map<string, Keys>();

  constructor(
    /** `module.site["hq"]`; empty for the root module. */
    readonly address: string,
    readonly declared: Declarations,
    /** As seen from the root module; undefined where that isn't told. */
    private readonly folder: string | undefined,
    private readonly around: Around,
  ) {
    this.values = new Values({ outside: (steps, text) => this.outside(steps, text), ...around });
  }

  /** What whoever calls the module gives for a variable; undefined where that is nothing. */
  protected abstract given(name: string, place: string): Attribute | undefined;

  /** An instance of a module that it calls; undefined where its files aren't there. */
  protected abstract child(name: string, key: string | number | undefined): WrittenModule | undefined;

  /** What `azurerm_vpn_site.hq` means by itself; undefined where nothing of that name is declared. */
  protected abstract resource(base: string): Attribute | undefined;

  value(json: Json, place: string, bindings?: Bindings): Attribute {
    return this.values.value(json, place, bindings);
  }

  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute {
    return this.values.evaluate(expression, text, place, bindings);
  }

  /** The names that hold in one instance of a resource or a module call; undefined where its key isn't among those written. */
  bindingsOf(declared: Declared, key: string | number | undefined): Bindings | undefined {
    const keys = this.keysOf(declared);
    switch (keys.kind) {
      case "single":
        return key === undefined ? new Map() : undefined;
      case "count":
        return typeof key === "number" && key < keys.count ? new Map([["count", { index: key }]]) : undefined;
      case "each": {
        const entry = keys.entries.find(([name]) => name === key);
        return entry === undefined ? undefined : new Map([["each", { key: entry[0], value: entry[1] }]]);
      }
      case "unknown":
        return new Map<string, Attribute>([
          ["each", { key: key ?? null, value: keys.unknown }],
          ["count", { index: key ?? null }],
        ]);
    }
  }

  /** The value of one of its outputs; undefined where it has none of that name. */
  output(name: string): Attribute | undefined {
    return this.declared.outputs.get(name)?.sensitive === true ? new Secret("sensitive") : this.outputValue(name);
  }

  /** The same, sensitive or not. */
  outputValue(name: string): Attribute | undefined {
    const output = this.declared.outputs.get(name);
    return output === undefined
      ? undefined
      : this.once(`output.${name}`, () => this.value(output.value ?? null, this.placeOf(`output.${name}`)));
  }

  /** A module call, in the way that what repeats is declared. */
  callOf(name: string): Declared | undefined {
    const body = this.declared.modules.get(name);
    return body === undefined ? undefined : { mode: "managed", type: "module", name, base: `module.${name}`, body };
  }

  /** The address of what is declared in it. */
  placeOf(name: string): string {
    return this.address === "" ? name : `${this.address}.${name}`;
  }

  protected outside(steps: readonly Step[], text: string): Outside {
    const [root, second] = steps.map((step) => ("name" in step ? step.name : undefined));
    const named = second === undefined ? undefined : this.named(root, second, steps, text);
    if (named !== undefined) {
      return named;
    }
    const length = root === "data" ? 3 : 2;
    const resource = this.resource(writeTraversal(steps.slice(0, length)));
    if (resource !== undefined) {
      return { value: resource, used: length };
    }
    const untaken = this.placeOf(writeTraversal(steps));
    return { value: new UnknownAttribute({ decidedBy: [untaken], expression: text }), used: steps.length };
  }

  private named(root: string | undefined, second: string, steps: readonly Step[], text: string): Outside | undefined {
    switch (root) {
      case "local":
        return { value: this.local(second, text), used: 2 };
      case "var":
        return { value: this.once(`var.${second}`, () => this.variable(second)), used: 2 };
      case "module":
        return this.module(second, steps);
      case "path":
        return this.folder !== undefined && (second === "module" || second === "root")
          ? { value: second === "root" ? "." : this.folder, used: 2 }
          : undefined;
      default:
        return undefined;
    }
  }

  private local(name: string, text: string): Attribute {
    const raw = this.declared.locals.get(name);
    const place = this.placeOf(`local.${name}`);
    return raw === undefined
      ? new UnknownAttribute({ decidedBy: [place], expression: text })
      : this.once(`local.${name}`, () => this.value(raw, place));
  }

  private variable(name: string): Attribute {
    const variable = this.declared.variables.get(name);
    const place = this.placeOf(`var.${name}`);
    if (variable === undefined) {
      return untoldVariable(place);
    }
    if (variable.sensitive === true || variable.ephemeral === true) {
      return new Secret("sensitive");
    }
    const given = this.given(name, place);
    const isLeft = given === undefined || (given === null && variable.nullable === false);
    const value = isLeft
      ? variable.default === undefined
        ? untoldVariable(place)
        : this.value(variable.default, place)
      : given;
    const type = variable.type === undefined ? ANY : parsedType(variable.type);
    return type === undefined ? untold(place) : this.converted(type, value, place);
  }

  private converted(type: Expression, value: Attribute, place: string): Attribute {
    const outside = (steps: readonly Step[], text: string) => this.outside(steps, text);
    const scope = { bindings: new Map(), place, text: "", outside, into: this.around.into };
    return new TypeConstraint(evaluate, scope).converted(type, value);
  }

  private module(name: string, steps: readonly Step[]): Outside | undefined {
    const call = this.callOf(name);
    const keys = call === undefined ? undefined : this.keysOf(call);
    const [key, output] = [steps[2], steps[3]];
    if (keys === undefined || keys.kind === "unknown") {
      return undefined;
    }
    if (keys.kind === "single") {
      const only = key !== undefined && "name" in key ? this.outputOf(name, undefined, key.name) : undefined;
      return only === undefined ? { value: this.outputsOf(name, undefined), used: 2 } : { value: only, used: 3 };
    }
    const told = key !== undefined && "key" in key && output !== undefined && "name" in output ? key.key : undefined;
    const one =
      told === undefined || output === undefined || !("name" in output)
        ? undefined
        : this.outputOf(name, told, output.name);
    if (one !== undefined) {
      return { value: one, used: 4 };
    }
    const all =
      keys.kind === "count"
        ? Array.from({ length: keys.count }, (_, index) => this.outputsOf(name, index))
        : Object.fromEntries(keys.entries.map(([each]) => [each, this.outputsOf(name, each)]));
    return { value: all, used: 2 };
  }

  private outputOf(name: string, key: string | number | undefined, output: string): Attribute | undefined {
    return this.child(name, key)?.output(output);
  }

  private outputsOf(name: string, key: string | number | undefined): Attribute {
    const child = this.child(name, key);
    const names = child === undefined ? [] : [...child.declared.outputs.keys()];
    return child === undefined
      ? untold(this.placeOf(`module.${name}`))
      : Object.fromEntries(names.map((output) => [output, child.output(output) ?? null]));
  }

  /** How a resource or a module call is repeated. */
  keysOf(declared: Declared): Keys {
    const before = this.keys.get(declared.base);
    if (before !== undefined) {
      return before;
    }
    // While its own keys are worked out, they can't be told.
    this.keys.set(declared.base, { kind: "unknown", unknown: untold(this.placeOf(declared.base)) });
    const keys = keysOf(declared, this);
    this.keys.set(declared.base, keys);
    return keys;
  }

  protected once(id: string, workOut: () => Attribute): Attribute {
    return this.values.once(this.known, id, workOut);
  }
}

const ANY: Expression = { kind: "name", name: "any" };

/** What nothing tells that is at hand. */
export function untold(place: string): UnknownAttribute {
  return new UnknownAttribute({ decidedBy: [place] });
}

/** A variable without a value, wherever it stands: what goes by the same one is the same. */
export function untoldVariable(place: string): UnknownAttribute {
  return new UnknownAttribute({ decidedBy: [place], expression: `\${${place}}` });
}

/** `string` and `list(string)`, in quotes as old configuration has it or as an expression. */
function parsedType(type: Json): Expression | undefined {
  const text = typeof type === "string" && !type.includes("${") ? `\${${type}}` : type;
  try {
    return typeof text === "string" ? parseString(text) : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return undefined;
    }
    throw fault;
  }
}
