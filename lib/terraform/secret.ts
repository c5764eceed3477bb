import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { type Complaints, isLiteral } from "./complaints";
import { resolved } from "./resolved";

/** A secret: a sensitive Terraform variable, or a reference to what Terraform treats as sensitive. Never a literal. */
export type Secret = string | TerraformVariable;

/** The expression for a secret. */
export function secretText(secret: Secret): string {
  return typeof secret === "string" ? secret : secret.stringValue;
}

/** Complains about a literal, and about a variable whose value would show in plans. Shows neither. */
export function checkSecret(
  complaints: Complaints,
  scope: Construct,
  property: string,
  secret: Secret | undefined,
): void {
  if (secret === undefined) {
    return;
  }
  if (typeof secret === "string" && isLiteral(secret)) {
    complaints.secret(property, secret);
    return;
  }
  const variable = typeof secret === "string" ? variableIn(secret, scope) : secret;
  if (variable !== undefined && variable.sensitive !== true) {
    complaints.add(`${property}: variable ${variable.node.id} is not sensitive, so its value would show in plans`);
  }
}

/** The variable of the stack that a text refers to, where it is nothing but a reference to one. */
function variableIn(text: string, scope: Construct): TerraformVariable | undefined {
  const stack = TerraformStack.of(scope);
  const name = /^\$\{var\.([\w-]+)\}$/.exec(String(resolved(stack, text)))?.[1];
  return stack.node
    .findAll()
    .filter((construct) => construct instanceof TerraformVariable)
    .find((variable) => variable.friendlyUniqueId === name);
}
