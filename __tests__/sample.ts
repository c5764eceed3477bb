import fc from "fast-check";

const { THOROUGH, PROOF_RUNS, SEED } = process.env;

// What stops somebody's change has to be of that change: the same cases are tried each time. Others are tried by hand, for a
// night: `PROOF_RUNS=100000`, or `SEED=7` for as many as ever.
if (PROOF_RUNS === undefined) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 20250317) });
}

/**
 * How many cases a property or a seeded fuzz tries: a few at every change, many more where time is no matter: `THOROUGH=1`,
 * as `.ci/run` sets it. `PROOF_RUNS` says another number.
 */
export function sample(quick: number, thorough: number): number {
  return PROOF_RUNS === undefined ? (THOROUGH === undefined ? quick : thorough) : Number(PROOF_RUNS);
}

/** How long such a test may take, in milliseconds. None of them hangs, and machines are busy. */
export function patience(runs: number): number {
  return 120_000 + 200 * runs;
}
