/**
 * Compares synthesized Terraform with azurerm's own schema: `check-synth-schema.ts SCHEMA_DUMP FOLDER`, where the dump
 * is what `terraform providers schema -json` printed and the folder is a `cdktf.out`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaProblems } from "./azurerm-schema";
import { readSchemaDump } from "./provider-schema-dump";

const [dump, folder] = process.argv.slice(2);
if (dump === undefined || folder === undefined) {
  console.error("usage: check-synth-schema.ts SCHEMA_DUMP FOLDER");
  process.exit(2);
}
const stacks = join(folder, "stacks");
if (!existsSync(stacks) || readdirSync(stacks).length === 0) {
  console.error(`${folder} holds no synthesized stacks`);
  process.exit(2);
}
const schema = readSchemaDump(dump);
const files = readdirSync(stacks).map((stack) => join(stacks, stack, "cdk.tf.json"));
const problems = files.flatMap((file) =>
  schemaProblems(JSON.parse(readFileSync(file, "utf8")), schema).map((problem) => `${file}: ${problem}`),
);
for (const problem of problems) {
  console.error(problem);
}
console.log(
  `${files.length} stack${files.length === 1 ? "" : "s"} compared with azurerm's schema: ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
