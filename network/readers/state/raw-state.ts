import { isJsonArray, isJsonObject, type Json, type JsonObject, objectsAt, stringAt } from "../../../text/json";
import { isSecretName } from "../../input/secret";
import { type Step, writeTraversal } from "../../traversal";

/**
 * A state as Terraform keeps it (`terraform state pull`, version 4), in the form that `terraform show -json` writes. What
 * holds a secret by its nature is sensitive, for only some versions of Terraform note that here.
 */
export function shownState(raw: JsonObject): JsonObject {
  const { outputs, resources } = raw;
  const root_module: JsonObject = {
    resources: isJsonArray(resources) ? resources.flatMap(instancesOf) : (resources ?? null),
  };
  return { values: { ...(isJsonObject(outputs) ? { outputs } : {}), root_module } };
}

/** The instances of a resource; the entry itself where it isn't told that there are none. */
function instancesOf(resource: Json): Json[] {
  if (!isJsonObject(resource) || !isJsonArray(resource.instances)) {
    return [resource];
  }
  const isOfObjects = resource.instances.every(isJsonObject);
  return isOfObjects ? objectsAt(resource, "instances").map((instance) => instanceOf(resource, instance)) : [resource];
}

function instanceOf(resource: JsonObject, instance: JsonObject): JsonObject {
  const { mode, type, name } = resource;
  const { index_key, attributes, deposed, sensitive_attributes } = instance;
  const address = addressOf(resource, index_key);
  return {
    ...given({ address, mode, type, name, index: index_key, deposed_key: deposed, values: attributes }),
    sensitive_values: maskOf(attributes, sensitive_attributes),
  };
}

function addressOf(resource: JsonObject, key: Json | undefined): string | undefined {
  const [type, name, module] = ["type", "name", "module"].map((one) => stringAt(resource, one));
  if (type === undefined || name === undefined) {
    return undefined;
  }
  const isKeyed = typeof key === "string" || typeof key === "number";
  const own: Step[] = [{ name: type }, { name }, ...(isKeyed ? [{ key }] : [])];
  const written = writeTraversal(resource.mode === "data" ? [{ name: "data" }, ...own] : own);
  return module === undefined ? written : `${module}.${written}`;
}

function given(values: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** A mirror of the attributes, true where a value is sensitive. Paths that can't be followed make all of it so. */
function maskOf(attributes: Json | undefined, paths: Json | undefined): Json {
  if (paths !== undefined && paths !== null && !isJsonArray(paths)) {
    return true;
  }
  const steps = (paths ?? []).map(stepsOf);
  const known = steps.filter((path) => path !== undefined);
  return known.length < steps.length ? true : masked(attributes ?? null, known);
}

function masked(value: Json, paths: readonly (readonly (string | number)[])[]): Json {
  if (paths.some((path) => path.length === 0)) {
    return true;
  }
  const below = (step: string | number) => paths.filter(([first]) => first === step).map((path) => path.slice(1));
  if (isJsonArray(value)) {
    return value.map((element, index) => masked(element, below(index)));
  }
  if (!isJsonObject(value)) {
    // What a path leads into and isn't there to be followed is sensitive as a whole.
    return paths.length > 0;
  }
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [
    name,
    isSecretName(name) ? true : masked(inner, below(name)),
  ]);
  return Object.fromEntries(entries);
}

/** A path as Terraform keeps it: `[{"type": "get_attr", "value": "link"}, {"type": "index", "value": {"value": 0, "type": "number"}}]`. */
function stepsOf(path: Json): readonly (string | number)[] | undefined {
  const steps = isJsonArray(path) ? path.map(stepOf) : [undefined];
  const known = steps.filter((step) => step !== undefined);
  return known.length < steps.length ? undefined : known;
}

function stepOf(step: Json): string | number | undefined {
  const value = isJsonObject(step) ? (isJsonObject(step.value) ? step.value.value : step.value) : undefined;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}
