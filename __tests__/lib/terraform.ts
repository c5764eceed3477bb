import { App, TerraformStack, Testing } from "cdktf";
import { InvalidConstructError } from "../../lib/terraform/complaints";
import { isObject, type JsonObject, objectOf } from "../../scripts/azurerm-schema";

/** An empty stack called `weu`. */
export function emptyStack(): TerraformStack {
  return new TerraformStack(new App(), "weu");
}

/** The Terraform of a stack, as JSON. */
export function terraformOf(stack: TerraformStack): JsonObject {
  return objectOf(JSON.parse(Testing.synth(stack)));
}

/** All resources of a type in a stack's Terraform, by their names. */
export function resourcesOf(stack: TerraformStack, type: string): JsonObject {
  return objectOf(objectOf(terraformOf(stack).resource)[type]);
}

/** The one resource of a type in a stack's Terraform. */
export function resourceOf(stack: TerraformStack, type: string): JsonObject {
  return onlyOne(objectOf(terraformOf(stack).resource), type);
}

/** The one data source of a type in a stack's Terraform. */
export function dataSourceOf(stack: TerraformStack, type: string): JsonObject {
  return onlyOne(objectOf(terraformOf(stack).data), type);
}

function onlyOne(types: JsonObject, type: string): JsonObject {
  const [only, ...more] = Object.values(objectOf(types[type]));
  if (!isObject(only) || more.length > 0) {
    throw new Error(`the stack has ${more.length + (only === undefined ? 0 : 1)} of ${type}, not one`);
  }
  return only;
}

/** A reference as Terraform JSON has it: `${azurerm_vpn_site.hq.id}`. */
export function reference(expression: string): string {
  return `\${${expression}}`;
}

/** All complaints that making something brings up; none where it is made. */
export function complaintsOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (error instanceof InvalidConstructError) {
      return error.complaints;
    }
    throw error;
  }
}
