import type { Json } from "../../../text/json";
import type { Outside } from "../../expression/scope";
import type { Expression } from "../../expression/syntax";
import { type Attribute, type Reference, Secret, UnknownAttribute } from "../../resource";
import { type Step, writeTraversal } from "../../traversal";
import { type Declarations, declarationsOf } from "./declarations";
import { Instances, longer } from "./instances";
import type { Bindings, Module } from "./module";
import type { StackFiles } from "./stack-files";
import { Values } from "./values";

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
  private readonly values: Values;

  constructor(
    readonly files: StackFiles,
    private readonly neighbours: Neighbours,
  ) {
    this.declared = declarationsOf(files.contents);
    this.instances = new Instances(this);
    this.values = new Values({ outside: this.outside, into: this.into });
  }

  get path(): string {
    return this.files.path;
  }

  value(json: Json, place: string, bindings?: Bindings): Attribute {
    return this.values.value(json, place, bindings);
  }

  evaluate(expression: Expression, text: string, place: string, bindings: Bindings): Attribute {
    return this.values.evaluate(expression, text, place, bindings);
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
      : this.values.once(this.outputs, `output.${name}`, () => this.value(output.value ?? null, `output.${name}`));
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
      : this.values.once(this.locals, `local.${name}`, () => this.value(raw, `local.${name}`));
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
}
