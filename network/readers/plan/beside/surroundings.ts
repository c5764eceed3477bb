import type { Json, JsonObject } from "../../../../text/json";
import type { Scope as Names } from "../../../expression/scope";
import type { TerraformFunction } from "../../../expression/terraform-function";
import type { Attribute } from "../../../resource";
import type { Declarations, Declared } from "../../configuration/declarations";
import type { Bindings } from "../../configuration/module";
import type { Planned } from "../planned";
import type { Scope } from "../scope";

/** What a module sees of the plan, and of other modules. */
export interface Surroundings {
  /** The input that the plan is. */
  readonly input: string;
  /** The root module's variables, as the plan tells them. */
  readonly variables: JsonObject;
  /** Functions that read files. */
  readonly functions: ReadonlyMap<string, TerraformFunction>;
  readonly into: Names["into"];
  /** A value that the plan tells. */
  json(value: Json, place: string): Attribute;
  /** The module instance of a scope; undefined where its files aren't there. */
  moduleAt(scope: Scope): OtherModule | undefined;
  child(scope: Scope, name: string, key: string | number | undefined): OtherModule | undefined;
  /** The instances of a resource that will exist after apply. */
  instances(scope: Scope, base: string): ReadonlyMap<string | number | undefined, Planned>;
}

/** What modules see of each other. */
export interface OtherModule {
  readonly declared: Declarations;
  value(json: Json, place: string, bindings: Bindings): Attribute;
  /** A module call, in the way that what repeats is declared. */
  callOf(name: string): Declared | undefined;
  /** The names that hold in one instance of a resource or a module call; undefined where its key isn't among those written. */
  bindingsOf(declared: Declared, key: string | number | undefined): Bindings | undefined;
  /** The value of one of its outputs; undefined where it has none of that name. */
  output(name: string): Attribute | undefined;
}
