import { ADDRESS_FUNCTIONS } from "./functions-address";
import { CHOICE_FUNCTIONS } from "./functions-choice";
import { COLLECTION_FUNCTIONS } from "./functions-collection";
import { FORMAT_FUNCTIONS } from "./functions-format";
import { JSON_FUNCTIONS } from "./functions-json";
import { NUMBER_FUNCTIONS } from "./functions-number";
import { PATTERN_FUNCTIONS } from "./functions-pattern";
import { SET_FUNCTIONS } from "./functions-set";
import { TEXT_FUNCTIONS } from "./functions-text";
import type { TerraformFunction } from "./terraform-function";

const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map([
  ...ADDRESS_FUNCTIONS,
  ...CHOICE_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...FORMAT_FUNCTIONS,
  ...JSON_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...PATTERN_FUNCTIONS,
  ...SET_FUNCTIONS,
  ...TEXT_FUNCTIONS,
]);

/**
 * A function that needs nothing but its arguments. It gives undefined where they don't tell the result; undefined here is a
 * function that isn't known.
 */
export function functionNamed(name: string): TerraformFunction | undefined {
  return FUNCTIONS.get(name.replace(/^core::/, ""));
}
