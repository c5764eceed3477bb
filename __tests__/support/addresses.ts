import { isObject, type JsonObject } from "../../scripts/azurerm-schema";

/** The addresses of everything in a stack's Terraform that has a name: `output.network_intent`, in order. */
export function addressesOf(terraform: JsonObject): string[] {
  const { resource, data, output, variable } = terraform;
  return [
    ...namesIn(resource).flatMap(([type, things]) => namesIn(things).map(([name]) => `${type}.${name}`)),
    ...namesIn(data).flatMap(([type, things]) => namesIn(things).map(([name]) => `data.${type}.${name}`)),
    ...namesIn(output).map(([name]) => `output.${name}`),
    ...namesIn(variable).map(([name]) => `var.${name}`),
  ].sort();
}

function namesIn(block: unknown): [string, unknown][] {
  return isObject(block) ? Object.entries(block) : [];
}
