/**
 * How many cases a property or a seeded fuzz tries: a few at every change, many more where time is no matter: `THOROUGH=1`,
 * as `.ci/run` sets it. `PROOF_RUNS` says another number, for a night.
 */
export function sample(quick: number, thorough: number): number {
  const { THOROUGH, PROOF_RUNS } = process.env;
  return PROOF_RUNS === undefined ? (THOROUGH === undefined ? quick : thorough) : Number(PROOF_RUNS);
}

/** How long such a test may take, in milliseconds. None of them hangs, and machines are busy. */
export function patience(runs: number): number {
  return 120_000 + 200 * runs;
}
