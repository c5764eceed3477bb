/** The name that tells a saved network from anything else. */
export const FORMAT_KEY = "wanproofNetwork";

/** The format that is written. It changes when a name of it changes its meaning, is added or goes. */
export const FORMAT = 3;
