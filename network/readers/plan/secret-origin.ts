import { isJsonObject, type Json, objectAt } from "../../../text/json";
import { isSecretStore } from "../../input/secret";
import { parseTraversal } from "../../traversal";
import { constantOf } from "./constant";
import { referencesOf } from "./reference-text";
import type { Scope } from "./scope";

export type Origin = "literal" | "sensitive" | "untold";

const DEEPEST = 40;

/**
 * Where the configuration takes a secret from: written in the clear, from something sensitive, or from something that
 * the plan doesn't show, such as a local value. An expression that refers to nothing is made of literals alone, as
 * `sensitive("...")` is.
 */
export function secretOrigin(expression: Json | undefined, scope: Scope, depth = 0): Origin {
  if (!isJsonObject(expression) || depth > DEEPEST) {
    return "untold";
  }
  if (constantOf(expression) !== undefined) {
    return "literal";
  }
  const origins = referencesOf(expression).map((text) => originOf(text, scope, depth));
  if (origins.includes("sensitive")) {
    return "sensitive";
  }
  return origins.every((origin) => origin === "literal") ? "literal" : "untold";
}

function originOf(text: string, scope: Scope, depth: number): Origin {
  const names = (parseTraversal(text) ?? []).flatMap((step) => ("name" in step ? [step.name] : []));
  const [root, second, third, fourth] = names;
  if (root === "var" && second !== undefined) {
    return variableOrigin(second, scope, depth);
  }
  if (root === "each" && second === "key") {
    return "literal";
  }
  const stored = root === "data" ? isSecretStore(second ?? "", fourth ?? "") : isSecretStore(root ?? "", third ?? "");
  return stored ? "sensitive" : "untold";
}

function variableOrigin(name: string, scope: Scope, depth: number): Origin {
  const marked = objectAt(objectAt(scope.module, "variables"), name).sensitive === true;
  if (scope.call === undefined) {
    return marked ? "sensitive" : "literal";
  }
  const given = objectAt(scope.call.configuration, "expressions")[name];
  const above = secretOrigin(given, scope.call.parent, depth + 1);
  return above === "untold" && marked ? "sensitive" : above;
}
