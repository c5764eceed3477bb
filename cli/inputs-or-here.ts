import { existsSync } from "node:fs";

/** The inputs that are named; where none is, what is synthesized here, or else the working directory. */
export function inputsOrHere(named: readonly string[]): readonly string[] {
  if (named.length > 0) {
    return named;
  }
  return [existsSync("cdktf.out") ? "cdktf.out" : "."];
}
