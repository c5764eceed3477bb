/**
 * How many cases a property or a seeded fuzz tries: a sample at every change, many more where time is no matter (`THOROUGH=1`, as `.ci/run` sets it).
 */
export const sample = (quick: number, thorough: number): number => (process.env.THOROUGH ? thorough : quick);
