import { objectAt } from "../../../../text/json";
import type { Attribute } from "../../../resource";
import type { Declarations } from "../../configuration/declarations";
import { untold, WrittenModule } from "../../configuration/written-module";
import type { Planned } from "../planned";
import type { Scope } from "../scope";
import { callName } from "./module-calls";
import { referenceTo } from "./planned-attributes";
import type { Surroundings } from "./surroundings";

/** One module instance of a plan, with the files that it was made of. */
export class SourceModule extends WrittenModule {
  constructor(
    private readonly scope: Scope,
    declared: Declarations,
    folder: string,
    private readonly surroundings: Surroundings,
  ) {
    super(scope.address, declared, folder, surroundings);
  }

  get path(): string {
    return this.surroundings.input;
  }

  protected override given(name: string, place: string): Attribute | undefined {
    const { call } = this.scope;
    if (call === undefined) {
      const told = objectAt(this.surroundings.variables, name);
      return Object.hasOwn(told, "value") ? this.surroundings.json(told.value ?? null, place) : undefined;
    }
    const caller = this.surroundings.moduleAt(call.parent);
    const declared = caller?.callOf(callName(this.scope));
    const bindings = declared === undefined ? undefined : caller?.bindingsOf(declared, call.key);
    if (caller === undefined || declared === undefined || bindings === undefined) {
      return untold(place);
    }
    const argument = declared.body[name];
    return argument === undefined ? undefined : caller.value(argument, `${this.address}.${name}`, bindings);
  }

  protected override child(name: string, key: string | number | undefined): WrittenModule | undefined {
    return this.surroundings.child(this.scope, name, key);
  }

  /** The instances that the plan has. */
  protected override resource(base: string): Attribute | undefined {
    const declared = this.declared.resources.get(base);
    if (declared === undefined) {
      return undefined;
    }
    const instances = this.surroundings.instances(this.scope, base);
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
}
