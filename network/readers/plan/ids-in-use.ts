import { isJsonArray, isJsonObject, type Json, type JsonObject, objectAt } from "../../../text/json";
import { wholeOf } from "../../input/lazy-object";

/** Azure ids that resources hold, however their capitals are written: those they refer to, and those they lie in. */
export interface IdsInUse {
  has(id: string): boolean;
  addAll(resources: readonly JsonObject[]): void;
}

/** The Azure ids in the values of these resources of a state. */
export function idsInUse(resources: readonly JsonObject[]): IdsInUse {
  const ids = new Set<string>();
  const add = (value: Json | undefined): void => {
    if (typeof value === "string") {
      for (const id of withParents(value)) {
        ids.add(id);
      }
    } else if (isJsonArray(value)) {
      value.forEach(add);
    } else if (isJsonObject(value)) {
      Object.values(value).forEach(add);
    }
  };
  const addAll = (more: readonly JsonObject[]) => {
    for (const resource of more) {
      add(wholeOf(objectAt(resource, "values")));
    }
  };
  addAll(resources);
  return { has: (id) => ids.has(id.toLowerCase()), addAll };
}

/** `/subscriptions/s/.../virtualNetworks/v/subnets/a` lies in `/subscriptions/s/.../virtualNetworks/v`. */
function withParents(text: string): readonly string[] {
  if (!/^\/subscriptions\//i.test(text)) {
    return [];
  }
  const parts = text.toLowerCase().split("/");
  return parts.flatMap((_, index) => (index >= 8 ? [parts.slice(0, index + 1).join("/")] : []));
}
