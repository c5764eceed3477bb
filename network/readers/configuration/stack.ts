import type { Outside } from "../../expression/scope";
import { type Attribute, type Reference, UnknownAttribute } from "../../resource";
import { type Step, writeTraversal } from "../../traversal";
import { type ConfiguredModule, rootModule } from "./configured-module";
import { declarationsOf } from "./declarations";
import { type Instances, longer } from "./instances";
import type { StackFiles } from "./stack-files";

/** Finds the other stacks that were given. */
export interface Neighbours {
  /** By the name that a cross-stack reference of `from` has for it. */
  readonly named: (name: string, from: StackFiles) => Stack | undefined;
  /** By the path of its reading. */
  readonly at: (path: string) => Stack | undefined;
}

const REMOTE_STATE = "cross-stack-reference-input-";

/** One root module of configuration, with the modules that it calls. */
export class Stack {
  readonly root: ConfiguredModule;
  private readonly owners = new Map<string, Instances>();

  constructor(
    readonly files: StackFiles,
    private readonly neighbours: Neighbours,
  ) {
    this.root = rootModule(declarationsOf(files.contents), {
      path: files.path,
      folder: files.folder,
      owners: this.owners,
      into: this.into,
      remote: this.remote,
    });
  }

  get path(): string {
    return this.files.path;
  }

  /** What an output carries to whoever reads the stack; undefined where there is none of that name. */
  carriedOutput(name: string): Attribute | undefined {
    return this.root.output(name);
  }

  /** An output of another stack, where that stack is among the inputs. */
  private readonly remote = (steps: readonly Step[], text: string): Outside => {
    const [, , third] = steps;
    const name = third !== undefined && "name" in third ? third.name : "";
    const output = steps[4];
    const isCrossStack = name.startsWith(REMOTE_STATE);
    const neighbour = isCrossStack ? this.neighbours.named(name.slice(REMOTE_STATE.length), this.files) : undefined;
    const wanted = output === undefined ? undefined : "name" in output ? output.name : String(output.key);
    const value = wanted === undefined ? undefined : neighbour?.root.outputValue(wanted);
    const address = writeTraversal(steps.slice(0, 5));
    if (value === undefined || value instanceof UnknownAttribute) {
      const there = value === undefined ? [] : value.unknown.decidedBy;
      return { value: new UnknownAttribute({ decidedBy: [address, ...there], expression: text }), used: steps.length };
    }
    return { value, used: 5 };
  };

  private readonly into = (reference: Reference, step: string | number): Attribute => {
    const owner = reference.input === this.path ? this : this.neighbours.at(reference.input);
    return owner?.owners.get(reference.address)?.attribute(reference, step) ?? longer(reference, step);
  };
}
