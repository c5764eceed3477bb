import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { networkJsonSchema } from "../stacks/schema/json-schema";

// The JSON Schema is made from the definition that the reader uses; a test says when the file is stale.
const file = join(__dirname, "..", "schema", "network.schema.json");
writeFileSync(file, `${JSON.stringify(networkJsonSchema(), null, 2)}\n`);
