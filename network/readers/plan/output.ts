import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt } from "../../../text/json";
import { type Attribute, Secret } from "../../resource";
import type { Site } from "./site";
import type { UnknownValues } from "./unknown-value";

/** The value that an output of the root module will have after apply; undefined where there is no such output. */
export function plannedOutput(
  plan: JsonObject,
  name: string,
  site: Site,
  unknowns: UnknownValues,
): Attribute | undefined {
  const outputs = objectAt(objectAt(objectAt(plan, "configuration"), "root_module"), "outputs");
  const expression = objectAt(outputs, name).expression;
  const unknownValue = () => unknowns.of(expression, site, name, `output.${name}`);
  const changes = objectAt(plan, "output_changes");
  if (Object.hasOwn(changes, name)) {
    const change = objectAt(changes, name);
    const gone = isJsonArray(change.actions) && change.actions.every((action) => action === "delete");
    return gone ? undefined : masked(change.after, change.after_unknown, change.after_sensitive, unknownValue);
  }
  const kept = [
    objectAt(objectAt(plan, "planned_values"), "outputs"),
    objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "outputs"),
  ].find((holder) => Object.hasOwn(holder, name));
  if (kept !== undefined) {
    const output = objectAt(kept, name);
    return masked(output.value, output.value === undefined, output.sensitive, unknownValue);
  }
  return undefined;
}

function masked(
  value: Json | undefined,
  unknown: Json | undefined,
  sensitive: Json | undefined,
  unknownValue: () => Attribute,
): Attribute {
  if (sensitive === true) {
    return new Secret("sensitive");
  }
  if (unknown === true) {
    return unknownValue();
  }
  if (isJsonArray(value)) {
    return value.map((element, index) =>
      masked(element, inList(unknown, index), inList(sensitive, index), unknownValue),
    );
  }
  if (isJsonObject(value) || isJsonObject(unknown)) {
    const known = isJsonObject(value) ? value : {};
    const names = new Set([...Object.keys(known), ...Object.keys(isJsonObject(unknown) ? unknown : {})]);
    const entries = [...names].map((name): [string, Attribute] => [
      name,
      masked(inObject(known, name), inObject(unknown, name), inObject(sensitive, name), unknownValue),
    ]);
    return Object.fromEntries(entries);
  }
  return value ?? null;
}

function inList(mask: Json | undefined, index: number): Json | undefined {
  return isJsonArray(mask) ? mask[index] : undefined;
}

function inObject(mask: Json | undefined, name: string): Json | undefined {
  return isJsonObject(mask) && Object.hasOwn(mask, name) ? mask[name] : undefined;
}
