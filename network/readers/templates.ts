import { entryOfArm } from "../ledger/arm-types";
import type { Attribute, AttributeObject } from "../resource";

/** What an ARM template makes that is of this field, in place of the template itself, which may hold secrets. */
export const MAKES = "makes";

/** Is this a Terraform type that deploys an ARM template? */
export function isTemplate(type: string): boolean {
  return type.endsWith("_template_deployment");
}

/** What is kept of a deployment: who it is, and which ARM types of this field its template speaks of. */
export function keptOfTemplate({ id, name, template_content }: AttributeObject): AttributeObject {
  const makes = typeof template_content === "string" ? armTypesIn(template_content) : [];
  return { ...given("id", id), ...given("name", name), [MAKES]: makes };
}

function given(name: string, value: Attribute | undefined): AttributeObject {
  return value === undefined ? {} : { [name]: value };
}

function armTypesIn(template: string): string[] {
  const named = template.match(/Microsoft\.Network\/[a-z0-9/]+/gi) ?? [];
  return [...new Set(named.filter((type) => entryOfArm(type)?.kind === "judged"))].sort();
}
