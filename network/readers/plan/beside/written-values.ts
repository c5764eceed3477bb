import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt } from "../../../../text/json";
import type { Scope as Names } from "../../../expression/scope";
import type { TerraformFunction } from "../../../expression/terraform-function";
import { isExact } from "../../../expression/value";
import {
  type Attribute,
  type AttributeObject,
  BY_ELIMINATION,
  isList,
  Reference,
  type Resource,
  UnknownAttribute,
} from "../../../resource";
import { readBody } from "../../configuration/body";
import type { ModuleFolders } from "../../configuration/module-folders";
import type { Instances } from "../instances";
import type { Planned } from "../planned";
import type { Scope, Scopes } from "../scope";
import { callName, placeOf } from "./module-calls";
import { plannedAttribute } from "./planned-attributes";
import { otherNames } from "./same-names";
import { SourceModule } from "./source-module";
import type { Surroundings } from "./surroundings";
import { contradictionIn, writtenAt } from "./written-at";

/** What of a plan the files are read with. */
export interface PlanAtHand {
  readonly input: string;
  readonly plan: JsonObject;
  readonly planned: readonly Planned[];
  readonly scopes: Scopes;
  readonly instances: Instances;
}

/** What the files that made a plan tell of the values that the plan leaves open. */
export class WrittenValues implements Surroundings {
  readonly input: string;
  readonly variables: JsonObject;
  private readonly modules = new Map<string, SourceModule | undefined>();
  private readonly byAddress: ReadonlyMap<string, Planned>;
  private readonly bodies = new Map<Planned, AttributeObject | undefined>();
  private readonly calls = new Map<Scope, string | undefined>();
  private readonly underway = new Set<Planned>();

  constructor(
    private readonly at: PlanAtHand,
    private readonly folders: ModuleFolders,
    readonly functions: ReadonlyMap<string, TerraformFunction>,
  ) {
    this.input = at.input;
    this.variables = objectAt(at.plan, "variables");
    this.byAddress = new Map(at.planned.map((planned) => [planned.address, planned]));
  }

  /** The value at a place of a planned resource, where it leads to other resources; else undefined. */
  valueAt(planned: Planned, path: readonly (string | number)[]): Attribute | undefined {
    const value = this.writtenAt(planned, path);
    return value !== undefined && leadsOn(value) ? value : undefined;
  }

  /** What the files say at a place of a planned resource; undefined where they say nothing there. */
  writtenAt(planned: Planned, path: readonly (string | number)[]): Attribute | undefined {
    const body = this.bodyOf(planned);
    return body === undefined ? undefined : writtenAt(body, planned, path);
  }

  /** What the files say otherwise than the plan of an instance; undefined where that is nothing. */
  contradictionOf(planned: Planned, read: Resource): string | undefined {
    const scope = this.at.scopes.at(planned.module);
    const module = scope === undefined ? undefined : this.moduleAt(scope);
    if (module === undefined) {
      return undefined;
    }
    const declared = module.declared.resources.get(planned.base);
    if (declared === undefined || module.bindingsOf(declared, planned.key) === undefined) {
      // What Terraform forgets is in no file, and a state may hold data sources that no file has any more.
      return planned.mode === "managed" && !planned.forgotten ? planned.address : undefined;
    }
    const call = scope === undefined ? undefined : this.otherCall(scope);
    if (call !== undefined) {
      return call;
    }
    const configured = scope === undefined ? undefined : this.at.scopes.resource(scope, planned.base);
    const body = this.bodyOf(planned) ?? {};
    const name =
      otherNames(objectAt(configured ?? {}, "expressions"), declared.body) ??
      contradictionIn(body, planned) ??
      Object.keys(body).find((one) => isOtherId(body[one], read.attributes[one]));
    return name === undefined ? undefined : `${planned.address}.${name}`;
  }

  /** An argument of the calls that lead to a module that names something else in the files than in the plan. */
  private otherCall(scope: Scope): string | undefined {
    if (!this.calls.has(scope)) {
      this.calls.set(scope, this.otherArgument(scope));
    }
    return this.calls.get(scope);
  }

  private otherArgument(scope: Scope): string | undefined {
    const { call } = scope;
    const written = call === undefined ? undefined : this.moduleAt(call.parent)?.callOf(callName(scope));
    if (call === undefined || written === undefined) {
      return undefined;
    }
    const name = otherNames(objectAt(call.configuration, "expressions"), written.body);
    return name === undefined ? this.otherCall(call.parent) : `${scope.address}.${name}`;
  }

  readonly into: Names["into"] = (reference, step) => {
    const planned = this.byAddress.get(reference.address);
    const path = [...reference.path, step];
    if (planned === undefined) {
      return new UnknownAttribute({ decidedBy: [reference.address] });
    }
    const told = plannedAttribute(planned, this.input, path);
    const written = told instanceof Reference && path.length === 1 ? this.valueAt(planned, path) : undefined;
    return written ?? told;
  };

  json(value: Json, place: string): Attribute {
    if (isJsonArray(value)) {
      return value.map((element) => this.json(element, place));
    }
    if (isJsonObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.json(inner, place)]));
    }
    return typeof value === "number" && !isExact(value) ? new UnknownAttribute({ decidedBy: [place] }) : value;
  }

  moduleAt(scope: Scope): SourceModule | undefined {
    if (!this.modules.has(scope.address)) {
      const place = placeOf(scope);
      const declared = this.folders.declarationsOf(place);
      const folder = this.folders.folderOf(place) ?? ".";
      this.modules.set(
        scope.address,
        declared === undefined ? undefined : new SourceModule(scope, declared, folder, this),
      );
    }
    return this.modules.get(scope.address);
  }

  child(scope: Scope, name: string, key: string | number | undefined): SourceModule | undefined {
    const child = this.at.scopes.child(scope, name, key);
    const known = child === undefined ? undefined : (this.at.scopes.at(child.address) ?? child);
    return known === undefined ? undefined : this.moduleAt(known);
  }

  instances(scope: Scope, base: string): ReadonlyMap<string | number | undefined, Planned> {
    return new Map([...this.at.instances.of(scope, base)].filter(([, planned]) => !planned.forgotten));
  }

  private bodyOf(planned: Planned): AttributeObject | undefined {
    if (this.bodies.has(planned)) {
      return this.bodies.get(planned);
    }
    const scope = this.at.scopes.at(planned.module);
    const module = scope === undefined ? undefined : this.moduleAt(scope);
    const declared = module?.declared.resources.get(planned.base);
    const bindings = declared === undefined ? undefined : module?.bindingsOf(declared, planned.key);
    // A resource whose attributes refer to each other in a circle is refused by Terraform.
    if (module === undefined || declared === undefined || bindings === undefined || this.underway.has(planned)) {
      return undefined;
    }
    this.underway.add(planned);
    const body = readBody(module, { address: planned.address, declared, bindings });
    this.underway.delete(planned);
    this.bodies.set(planned, body);
    return body;
  }
}

/** Whether a value is ids and nothing else: what a plan leaves open is where its parts belong. */
function leadsOn(value: Attribute): boolean {
  if (isList(value)) {
    return value.length > 0 && value.every(leadsOn);
  }
  return value instanceof Reference || (typeof value === "string" && /^\/subscriptions\//i.test(value));
}

function isOtherId(written: Attribute | undefined, read: Attribute | undefined): boolean {
  // What only elimination tells, the files tell better.
  return isId(written) && isId(read) && read.expression !== BY_ELIMINATION && written.address !== read.address;
}

function isId(value: Attribute | undefined): value is Reference {
  return value instanceof Reference && value.path.length === 1 && value.path[0] === "id";
}
