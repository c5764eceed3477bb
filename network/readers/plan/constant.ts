import { isJsonArray, isJsonObject, type Json } from "../../../text/json";

/**
 * The value that is written out in an expression of the plan's configuration; undefined where it is more than a value.
 * Of JSON configuration a plan has the text of every expression as a constant (`"${var.key}"`), beside what it names.
 */
export function constantOf(expression: Json | undefined): Json | undefined {
  if (!isJsonObject(expression)) {
    return undefined;
  }
  const { references, constant_value } = expression;
  const namesOthers = isJsonArray(references) && references.length > 0;
  return namesOthers ? undefined : constant_value;
}
