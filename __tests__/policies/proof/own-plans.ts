import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../../text/json";

/** One plan of the stacks that a `network.yaml` became. */
interface OwnPlan {
  readonly name: string;
  readonly text: string;
  readonly content: JsonObject;
}

function read(name: string): OwnPlan {
  const text = readFileSync(join(__dirname, "plans", "own", `${name}.json`), "utf8");
  return { name, text, content: JSON.parse(text) };
}

/**
 * First plans of what synth made of two examples, recorded with Terraform 1.11: the global stack was applied before the
 * regions were planned. Their addresses have the hashes that synth wrote then.
 */
export const ENCRYPTED: readonly OwnPlan[] = ["encrypted-global", "encrypted-westeurope"].map(read);

export const TWO_REGIONS: readonly OwnPlan[] = [
  "two-regions-global",
  "two-regions-westeurope",
  "two-regions-northeurope",
].map(read);
