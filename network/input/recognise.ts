import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt, objectsAt } from "../../text/json";
import { MAKE_PLAN_JSON, MAKE_STATE_JSON } from "./make-json";
import { holdsBlocks, listed, mistakenJson, strangeMembers } from "./mistaken-json";
import { FORMAT_KEY } from "./saved-format";

/** What a parsed file turns out to be. */
export type Recognised =
  | { readonly kind: "plan"; readonly plan: JsonObject }
  /** A Terraform state, as `terraform show -json` writes it, or as Terraform keeps it. */
  | { readonly kind: "state"; readonly form: "shown" | "raw"; readonly state: JsonObject }
  | { readonly kind: "configuration"; readonly configuration: JsonObject }
  /** A saved network. */
  | { readonly kind: "network"; readonly network: JsonObject }
  /** `manifest.json` of a synthesized folder. */
  | { readonly kind: "manifest"; readonly manifest: JsonObject }
  | { readonly kind: "neither"; readonly message: string };

const PLAN_PARTS = ["planned_values", "resource_changes", "configuration", "output_changes"];

/** Tells a plan from configuration, and both from what people hand over by mistake. */
export function recognise(json: Json): Recognised {
  if (!isJsonObject(json)) {
    return neither("is JSON, but neither a plan nor configuration");
  }
  if (Object.hasOwn(json, FORMAT_KEY)) {
    return { kind: "network", network: json };
  }
  if (json.format_version !== undefined) {
    return recogniseShown(json);
  }
  if (json.encrypted_data !== undefined && json.encryption_version !== undefined) {
    return neither("is encrypted by OpenTofu; make plan JSON where it can be read: tofu show -json FILE > plan.json");
  }
  if (typeof json.version === "number" && json.terraform_version !== undefined && isStateKept(json)) {
    return recogniseRaw(json);
  }
  if (isJsonObject(json.stacks) && json.version !== undefined) {
    return { kind: "manifest", manifest: json };
  }
  const mistaken = mistakenJson(json);
  if (mistaken !== undefined) {
    return neither(mistaken);
  }
  if (holdsBlocks(json)) {
    const strange = strangeMembers(json);
    return strange.length === 0
      ? { kind: "configuration", configuration: json }
      : neither(`is no configuration: ${listed(strange)} at its top is nothing that Terraform takes there`);
  }
  if (json.planned_values !== undefined || json.resource_changes !== undefined) {
    return neither(`looks like a plan, but has no format_version; write it again: ${MAKE_PLAN_JSON}`);
  }
  return neither("is JSON, but neither plan JSON nor Terraform configuration");
}

/** Whatever `terraform show -json` and its like write has a format version. */
function recogniseShown(json: JsonObject): Recognised {
  const isPlan = PLAN_PARTS.some((name) => json[name] !== undefined);
  if (!isPlan) {
    if (json.provider_schemas !== undefined) {
      return neither("holds provider schemas, not a plan");
    }
    return json.values !== undefined || Object.keys(json).every((name) => STATE_PARTS.has(name))
      ? recogniseState(json)
      : neither("has a format_version, but is neither a plan nor a state");
  }
  const version = json.format_version;
  if (typeof version !== "string" || !/^1\.\d+$/.test(version)) {
    return neither(
      `has plan format ${typeof version === "string" ? version.slice(0, 20) : "unknown"}; only 1.x can be read`,
    );
  }
  if (json.errored === true) {
    return neither("is a plan that ended with errors, so it doesn't hold all resources; make it again without them");
  }
  const planned = objectAt(objectAt(json, "planned_values"), "root_module");
  if (json.resource_changes === undefined && (objectsAt(planned, "resources").length > 0 || planned.child_modules)) {
    return neither(
      `is a plan without resource_changes, so it doesn't tell what will exist; write it again: ${MAKE_PLAN_JSON}`,
    );
  }
  return { kind: "plan", plan: json };
}

/** What `terraform show -json` writes of a state. Of an empty one it writes no values. */
function recogniseState(json: JsonObject): Recognised {
  const { format_version: version, values } = json;
  if (typeof version !== "string" || !/^1\.\d+$/.test(version)) {
    return neither(`has a state format that isn't known; only 1.x can be read: ${MAKE_STATE_JSON}`);
  }
  const isWhole = values === undefined || (isJsonObject(values) && isJsonObject(values.root_module));
  return isWhole
    ? { kind: "state", form: "shown", state: json }
    : neither(`is a Terraform state without its resources; write it again: ${MAKE_STATE_JSON}`);
}

function isStateKept({ lineage, serial, resources }: JsonObject): boolean {
  return [lineage, serial, resources].some((part) => part !== undefined);
}

/** What Terraform keeps, and `terraform state pull` writes. */
function recogniseRaw(json: JsonObject): Recognised {
  if (json.version !== 4) {
    return neither(`is a Terraform state of another version than 4; write it anew: ${MAKE_STATE_JSON}`);
  }
  return isJsonArray(json.resources)
    ? { kind: "state", form: "raw", state: json }
    : neither(`is a Terraform state without its resources; write it again: ${MAKE_STATE_JSON}`);
}

const STATE_PARTS: ReadonlySet<string> = new Set(["format_version", "terraform_version", "values", "checks"]);

function neither(message: string): Recognised {
  return { kind: "neither", message };
}
