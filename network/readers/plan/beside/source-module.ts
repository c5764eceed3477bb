import { type Json, objectAt } from "../../../../text/json";
import { evaluate } from "../../../expression/evaluate";
import { parseString } from "../../../expression/parse";
import type { Outside } from "../../../expression/scope";
import { type Expression, SyntaxFault } from "../../../expression/syntax";
import { TypeConstraint } from "../../../expression/type-constraint";
import { type Attribute, Secret, UnknownAttribute } from "../../../resource";
import { type Step, writeTraversal } from "../../../traversal";
import type { Declarations, Declared } from "../../configuration/declarations";
import type { Bindings, Module } from "../../configuration/module";
import { type Keys, keysOf } from "../../configuration/repetition";
import { Values } from "../../configuration/values";
import type { Planned } from "../planned";
import type { Scope } from "../scope";
import { callName } from "./module-folders";
import { referenceTo } from "./planned-attributes";
import type { OtherModule, Surroundings } from "./surroundings";

/** One module instance of a plan, with the files that it was made of. Everything is worked out when it is asked for. */
export class SourceModule implements Module, OtherModule {
  private readonly values: Values;
  private readonly known = new Map<string, Attribute>();
  private readonly keys = new Map<string, Keys>();

  constructor(
    private readonly scope: Scope,
    readonly declared: Declarations,
    /** As seen from the root module. */
    private readonly folder: string,
    private readonly around: Surroundings,
  ) {
    const { into, functions } = around;
    this.values = new Values({ outside: this.outside, into, functions });
  }

  get path(): string {
    return this.around.input;
  }

  value(json: Json, place: string, bindings?: Bindings): Attribute {
    return this.values.value(json, place, bindings);
  }

  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute {
    return this.values.evaluate(expression, text, place, bindings);
  }

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

  output(name: string): Attribute | undefined {
    const output = this.declared.outputs.get(name);
    if (output === undefined) {
      return undefined;
    }
    return output.sensitive === true
      ? new Secret("sensitive")
      : this.once(`output.${name}`, () => this.value(output.value ?? null, this.placeOf(`output.${name}`)));
  }

  private readonly outside = (steps: readonly Step[], text: string): Outside => {
    const [root, second] = steps.map((step) => ("name" in step ? step.name : undefined));
    const named = second === undefined ? undefined : this.named(root, second, steps);
    if (named !== undefined) {
      return named;
    }
    const length = root === "data" ? 3 : 2;
    const resource = this.resource(writeTraversal(steps.slice(0, length)));
    return resource === undefined
      ? {
          value: new UnknownAttribute({ decidedBy: [this.placeOf(writeTraversal(steps))], expression: text }),
          used: steps.length,
        }
      : { value: resource, used: length };
  };

  private named(root: string | undefined, second: string, steps: readonly Step[]): Outside | undefined {
    switch (root) {
      case "local":
        return { value: this.local(second), used: 2 };
      case "var":
        return { value: this.once(`var.${second}`, () => this.variable(second)), used: 2 };
      case "module":
        return this.module(second, steps);
      case "path":
        return second === "module" || second === "root"
          ? { value: second === "root" ? "." : this.folder, used: 2 }
          : undefined;
      default:
        return undefined;
    }
  }

  private local(name: string): Attribute {
    const raw = this.declared.locals.get(name);
    const place = this.placeOf(`local.${name}`);
    return raw === undefined ? untold(place) : this.once(`local.${name}`, () => this.value(raw, place));
  }

  private variable(name: string): Attribute {
    const variable = this.declared.variables.get(name);
    const place = this.placeOf(`var.${name}`);
    if (variable === undefined) {
      return untold(place);
    }
    if (variable.sensitive === true || variable.ephemeral === true) {
      return new Secret("sensitive");
    }
    const given = this.given(name, place);
    const isLeft = given === undefined || (given === null && variable.nullable === false);
    const value = isLeft
      ? variable.default === undefined
        ? untold(place)
        : this.value(variable.default, place)
      : given;
    const type = variable.type === undefined ? ANY : parsedType(variable.type);
    return type === undefined ? untold(place) : this.converted(type, value, place);
  }

  /** What whoever calls the module gives for a variable; undefined where that is nothing. */
  private given(name: string, place: string): Attribute | undefined {
    const { call } = this.scope;
    if (call === undefined) {
      const told = objectAt(this.around.variables, name);
      return Object.hasOwn(told, "value") ? this.around.json(told.value ?? null, place) : undefined;
    }
    const caller = this.around.moduleAt(call.parent);
    const declared = caller?.callOf(callName(this.scope));
    const bindings = declared === undefined ? undefined : caller?.bindingsOf(declared, call.key);
    if (caller === undefined || declared === undefined || bindings === undefined) {
      return untold(place);
    }
    const argument = declared.body[name];
    return argument === undefined ? undefined : caller.value(argument, `${this.scope.address}.${name}`, bindings);
  }

  private converted(type: Expression, value: Attribute, place: string): Attribute {
    const scope = { bindings: new Map(), place, text: "", outside: this.outside, into: this.around.into };
    return new TypeConstraint(evaluate, scope).converted(type, value);
  }

  callOf(name: string): Declared | undefined {
    const body = this.declared.modules.get(name);
    return body === undefined ? undefined : { mode: "managed", type: "module", name, base: `module.${name}`, body };
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
    return this.around.child(this.scope, name, key)?.output(output);
  }

  private outputsOf(name: string, key: string | number | undefined): Attribute {
    const child = this.around.child(this.scope, name, key);
    const names = child === undefined ? [] : [...child.declared.outputs.keys()];
    return child === undefined
      ? untold(this.placeOf(`module.${name}`))
      : Object.fromEntries(names.map((output) => [output, child.output(output) ?? null]));
  }

  /** What `azurerm_vpn_site.hq` means by itself: the instances that the plan has; undefined where nothing of that name is declared. */
  private resource(base: string): Attribute | undefined {
    const declared = this.declared.resources.get(base);
    if (declared === undefined) {
      return undefined;
    }
    const instances = this.around.instances(this.scope, base);
    const reference = (planned: Planned) => referenceTo(planned, this.path, []);
    const single = instances.get(undefined);
    if (single !== undefined) {
      return instances.size === 1 ? reference(single) : undefined;
    }
    if (declared.body.count !== undefined) {
      const all = Array.from({ length: instances.size }, (_, index) => instances.get(index));
      return all.every((one) => one !== undefined) ? all.map(reference) : undefined;
    }
    const entries = [...instances].map(([key, planned]) => [key, reference(planned)] as const);
    const isKeyed = declared.body.for_each !== undefined && entries.every(([key]) => typeof key === "string");
    return isKeyed ? Object.fromEntries(entries) : undefined;
  }

  private keysOf(declared: Declared): Keys {
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

  private once(id: string, workOut: () => Attribute): Attribute {
    return this.values.once(this.known, id, workOut);
  }

  private placeOf(name: string): string {
    return this.scope.address === "" ? name : `${this.scope.address}.${name}`;
  }
}

const ANY: Expression = { kind: "name", name: "any" };

function untold(place: string): UnknownAttribute {
  return new UnknownAttribute({ decidedBy: [place] });
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
