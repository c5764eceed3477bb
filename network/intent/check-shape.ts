import type { Problem } from "../../text/problem";
import type * as ShapeProblems from "../../text/shape-problems";
import { isPlainIntent } from "./plain-intent";
import { withoutProblems } from "./salvage";
import type * as Schema from "./schema";
import type { StatedIntent } from "./schema";

/** Stated intent after its shape was checked. */
export interface Checked {
  /** All of it where there are no problems, else what is left without them. */
  readonly stated: StatedIntent;
  readonly problems: readonly Problem[];
}

/** Checks the shape of stated intent. Addresses, and what a prefix says, are looked at later, beside the network. */
export function checkShape(value: unknown): Checked {
  if (isPlainIntent(value)) {
    return { stated: value, problems: [] };
  }
  const { intentSchema } = theSchema();
  const parsed = intentSchema.safeParse(value);
  if (parsed.success) {
    return { stated: parsed.data, problems: [] };
  }
  const problems = theProblems().shapeProblems(parsed.error, value);
  const left = intentSchema.safeParse(withoutProblems(value, problems));
  return { stated: left.success ? left.data : {}, problems };
}

// Loaded where intent isn't plain: loading the schema takes some 50 ms.
const theSchema = (): typeof Schema => require("./schema");
const theProblems = (): typeof ShapeProblems => require("../../text/shape-problems");
