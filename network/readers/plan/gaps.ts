import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  stringAt,
} from "../../../text/json";
import { isOurType } from "../../ledger/kept";
import type { Unread } from "../../network";
import { parseTraversal, writeTraversal } from "../../traversal";
import { LEFT_BEHIND, leftBehind } from "./left-behind";

/**
 * What a plan doesn't show though a plan of Terraform always does: it was damaged or cut on its way here. Nothing may be
 * judged as absent that could be in such a gap.
 *
 * - An entry of `resource_changes` that doesn't tell which resource it changes, how, or what it will be.
 * - A resource that the plan's values or its configuration hold, and of which `resource_changes` and the state tell nothing.
 * - The state, where the plan changes or keeps what exists.
 * - What `-target` leaves out, of which the plan says no more than that it isn't complete.
 * - What a replacement left behind and the plan leaves there.
 */
export function gapsOf(plan: JsonObject): Unread[] {
  const gaps: Unread[] = [];
  const known = new Set(addressesIn(rootOf(objectAt(objectAt(plan, "prior_state"), "values"))));
  for (const [index, entry] of entriesOf(plan).entries()) {
    // Most of a large plan is of other types.
    if (!isJsonObject(entry) || isOurs(entry)) {
      known.add(isJsonObject(entry) ? (stringAt(entry, "address") ?? "") : "");
      gaps.push(...gapOf(entry, index));
    }
  }
  const told = new Set(entriesOf(plan).map((entry) => (isJsonObject(entry) ? stringAt(entry, "address") : undefined)));
  // What the plan keeps has its change too, so the state doesn't make up for one that is missing.
  const lost = addressesIn(rootOf(objectAt(plan, "planned_values"))).filter(
    (address) => !known.has(address) || (told.size > 0 && !told.has(address) && !isDataSource(address)),
  );
  return [
    ...gaps,
    ...lost.map((address) => unread(address, "is in the planned values, and the plan tells no change of it")),
    ...(mayLackSome(plan) ? [] : unseen(plan, known, told).filter(({ address }) => !lost.includes(address))),
    ...leftBehind(plan),
    ...(isTargeted(plan) ? [LEFT_OUT] : []),
    ...(lacksState(plan) ? [unread("prior_state", "is missing, though the plan holds resources that exist")] : []),
  ];
}

/** A plan that says it is not complete, and puts nothing off. */
function isTargeted(plan: JsonObject): boolean {
  return plan.complete === false && objectsAt(plan, "deferred_changes").length === 0;
}

/** The change may go on in what it leaves out, so a plan with `-target` is none to judge a change by. */
const LEFT_OUT: Unread = {
  address: "what -target leaves out",
  reason: "is not in the plan",
  unknown: { decidedBy: ["a plan without -target"] },
};

function entriesOf(plan: JsonObject): readonly Json[] {
  const { resource_changes } = plan;
  const changes = isJsonArray(resource_changes) ? resource_changes : [];
  return [...changes, ...objectsAt(plan, "deferred_changes").map((deferral) => objectAt(deferral, "resource_change"))];
}

const ACTIONS: ReadonlySet<Json> = new Set<Json>(["no-op", "create", "read", "update", "delete", "forget"]);

function gapOf(entry: Json, index: number): Unread[] {
  const place = `resource_changes[${index}]`;
  if (!isJsonObject(entry)) {
    return [unread(place, "is no change of a resource")];
  }
  const address = stringAt(entry, "address") ?? place;
  const isNamed = ["address", "type", "name"].every((name) => stringAt(entry, name) !== undefined);
  if (!isNamed || (entry.mode !== "managed" && entry.mode !== "data")) {
    return [unread(address, "doesn't tell its address, mode, type and name")];
  }
  const change = objectAt(entry, "change");
  const { actions } = change;
  if (!isJsonArray(actions) || actions.length === 0 || !actions.every((action) => ACTIONS.has(action))) {
    return [unread(address, "doesn't tell what will be done with it")];
  }
  if (actions.includes("forget") && (actions.length > 1 || stringAt(entry, "deposed") !== undefined)) {
    // The name is another object's by then.
    return [unread(address, "leaves an object in Azure that Terraform forgets")];
  }
  if (actions.includes("forget")) {
    return isJsonObject(change.before) ? [] : [unread(address, "stays in Azure, and the plan doesn't tell what it is")];
  }
  const goes = actions.every((action) => action === "delete");
  if (stringAt(entry, "deposed") !== undefined) {
    return goes ? [] : [unread(address, LEFT_BEHIND)];
  }
  const isTold = isJsonObject(change.after) && isJsonObject(change.after_unknown);
  return goes || isTold ? [] : [unread(address, "doesn't tell what it will be")];
}

/** Addresses of the resources of a module and all modules in it, of the types that are judged. */
function addressesIn(module: JsonObject): string[] {
  const own = objectsAt(module, "resources").filter(isOurs);
  const addresses = own.map((resource) => stringAt(resource, "address")).filter((address) => address !== undefined);
  return [...addresses, ...objectsAt(module, "child_modules").flatMap(addressesIn)];
}

function rootOf(values: JsonObject): JsonObject {
  return objectAt(values, "root_module");
}

/** A plan with `-target`, and one that destroys: neither tells of everything that is configured. */
function mayLackSome(plan: JsonObject): boolean {
  const changes = objectsAt(plan, "resource_changes");
  const destroys =
    changes.length > 0 && changes.every((entry) => String(objectAt(entry, "change").actions) === "delete");
  return plan.complete === false || destroys;
}

/**
 * What the configuration has exactly once, and nothing else of the plan tells of. What is repeated may be there no time.
 * Where the plan tells changes, it tells one of everything that is managed, so the state doesn't make up for it.
 */
function unseen(plan: JsonObject, known: ReadonlySet<string>, told: ReadonlySet<string | undefined>): Unread[] {
  const knownBases = withoutKeys(known);
  const toldBases = withoutKeys(told);
  const modules = [{ module: rootOf(objectAt(plan, "configuration")), path: "" }];
  const found: Unread[] = [];
  for (const { module, path } of modules) {
    for (const resource of objectsAt(module, "resources").filter((one) => isOurs(one) && !isRepeated(one))) {
      const address = stringAt(resource, "address");
      const isKnown = resource.mode === "data" || told.size === 0 ? knownBases : toldBases;
      if (address !== undefined && !isKnown.has(path + address)) {
        found.push(unread(path + address, "is configured, and the plan tells no change of it"));
      }
    }
    for (const [name, call] of Object.entries(objectAt(module, "module_calls"))) {
      if (isJsonObject(call) && !isRepeated(call)) {
        modules.push({ module: objectAt(call, "module"), path: `${path}module.${name}.` });
      }
    }
  }
  return found;
}

/** Whether an entry is of a type that is judged. One that doesn't tell may be. */
function isOurs(entry: JsonObject): boolean {
  const type = stringAt(entry, "type");
  if (type !== undefined) {
    return isOurType(type);
  }
  const steps = parseTraversal(stringAt(entry, "address") ?? "");
  return steps === undefined || steps.some((step) => "name" in step && isOurType(step.name));
}

function isDataSource(address: string): boolean {
  return /(?:^|\.)data\.[^.]+\.[^.]+$/.test(address.replace(/\["(?:[^"\\]|\\.)*"\]/g, ""));
}

/**
 * Whether a resource or module may be there any number of times. Of `for_each = toset(["a"])` and all else that names nothing
 * a plan keeps no expression, so what is written inside tells it too.
 */
export function isRepeated(configured: JsonObject): boolean {
  return (
    configured.count_expression !== undefined ||
    configured.for_each_expression !== undefined ||
    namesItsKey(configured.expressions)
  );
}

function namesItsKey(expression: Json | undefined): boolean {
  if (isJsonArray(expression)) {
    return expression.some(namesItsKey);
  }
  if (!isJsonObject(expression)) {
    return false;
  }
  const { references } = expression;
  return isJsonArray(references)
    ? references.some((text) => typeof text === "string" && /^(?:each|count)\./.test(text))
    : Object.values(expression).some(namesItsKey);
}

function lacksState(plan: JsonObject): boolean {
  const state = objectAt(objectAt(plan, "prior_state"), "values");
  return (
    state.root_module === undefined &&
    objectsAt(plan, "resource_changes").some(
      (entry) => entry.mode === "managed" && isOurType(stringAt(entry, "type") ?? "") && existed(entry),
    )
  );
}

function existed(entry: JsonObject): boolean {
  const { actions } = objectAt(entry, "change");
  return isJsonArray(actions) && (actions.includes("update") || actions.includes("no-op"));
}

function unread(address: string, reason: string): Unread {
  return { address, reason, unknown: { decidedBy: [address] } };
}

/** Addresses without the keys of instances: some `for_each` leave no other trace in a plan than the keys. */
function withoutKeys(addresses: ReadonlySet<string | undefined>): ReadonlySet<string> {
  const plain = (address: string) =>
    writeTraversal((parseTraversal(address) ?? []).filter((step) => "name" in step)) || address;
  return new Set([...addresses].map((address = "") => (address.includes("[") ? plain(address) : address)));
}
