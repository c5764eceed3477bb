import { z } from "zod";
import { closedMap } from "../../text/shape-problems";

// The one definition of `wanproof.yaml`. A message says what would be right; what is there is said beside it.

const LEVEL = z.enum(["error", "warning", "note"], '"error", "warning" or "note"');

function section<Shape extends z.ZodRawShape>(right: string, shape: Shape) {
  return z.strictObject(shape, { error: closedMap(right, shape) });
}

/** One suppression, as it has to be for it to count. */
const suppression = section("an object with rule, address, reason and expires", {
  rule: z
    .string('the id of a rule, such as "bgp-peer-unique"')
    .describe("The exact id of one rule, such as bgp-peer-unique."),
  address: z
    .string('a Terraform address, such as "azurerm_vpn_site.hq"')
    .trim()
    .min(1, 'a Terraform address, such as "azurerm_vpn_site.hq"')
    .describe(
      'Terraform address with instance keys, as the report names it: module.hub["weu"].azurerm_vpn_site.hq. * is a wildcard within a part of it, and at its end for all that follows.',
    ),
  reason: z.string().trim().min(1).describe("Why the finding doesn't count, for whoever reads the report."),
  expires: z.iso.date().describe("The last day on which it counts, in UTC: 2027-03-31."),
});

/** `wanproof.yaml` as editors check it. */
export const configSchema = section('an object that starts with "version: 1"', {
  version: z.literal(1, "1, the only version there is").describe("The version of this shape."),
  levels: z
    .record(z.string(), LEVEL, 'an object with a level for each rule, such as {"monitored": "note"}')
    .nullish()
    .describe("Levels of rules, by id, where they are not the rules' own. No rule can be turned off: a note informs."),
  failOn: LEVEL.nullish().describe("The mildest level that counts in the verdict. Default: error."),
  ignoredPaths: z
    .array(z.string('a path, such as "examples/**"'), 'a list of paths, such as ["examples/**"]')
    .nullish()
    .describe(
      "Source files or inputs whose findings don't count, from the folder of this file: * within a name, ** for any folders.",
    ),
  suppressions: z
    .array(suppression, "a list of objects with rule, address, reason and expires")
    .nullish()
    .describe("Findings that don't count for a while, with a reason."),
});

/**
 * `wanproof.yaml` as it is read: a suppression that lacks its reason or its date is no error, but none. It doesn't count,
 * and that is said.
 */
const statedSuppression = suppression.extend({ reason: z.unknown().optional(), expires: z.unknown().optional() });

export const statedConfigSchema = configSchema.extend({
  suppressions: z.array(statedSuppression, "a list of objects with rule, address, reason and expires").nullish(),
});

/** What Terraform carries in the output `wanproof_suppressions`. */
export const carriedSchema = section("an object with version and suppressions", {
  version: z.union([z.literal(1), z.literal("1")], "1, the only version there is"),
  suppressions: z.array(
    statedSuppression.extend({ construct: z.string("the path of a construct").nullish() }),
    "a list of objects with rule, address, reason and expires",
  ),
});

export type StatedConfig = z.output<typeof statedConfigSchema>;
export type StatedEntry = z.output<typeof statedSuppression>;
