import { type Json, type JsonObject, objectAt } from "../../text/json";
import { type CarriedSuppressions, SUPPRESSIONS_OUTPUT } from "../inputs";
import { type Attribute, isList, isMark, isRecord } from "../resource";

/**
 * What an input says should be suppressed.
 *
 * @param output the value of its output; undefined where there is no such output
 * @param applied the value that is applied already, where the input tells
 */
export function carriedBy(
  output: Attribute | undefined,
  applied?: Json,
): { readonly suppressions?: CarriedSuppressions } {
  // An output that is null exists no more than one that nobody wrote.
  return output === undefined || output === null
    ? {}
    : { suppressions: { stated: jsonOf(output), applied: applied ?? undefined } };
}

/**
 * The value of that output before the change of a plan. A state in a plan already has outputs that the change brings, so
 * what the plan says of the change goes first.
 */
export function appliedSuppressions(plan: JsonObject): Json | undefined {
  const changes = objectAt(plan, "output_changes");
  if (Object.hasOwn(changes, SUPPRESSIONS_OUTPUT)) {
    const { before, before_sensitive } = objectAt(changes, SUPPRESSIONS_OUTPUT);
    return before_sensitive === true ? undefined : before;
  }
  const kept = objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "outputs");
  const { value, sensitive } = objectAt(kept, SUPPRESSIONS_OUTPUT);
  return sensitive === true ? undefined : value;
}

/** A value as JSON; undefined where any of it isn't told. */
function jsonOf(attribute: Attribute): Json | undefined {
  if (isMark(attribute)) {
    return undefined;
  }
  if (isList(attribute)) {
    const elements = attribute.map(jsonOf);
    return elements.every((element) => element !== undefined) ? elements : undefined;
  }
  if (!isRecord(attribute)) {
    return attribute;
  }
  const entries = Object.entries(attribute).map(([name, value]) => [name, jsonOf(value)] as const);
  return entries.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(entries.map(([name, value]): [string, Json] => [name, value ?? null]));
}
