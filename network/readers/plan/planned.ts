import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  stringAt,
} from "../../../text/json";
import type { ResourceChange } from "../../resource";
import { parseTraversal, type Step, writeTraversal } from "../../traversal";
import { changeIn } from "./resource-change";

/** One resource instance or data source as it will be after apply. */
export interface Planned {
  readonly address: string;
  /** Address of the module instance that holds it; empty for the root module. */
  readonly module: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly key: string | number | undefined;
  /** `azurerm_vpn_site.hq`, `data.azurerm_virtual_hub.hub`: the address without module and instance key. */
  readonly base: string;
  readonly values: JsonObject;
  /** Mirrors `values`: true where the value is known after apply only. */
  readonly unknown: Json | undefined;
  /** Mirrors `values`: true where the value is sensitive. */
  readonly sensitive: Json | undefined;
  /** Terraform has put the decision about it off, so there may be any number of these. */
  readonly deferred: boolean;
  /** It leaves Terraform and stays in Azure: `values` are those of before. */
  readonly forgotten: boolean;
  /** What the plan does to it; undefined where that is nothing. */
  readonly change?: ResourceChange | undefined;
}

const STAYS: ReadonlySet<Json> = new Set<Json>(["no-op", "create", "read", "update"]);

/**
 * Every instance that will exist after apply: what the plan creates, changes, replaces, keeps and forgets, the data
 * sources it has read, and what its state holds beyond its changes. The last is all of a refresh-only plan, and what `-target` leaves out.
 */
export function plannedInstances(plan: JsonObject): Planned[] {
  const planned: Planned[] = [];
  const settled = new Set<string>();
  for (const entry of objectsAt(plan, "resource_changes")) {
    settled.add(stringAt(entry, "address") ?? "");
    settled.add(stringAt(entry, "previous_address") ?? "");
    addChange(entry, false, planned);
  }
  for (const deferral of objectsAt(plan, "deferred_changes")) {
    const entry = objectAt(deferral, "resource_change");
    settled.add(stringAt(entry, "address") ?? "");
    addChange(entry, true, planned);
  }
  addState(objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "root_module"), settled, planned);
  return planned;
}

function addChange(entry: JsonObject, deferred: boolean, planned: Planned[]): void {
  // A deposed object is the old half of a replacement that is still to be destroyed.
  if (stringAt(entry, "deposed") !== undefined) {
    return;
  }
  const change = objectAt(entry, "change");
  const { actions } = change;
  const module = stringAt(entry, "module_address") ?? moduleIn(stringAt(entry, "address") ?? "");
  if (isJsonArray(actions) && actions.some((action) => STAYS.has(action))) {
    add(entry, module, planned, {
      values: objectAt(change, "after"),
      unknown: change.after_unknown,
      sensitive: change.after_sensitive,
      deferred,
      forgotten: false,
      change: changeIn(entry),
    });
  } else if (isJsonArray(actions) && actions.includes("forget")) {
    add(entry, module, planned, {
      values: objectAt(change, "before"),
      unknown: undefined,
      sensitive: change.before_sensitive,
      deferred,
      forgotten: true,
    });
  }
}

function addState(module: JsonObject, settled: ReadonlySet<string>, planned: Planned[]): void {
  for (const resource of objectsAt(module, "resources")) {
    const skip = settled.has(stringAt(resource, "address") ?? "") || stringAt(resource, "deposed_key") !== undefined;
    if (!skip) {
      add(resource, stringAt(module, "address") ?? "", planned, {
        values: objectAt(resource, "values"),
        unknown: undefined,
        sensitive: resource.sensitive_values,
        deferred: false,
        forgotten: false,
      });
    }
  }
  for (const child of objectsAt(module, "child_modules")) {
    addState(child, settled, planned);
  }
}

function add(
  entry: JsonObject,
  module: string,
  planned: Planned[],
  rest: Pick<Planned, "values" | "unknown" | "sensitive" | "deferred" | "forgotten" | "change">,
): void {
  const address = stringAt(entry, "address");
  const type = stringAt(entry, "type");
  const name = stringAt(entry, "name");
  const mode = entry.mode;
  if (address === undefined || type === undefined || name === undefined || (mode !== "managed" && mode !== "data")) {
    return;
  }
  const index = entry.index;
  const key = typeof index === "string" || typeof index === "number" ? index : keyIn(address);
  const base = `${mode === "data" ? "data." : ""}${type}.${name}`;
  planned.push({ address, module, mode, type, name, key, base, ...rest });
}

/** The key that an address ends with, for an entry that has lost its own. */
function keyIn(address: string): string | number | undefined {
  const last = address.endsWith("]") ? parseTraversal(address)?.at(-1) : undefined;
  return last !== undefined && "key" in last ? last.key : undefined;
}

/** The module that an address begins with, for an entry that has lost its own. */
function moduleIn(address: string): string {
  const steps = address.startsWith("module.") ? (parseTraversal(address) ?? []) : [];
  let end = 0;
  for (let at = 0; at < steps.length && isNamed(steps[at], "module"); at = end) {
    const key = steps[at + 2];
    end = key !== undefined && "key" in key ? at + 3 : at + 2;
  }
  return writeTraversal(steps.slice(0, end));
}

function isNamed(step: Step | undefined, name: string): boolean {
  return step !== undefined && "name" in step && step.name === name;
}

/** Is the value under this path known in the plan? A path that leads nowhere is not. */
export function isKnownAt(planned: Planned, path: readonly (string | number)[]): boolean {
  let value: Json | undefined = planned.values;
  let unknown: Json | undefined = planned.unknown;
  for (const step of path) {
    if (unknown === true) {
      return false;
    }
    value = childOf(value, step);
    unknown = childOf(unknown, step);
  }
  return value !== undefined && !holdsTrue(unknown);
}

function childOf(value: Json | undefined, step: string | number): Json | undefined {
  if (typeof step === "number") {
    return isJsonArray(value) ? value[step] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function holdsTrue(mask: Json | undefined): boolean {
  if (isJsonArray(mask)) {
    return mask.some(holdsTrue);
  }
  return isJsonObject(mask) ? Object.values(mask).some(holdsTrue) : mask === true;
}
