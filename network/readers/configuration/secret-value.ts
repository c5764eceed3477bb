import type { Json } from "../../../text/json";
import { addressOf, decidedBy } from "../../expression/value";
import { type Attribute, Reference, Secret, secretOf, UnknownAttribute } from "../../resource";
import type { Bindings, Module } from "./module";

/**
 * What remains of a secret that the configuration holds or refers to. A variable that isn't sensitive shows its value in
 * every plan, so it counts as written in the clear. Nothing here keeps the expression: it may hold the secret itself.
 */
export function secretValue(module: Module, json: Json, place: string, bindings: Bindings): Attribute {
  const value = module.value(json, place, bindings);
  if (value === null || value instanceof Secret) {
    return value;
  }
  if (value instanceof Reference) {
    return new UnknownAttribute({ decidedBy: [addressOf(value)] });
  }
  if (value instanceof UnknownAttribute) {
    const { decidedBy: addresses } = value.unknown;
    return addresses.every((address) => isOpenVariable(module, address))
      ? new Secret("literal")
      : new UnknownAttribute({ decidedBy: addresses });
  }
  if (typeof value === "object") {
    const addresses = decidedBy(value);
    return addresses.length === 0 ? new Secret("literal") : new UnknownAttribute({ decidedBy: addresses });
  }
  return secretOf("literal", String(value));
}

function isOpenVariable(module: Module, address: string): boolean {
  const name = address.startsWith("var.") ? address.slice("var.".length) : "";
  const variable = module.declared.variables.get(name);
  return variable !== undefined && variable.sensitive !== true;
}
