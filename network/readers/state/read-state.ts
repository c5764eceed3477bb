import { type JsonObject, objectAt, objectsAt, stringAt } from "../../../text/json";
import type { Reading } from "../../input/reading";
import type { WrittenLines } from "../../resource";
import { readPlan } from "../plan/read-plan";
import { gapsOfState } from "./gaps";

/**
 * Reads a Terraform state as `terraform show -json` writes it: what exists, as a plan tells it in its `prior_state`. A
 * state holds values and no expressions, so where a key came from isn't told.
 *
 * @param sources `wanproof.sources.json` beside it, where there is one.
 * @param lines where its Terraform files are, for what that file doesn't know.
 */
export function readState(path: string, state: JsonObject, sources?: JsonObject, lines?: WrittenLines): Reading {
  const values = objectAt(state, "values");
  const reading = readPlan(path, { prior_state: { values } }, sources, lines);
  return { ...reading, kind: "state", unread: [...reading.unread, ...gapsOfState(values)] };
}

/** What the root module of the configuration declared that a state was applied from, as far as the state tells. */
export function declaredBy(state: JsonObject): JsonObject {
  const root = objectAt(objectAt(state, "values"), "root_module");
  const resources = objectsAt(root, "resources").map(({ mode, type = "", name = "" }) => ({
    address: `${mode === "data" ? "data." : ""}${stringAt({ type }, "type")}.${stringAt({ name }, "name")}`,
    type,
  }));
  return { configuration: { root_module: { resources } } };
}
