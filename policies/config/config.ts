import type { Notice } from "../judge/marked";
import type { Level } from "../rules/rule";

/** How the gate judges, as a team has agreed on it: what `wanproof.yaml` says. */
export interface Config {
  /** The levels of rules, where they are not the rules' own. By rule id. */
  readonly levels: ReadonlyMap<string, StatedLevel>;
  /** The mildest level that counts in the verdict; undefined where it isn't said. */
  readonly failOn: Level | undefined;
  readonly ignoredPaths: readonly IgnoredPath[];
  /** Those that count: with a reason, and not expired. */
  readonly suppressions: readonly StatedSuppression[];
  /** What has to be said about it: a suppression that doesn't count. */
  readonly notices: readonly Notice[];
}

/** The level that a rule's findings get. */
export interface StatedLevel {
  readonly level: Level;
  /** `wanproof.yaml:3` */
  readonly at: string;
}

/** Paths whose findings don't count. */
export interface IgnoredPath {
  /** Whether a path is one of them: a source file or an input, as a finding names it. */
  readonly matches: (path: string) => boolean;
  readonly pattern: string;
  /** `wanproof.yaml:6` */
  readonly at: string;
}

/** A suppression that counts. */
export interface StatedSuppression {
  /** Id of the rule. */
  readonly rule: string;
  /** Terraform address with instance keys; `*` is a wildcard: see `addressPattern`. */
  readonly address: string;
  readonly reason: string;
  /** The last day on which it counts, in UTC: `2027-03-31`. */
  readonly expires: string;
  /** Where it is said: `wanproof.yaml:12`, or the construct that says it. */
  readonly by: string;
  /** The one input that it speaks of; undefined where it speaks of all. */
  readonly input: string | undefined;
  /** The construct that says it, of all that is below it; undefined where no construct does. */
  readonly construct: string | undefined;
}

/** Where nothing is configured. */
export const NO_CONFIG: Config = {
  levels: new Map(),
  failOn: undefined,
  ignoredPaths: [],
  suppressions: [],
  notices: [],
};
