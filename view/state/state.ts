// The page's script is made of this file too, so it imports nothing.

/**
 * What a way carries, of what must be encrypted:
 *
 * - `encrypted`: all of it.
 * - `clear`: some of it in the clear.
 * - `undecided`: that can't be told.
 * - `unprotected`: nothing of it, and something else.
 * - `idle`: no packet takes it.
 */
export type State = "encrypted" | "clear" | "undecided" | "unprotected" | "idle";

/** One answer of the engine, as far as the state of ways needs it. */
export interface Flow {
  readonly outcome: "encrypted" | "clear" | "dropped" | "inside" | "undecided";
  /** The ways that packets take. */
  readonly over: readonly string[];
  /** Whether any of it must be encrypted. */
  readonly isGuarded: boolean;
}

/** How the answers come out on each way. */
export type Tally = ReadonlyMap<string, State>;

/** The gravest state comes first. */
const BY_GRAVITY: readonly State[] = ["clear", "undecided", "encrypted", "unprotected", "idle"];

/** The gravest of some states; `idle` where there are none. */
export function gravest(states: readonly State[]): State {
  return BY_GRAVITY.find((state) => states.includes(state)) ?? "idle";
}

/** The state of every way that some answer names. */
export function tallyOf(flows: readonly Flow[]): Tally {
  const tally = new Map<string, State>();
  for (const flow of flows) {
    const state = stateOf(flow);
    for (const way of flow.over) {
      tally.set(way, gravest([state, tally.get(way) ?? "idle"]));
    }
  }
  return tally;
}

function stateOf({ outcome, isGuarded }: Flow): State {
  if (outcome === "encrypted") {
    return "encrypted";
  }
  return !isGuarded ? "unprotected" : outcome === "clear" ? "clear" : "undecided";
}

/** A way in a picture: what the answers call it, and whether it is certain that it is there. */
export interface Way {
  readonly way: string;
  readonly isDoubtful: boolean;
}

/** The state of several ways drawn as one. What may not be there is never told to be encrypted. */
export function stateOfWays(ways: readonly Way[], tally: Tally): State {
  return gravest(ways.map((one) => stateOfWay(one, tally)));
}

function stateOfWay({ way, isDoubtful }: Way, tally: Tally): State {
  const state = tally.get(way) ?? "idle";
  return isDoubtful && state !== "clear" ? "undecided" : state;
}

/** `14 tunnels, encrypted`, `2 of 14 tunnels, undecided`; of one way its state alone. */
export function labelOf(kind: "tunnel" | "circuit", ways: readonly Way[], tally: Tally): string {
  const states = ways.map((one) => stateOfWay(one, tally));
  const worst = gravest(states);
  if (kind === "circuit") {
    return worst === "idle" ? "tunnels only" : WORDS[worst];
  }
  const alike = states.filter((state) => state === worst).length;
  const count = alike === states.length ? alike : `${alike} of ${states.length}`;
  return states.length === 1 ? WORDS[worst] : `${count} tunnels, ${WORDS[worst]}`;
}

/** What is said of a state. */
export const WORDS: { readonly [state in State]: string } = {
  encrypted: "encrypted",
  clear: "in the clear",
  undecided: "undecided",
  unprotected: "nothing protected",
  idle: "idle",
};
