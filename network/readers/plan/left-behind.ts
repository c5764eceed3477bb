import { type JsonObject, objectAt, objectsAt, stringAt } from "../../../text/json";
import { isOurType } from "../../ledger/kept";
import type { Unread } from "../../network";

export const LEFT_BEHIND = "was to be replaced, and the object of before still exists";

/**
 * Objects that a replacement left behind, as where destroying them failed. A plan destroys them, but one that only refreshes
 * doesn't, nor a state. The address is another object's by then, so what they are is left open.
 */
export function leftBehind(plan: JsonObject): Unread[] {
  const told = new Set(objectsAt(plan, "resource_changes").map((entry) => keyOf(entry, "deposed")));
  const root = objectAt(objectAt(objectAt(plan, "prior_state"), "values"), "root_module");
  return objectsIn(root)
    .filter((resource) => resource.deposed_key !== undefined && isOurType(stringAt(resource, "type") ?? ""))
    .filter((resource) => !told.has(keyOf(resource, "deposed_key")))
    .map((resource) => {
      const address = stringAt(resource, "address") ?? "";
      return { address, reason: LEFT_BEHIND, unknown: { decidedBy: [address] } };
    });
}

function objectsIn(module: JsonObject): readonly JsonObject[] {
  return [...objectsAt(module, "resources"), ...objectsAt(module, "child_modules").flatMap(objectsIn)];
}

function keyOf(entry: JsonObject, name: string): string {
  return `${stringAt(entry, "previous_address") ?? stringAt(entry, "address")}\n${stringAt(entry, name)}`;
}
