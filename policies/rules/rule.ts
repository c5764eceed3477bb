import type { Phrase } from "../../network/facts/called/phrase";
import type { Unknown } from "../../network/field";
import type { Network } from "../../network/network";
import type { Place } from "../../network/place";
import type { Example } from "./examples/example";

export type { Place } from "../../network/place";

/** `error` blocks, `warning` blocks when asked to, `note` informs. */
export type Level = "error" | "warning" | "note";

/** The sections of the catalogue. */
export type Section =
  | "Addresses"
  | "BGP"
  | "Tunnel"
  | "Private path"
  | "Routing"
  | "Values"
  | "Topology and limits"
  | "Observed";

/** Facts that a judgement rests on: small, JSON, free of secrets. */
export interface Evidence {
  readonly [name: string]: string | number | boolean | readonly string[] | readonly number[];
}

/** A rule is broken at a place. */
export interface Violation {
  readonly outcome: "violation";
  readonly place: Place;
  /** What is wrong, with the values. */
  readonly message: Phrase;
  /** What to do, in the imperative. */
  readonly remedy: Phrase;
  readonly evidence?: Evidence;
  /** Where this finding is milder or graver than the rule. */
  readonly level?: Level;
}

/** A rule can't be judged at a place, because a value that decides it is unknown. */
export interface Undecided {
  readonly outcome: "undecided";
  readonly place: Place;
  readonly message: Phrase;
  readonly remedy: Phrase;
  /** What would decide it. Never empty. */
  readonly unknowns: readonly Unknown[];
  readonly evidence?: Evidence;
  readonly level?: Level;
}

/** What a rule says at one place; where there is nothing to say, it yields nothing. */
export type Judgement = Violation | Undecided;

/** One rule of the catalogue: what it is called, why it is there, and how it judges. */
export interface Rule {
  /** A contract: pipelines suppress and count by it. */
  readonly id: string;
  readonly level: Level;
  readonly section: Section;
  /** What must hold, in one line. */
  readonly what: string;
  /** Why, in one or two sentences. */
  readonly why: string;
  /** The Azure page that the rule comes from. */
  readonly page: string;
  /** The rule broken and kept. Rules of the catalogue have theirs in `examples/catalogue.ts`: judging needs none. */
  readonly example?: Example;
  /** What leaves it open beside a value that is unknown: sentences that begin with "Where". */
  readonly undecided?: string;
  /** What is said of a resource rests on that resource alone; default: on the whole network. */
  readonly scope?: "resource";
  readonly judge: (network: Network) => Iterable<Judgement>;
}
