import { stringAt } from "../../../text/json";
import { parseString } from "../../expression/parse";
import type { Outside } from "../../expression/scope";
import { SyntaxFault } from "../../expression/syntax";
import type { Attribute, Reference, UnknownAttribute } from "../../resource";
import { type Step, writeKey } from "../../traversal";
import type { Declarations } from "./declarations";
import { Instances } from "./instances";
import type { Bindings } from "./module";
import { type ModulePlace, ROOT } from "./module-folders";
import type { StackFolder } from "./stack-files";
import { untold, untoldVariable, WrittenModule } from "./written-module";

/** What all modules of a stack share. */
export interface StackAround {
  readonly path: string;
  readonly folder: StackFolder | undefined;
  /** The instances that an address is one of. */
  readonly owners: Map<string, Instances>;
  readonly into: (reference: Reference, step: string | number) => Attribute;
  /** An output of another stack. */
  readonly remote: (steps: readonly Step[], text: string) => Outside;
}

/** The call that makes a module, in the module that it stands in. */
export interface CalledFrom {
  readonly caller: ConfiguredModule;
  readonly name: string;
  readonly bindings: Bindings;
  /** Why it can't be told how often the module is there. */
  readonly repeated: UnknownAttribute | undefined;
}

/** Deeper than anybody nests modules: one that calls itself never ends. */
const DEEPEST = 30;

/** One module instance of configuration, and the resources in it. */
export class ConfiguredModule extends WrittenModule {
  readonly instances: Instances;
  private readonly children = new Map<string, ConfiguredModule | undefined>();

  constructor(
    address: string,
    declared: Declarations,
    readonly place: ModulePlace,
    private readonly stack: StackAround,
    /** Undefined for the root module. */
    readonly calledBy?: CalledFrom,
  ) {
    const { folder, into } = stack;
    super(address, declared, folder?.modules.folderOf(place), {
      into,
      ...(folder === undefined ? {} : { functions: folder.functions }),
    });
    this.instances = new Instances(this, stack.owners, calledBy?.repeated);
  }

  get path(): string {
    return this.stack.path;
  }

  /** The module and all that it calls, as far as their files are there. */
  all(): readonly ConfiguredModule[] {
    const called = [...this.declared.modules.keys()].flatMap((name) => this.called(name));
    return [this, ...called.flatMap((child) => child.all())];
  }

  /** The instances of a module that it calls; none where its files aren't there. */
  called(name: string): readonly ConfiguredModule[] {
    const call = this.callOf(name);
    const keys = call === undefined ? undefined : this.keysOf(call);
    const all = (): (string | number | undefined)[] => {
      switch (keys?.kind) {
        case "count":
          return Array.from({ length: keys.count }, (_, index) => index);
        case "each":
          return keys.entries.map(([key]) => key);
        default:
          return [undefined];
      }
    };
    return all().flatMap((key) => this.child(name, key) ?? []);
  }

  /** Whether the files of a module that it calls can be read; so it is where it is never there. */
  isThere(name: string): boolean {
    const { folder } = this.stack;
    return (
      folder !== undefined && !this.isTooDeep() && folder.modules.declarationsOf(this.placeOfCall(name)) !== undefined
    );
  }

  /** Why a module that it calls can't be read. */
  reasonOf(name: string): string {
    const { folder } = this.stack;
    if (folder === undefined) {
      return "is a module call, and configuration JSON doesn't hold what the module makes: check the plan";
    }
    return this.isTooDeep()
      ? "is nested too deeply: does the module call itself?"
      : `${folder.modules.reasonOf(this.placeOfCall(name))}; or check the plan`;
  }

  protected override child(name: string, key: string | number | undefined): ConfiguredModule | undefined {
    const id = `${name}${key === undefined ? "" : writeKey(key)}`;
    if (!this.children.has(id)) {
      this.children.set(id, this.instantiated(name, key));
    }
    return this.children.get(id);
  }

  private instantiated(name: string, key: string | number | undefined): ConfiguredModule | undefined {
    const call = this.callOf(name);
    const { folder } = this.stack;
    const place = this.placeOfCall(name);
    const declared = folder === undefined || this.isTooDeep() ? undefined : folder.modules.declarationsOf(place);
    const bindings = call === undefined ? undefined : this.bindingsOf(call, key);
    if (call === undefined || declared === undefined || bindings === undefined) {
      return undefined;
    }
    const keys = this.keysOf(call);
    const repeated = keys.kind === "unknown" ? keys.unknown : this.calledBy?.repeated;
    const address = this.placeOf(`module.${name}${key === undefined ? "" : writeKey(key)}`);
    return new ConfiguredModule(address, declared, place, this.stack, { caller: this, name, bindings, repeated });
  }

  private placeOfCall(name: string): ModulePlace {
    const source = stringAt(this.callOf(name)?.body ?? {}, "source") ?? "";
    return { names: [...this.place.names, name], source, parent: this.place };
  }

  private isTooDeep(): boolean {
    return this.place.names.length >= DEEPEST;
  }

  protected override given(name: string, place: string): Attribute | undefined {
    if (this.calledBy !== undefined) {
      const { caller, bindings } = this.calledBy;
      const argument = caller.callOf(this.calledBy.name)?.body[name];
      return argument === undefined ? undefined : caller.value(argument, place, bindings);
    }
    const variables = this.stack.folder?.variables;
    if (variables === undefined) {
      // Whoever deploys what is synthesized may give it any value.
      return untoldVariable(place);
    }
    const given = variables.get(name);
    return given?.kind === "text" ? this.parsed(name, given.text, place) : given?.value;
  }

  /** Terraform takes text as it is for a variable of a simple type, or of none that is declared, and as an expression for others. */
  private parsed(name: string, text: string, place: string): Attribute {
    const type = this.declared.variables.get(name)?.type;
    if (type === undefined || /^(?:\$\{)?(?:string|number|bool)\}?$/.test(String(type))) {
      return text;
    }
    try {
      return this.evaluate(parseString(`\${${text}}`), "", place, new Map());
    } catch (fault) {
      if (fault instanceof SyntaxFault) {
        return untold(place);
      }
      throw fault;
    }
  }

  protected override outside(steps: readonly Step[], text: string): Outside {
    const [root, second] = steps.map((step) => ("name" in step ? step.name : undefined));
    if (root === "data" && second === "terraform_remote_state") {
      return this.stack.remote(steps, text);
    }
    return super.outside(steps, text);
  }

  protected override resource(base: string): Attribute | undefined {
    return this.instances.valueOf(base);
  }
}

/** The root module of a stack. */
export function rootModule(declared: Declarations, stack: StackAround): ConfiguredModule {
  return new ConfiguredModule("", declared, ROOT, stack);
}
