import type { Field, Items } from "./field";
import type { Resource } from "./resource";

/** Every part of a network is one resource or a block of one. */
export interface Part {
  readonly resource: Resource;
}

/** What a neighbour advertises, as intent states it. Paths are inside the intent. */
export interface Advertisement {
  readonly prefixes: Items<Field<string>>;
  /** What the hub would learn as AS path; absent where intent doesn't say. */
  readonly asPath: Field<readonly number[]>;
}
