import type { Attribute } from "../resource";
import { COLLECTION_FUNCTIONS } from "./functions-collection";
import { TEXT_FUNCTIONS } from "./functions-text";
import type { TerraformFunction } from "./terraform-function";

const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([...COLLECTION_FUNCTIONS, ...TEXT_FUNCTIONS]);

/** Calls a function; undefined for one that isn't known, and where the arguments don't tell the result. */
export function callFunction(name: string, args: readonly Attribute[]): Attribute | undefined {
  return FUNCTIONS.get(name.replace(/^core::/, ""))?.(args);
}
