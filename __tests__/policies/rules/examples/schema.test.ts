import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES } from "../../../../policies/rules/examples/catalogue";
import { type AzurermSchema, schemaProblems } from "../../../../scripts/azurerm-schema";
import { blocksOf } from "./completed";

const schema: AzurermSchema = JSON.parse(readFileSync(join(__dirname, "../../../lib/azurerm-schema.json"), "utf8"));

// What a fragment leaves out is in the rest of its network.
const LEFT_OUT = /: (required, and absent|at least \d+ needed)$/;

test.each(Object.entries(EXAMPLES))(
  "%s: attributes and blocks of the example are those of the provider, 4.x and 5.x",
  async (_, { hcl }) => {
    const blocks = await blocksOf(hcl.right);
    // The schema holds the types that wanproof makes; alerts and gateways of virtual networks are none of them.
    const known = blocks.filter(({ type }) => schema.resource[type] !== undefined);
    const terraform = known.map(({ type, name, body }) => ({ resource: { [type]: { [name]: body } } }));
    const problems = terraform.flatMap((one) => schemaProblems(one, schema));
    expect(problems.filter((problem) => !LEFT_OUT.test(problem))).toEqual([]);
  },
);
