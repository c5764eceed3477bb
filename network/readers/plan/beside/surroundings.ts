import type { Json, JsonObject } from "../../../../text/json";
import type { Scope as Names } from "../../../expression/scope";
import type { TerraformFunction } from "../../../expression/terraform-function";
import type { Attribute } from "../../../resource";
import type { WrittenModule } from "../../configuration/written-module";
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
  moduleAt(scope: Scope): WrittenModule | undefined;
  child(scope: Scope, name: string, key: string | number | undefined): WrittenModule | undefined;
  /** The instances of a resource that will exist after apply. */
  instances(scope: Scope, base: string): ReadonlyMap<string | number | undefined, Planned>;
}
