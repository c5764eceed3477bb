import type { Problem } from "../../text/problem";
import { shapeProblems } from "../../text/shape-problems";
import { type NetworkDescription, networkSchema } from "../schema/network";
import { WORDING } from "./wording";

/** Checks the shape of a network file: the network where all is well, else everything that is wrong with its shape. */
export function checkShape(value: unknown): {
  readonly network?: NetworkDescription;
  readonly problems: readonly Problem[];
} {
  const parsed = networkSchema.safeParse(value);
  return parsed.success
    ? { network: parsed.data, problems: [] }
    : { problems: shapeProblems(parsed.error, value, WORDING) };
}
