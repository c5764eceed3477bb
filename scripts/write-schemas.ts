import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configJsonSchema } from "../policies/config/json-schema";
import { networkJsonSchema } from "../stacks/schema/json-schema";

// The JSON Schemas are made from the definitions that the readers use; tests say when a file is stale.
const schemas = { network: networkJsonSchema(), wanproof: configJsonSchema() };

for (const [name, schema] of Object.entries(schemas)) {
  const file = join(__dirname, "..", "schema", `${name}.schema.json`);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
