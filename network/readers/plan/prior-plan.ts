import { isJsonObject, type Json, type JsonObject, objectAt, objectsAt, stringAt } from "../../../text/json";
import { isOurType } from "../../ledger/kept";
import { idsInUse } from "./ids-in-use";

/**
 * What a plan tells of the time before its change, as a plan that changes nothing: its `prior_state`, read as that of a
 * refresh-only plan is. Resources that the plan moves have their new address, so that both times can be compared.
 *
 * Terraform reads data sources while it plans, by the configuration of after the change. So one of them counts only
 * where a resource of before refers to what it reads, or another such data source does. What is imported doesn't count
 * either: what a change brings into view was not there before. Nothing of the plan's configuration is used, for it is that of after the change; so where a
 * secret came from isn't told.
 *
 * @returns undefined where the plan holds a change of something that its `prior_state` doesn't have
 */
export function priorPlan(plan: JsonObject): JsonObject | undefined {
  const changes = objectsAt(plan, "resource_changes");
  const state = stateResources(objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "root_module"));
  const addresses = new Set(state.map((resource) => stringAt(resource, "address")));
  const existing = changes.filter((change) => !isNew(change));
  // Terraform moves what it moves before it writes down what was there.
  const isMoved = existing.every((change) => addresses.has(stringAt(change, "address")));
  if (!isMoved && !existing.every((change) => addresses.has(oldAddress(change)))) {
    return undefined;
  }
  const moves = new Map(existing.map((change) => [oldAddress(change) ?? "", change]));
  const moved = (address: string) => stringAt(moves.get(address) ?? {}, "address") ?? address;
  const imported = new Set(
    changes.filter(isImport).map((change) => (isMoved ? stringAt(change, "address") : oldAddress(change))),
  );
  const there = state.filter((resource) => !imported.has(stringAt(resource, "address")));
  const resources = [...there.filter(isManaged), ...dataInUse(there)].map((resource) =>
    isMoved ? resource : placed(resource, moves.get(stringAt(resource, "address") ?? "")),
  );
  return { prior_state: { values: { outputs: intentBefore(plan, moved), root_module: { resources } } } };
}

function stateResources(module: JsonObject): readonly JsonObject[] {
  const own = objectsAt(module, "resources").filter((one) => stringAt(one, "deposed_key") === undefined);
  return [...own, ...objectsAt(module, "child_modules").flatMap(stateResources)];
}

/** Nothing of it existed, or none of it is looked at: what a failed replacement left behind, and what is imported. */
function isNew(change: JsonObject): boolean {
  const { before } = objectAt(change, "change");
  return !isJsonObject(before) || isImport(change) || stringAt(change, "deposed") !== undefined;
}

function isImport(change: JsonObject): boolean {
  return objectAt(change, "change").importing !== undefined;
}

function oldAddress(change: JsonObject): string | undefined {
  return stringAt(change, "previous_address") ?? stringAt(change, "address");
}

function isManaged(resource: JsonObject): boolean {
  return resource.mode === "managed";
}

function dataInUse(state: readonly JsonObject[]): readonly JsonObject[] {
  let waiting = state.filter((resource) => !isManaged(resource));
  if (!waiting.some((resource) => isOurType(stringAt(resource, "type") ?? ""))) {
    // To find what is in use, the values of all resources are gone through, and of a large plan most are not read yet.
    return [];
  }
  const used = idsInUse(state.filter(isManaged));
  const found: JsonObject[] = [];
  for (;;) {
    const next = waiting.filter((resource) => used.has(stringAt(objectAt(resource, "values"), "id") ?? ""));
    if (next.length === 0) {
      return found;
    }
    found.push(...next);
    used.addAll(next);
    waiting = waiting.filter((resource) => !next.includes(resource));
  }
}

function placed(resource: JsonObject, change: JsonObject | undefined): JsonObject {
  if (change === undefined || change.address === resource.address) {
    return resource;
  }
  const { index: _, ...rest } = resource;
  const { address = "", name = "", index } = change;
  return { ...rest, address, name, ...(index === undefined ? {} : { index }) };
}

/**
 * The output `network_intent` as it was. A state in a plan already has the outputs of after the change where it had
 * none, so what the plan says of the change goes first.
 */
function intentBefore(plan: JsonObject, moved: (address: string) => string): JsonObject {
  const changes = objectAt(plan, "output_changes");
  const kept = objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "outputs");
  const { before, before_sensitive } = objectAt(changes, INTENT);
  const output: JsonObject = Object.hasOwn(changes, INTENT)
    ? { value: before ?? null, sensitive: before_sensitive ?? false }
    : objectAt(kept, INTENT);
  const { value } = output;
  return value === undefined || value === null ? {} : { [INTENT]: { ...output, value: movedKeys(value, moved) } };
}

const INTENT = "network_intent";

function movedKeys(intent: Json, moved: (address: string) => string): Json {
  if (!isJsonObject(intent)) {
    return intent;
  }
  const entries = Object.entries(intent).map(([name, value]): [string, Json] => [
    name,
    (name === "expressRoute" || name === "vpn") && isJsonObject(value)
      ? Object.fromEntries(Object.entries(value).map(([address, stated]) => [moved(address), stated]))
      : value,
  ]);
  return Object.fromEntries(entries);
}
