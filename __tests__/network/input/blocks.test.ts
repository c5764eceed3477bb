import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Blocks, blocksOf } from "../../../network/input/blocks";
import { JUDGED_TYPES } from "../../../network/ledger/kept";
import type { AzurermSchema, BlockSchema, Nesting } from "../../../scripts/azurerm-schema";

const SCHEMA: AzurermSchema = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "lib", "azurerm-schema.json"), "utf8"),
);

/** The nested blocks that the schema has, with the attributes that people write as blocks. */
function inSchema({ attributes, blocks, objects = {} }: BlockSchema, above = ""): readonly string[] {
  return [
    ...Object.entries(blocks)
      .filter(([name]) => name !== "timeouts")
      .flatMap(([name, block]) => [noted(above + name, block), ...inSchema(block, `${above}${name}.`)]),
    ...Object.entries(objects)
      .filter(([name]) => attributes[name] !== "computed")
      .map(([name, object]) => noted(above + name, object)),
  ];
}

/** The same of the blocks that the readers know. */
function known(blocks: Blocks, above = ""): readonly string[] {
  return Object.entries(blocks).flatMap(([name, { unordered, filledIn, blocks: inside }]) => [
    noted(above + name, { nesting: unordered ? "set" : "list", filledIn }),
    ...known(inside, `${above}${name}.`),
  ]);
}

function noted(
  path: string,
  { nesting, filledIn }: { readonly nesting: Nesting; readonly filledIn?: boolean },
): string {
  return `${path} ${nesting}${filledIn === true ? ", filled in where nobody writes it" : ""}`;
}

test.each(JUDGED_TYPES)("the nested blocks of %s that readers know are those of the provider's schema", (type) => {
  const schema = SCHEMA.resource[type];
  expect([...known(blocksOf(type))].sort()).toEqual(
    schema === undefined ? "no such type" : [...inSchema(schema)].sort(),
  );
});
