import { isJsonObject, type Json, type JsonObject } from "../../../text/json";
import { constantOf } from "./constant";

/**
 * Finds, for each block of a planned resource, the block of the configuration that it was written as.
 * A `dynamic` block leaves no trace in the configuration of a plan, so a block may have none; and a set has no order, so
 * its blocks are told by the constants that are written in them.
 *
 * @returns one entry a planned block; undefined where it came from a dynamic block, or where that can't be told.
 */
export function pairBlocks(
  planned: readonly Json[],
  written: readonly JsonObject[],
  unordered: boolean,
): readonly (JsonObject | undefined)[] {
  const countsAgree = planned.length === written.length;
  if (countsAgree && (!unordered || planned.length === 1)) {
    return written;
  }
  const paired: (JsonObject | undefined)[] = planned.map(() => undefined);
  for (const block of written) {
    const matches = planned.flatMap((values, index) => (agrees(values, block) ? [index] : []));
    const [only, ...more] = matches;
    if (only !== undefined && more.length === 0) {
      paired[only] = paired[only] === undefined ? block : undefined;
    }
  }
  return paired;
}

function agrees(values: Json, block: JsonObject): boolean {
  return (
    isJsonObject(values) &&
    Object.entries(block).every(([name, expression]) => {
      const constant = constantOf(expression);
      // Terraform converts `"65010"` to a number where the attribute is one.
      return constant === undefined || typeof constant === "object" || String(constant) === String(values[name]);
    })
  );
}
