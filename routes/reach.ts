import type { Unknown } from "../network/field";

/** Something that can't be told, on which routes rest. Two of one name turn out alike. */
export interface Doubt {
  readonly name: string;
  /** What would tell it. */
  readonly unknowns: readonly Unknown[];
}

/** Whether a route table holds some routes: yes, no, or what that rests on. */
export type Reach = "yes" | "no" | Doubt;

/** How every doubt turns out: the names of those that hold. */
export type World = ReadonlySet<string>;

/** The world in which nothing is in doubt, or no doubt holds. */
export const NO_DOUBT: World = new Set();

/** Whether something reaches in a world. */
export function isReached(reach: Reach, world: World): boolean {
  return reach === "yes" || (reach !== "no" && world.has(reach.name));
}

/** Whether something rests on a doubt. */
export function isDoubtful(reach: Reach): reach is Doubt {
  return typeof reach !== "string";
}

/** Both: a doubt of either that the other doesn't settle. Of two doubts one new one, which may turn out any way. */
export function bothOf(a: Reach, b: Reach): Reach {
  if (a === "no" || b === "no") {
    return "no";
  }
  if (a === "yes" || b === "yes") {
    return a === "yes" ? b : a;
  }
  return { name: `${a.name} and ${b.name}`, unknowns: [...a.unknowns, ...b.unknowns] };
}
