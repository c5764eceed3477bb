import { z } from "zod";
import { EVERY_RULE } from "../rules/observed/catalogue";
import { configSchema } from "./schema";

/** The JSON Schema of `wanproof.yaml`, for editors to complete and check it with. */
export function configJsonSchema(): object {
  return {
    title: "wanproof configuration",
    description: "How wanproof judges: levels of rules, ignored paths and suppressions.",
    ...z.toJSONSchema(configSchema, { io: "input", override: ({ jsonSchema }) => nameRules(jsonSchema) }),
  };
}

/** Editors offer the rules there are. The reader says more of one that isn't there than a list does. */
function nameRules(schema: z.core.JSONSchema.BaseSchema): void {
  const ids = EVERY_RULE.map(({ id }) => id);
  if (schema.properties?.rule !== undefined) {
    schema.properties.rule = { description: "The exact id of one rule.", type: "string", enum: ids };
  }
  if (schema.propertyNames !== undefined) {
    schema.propertyNames = { type: "string", enum: ids };
  }
}
