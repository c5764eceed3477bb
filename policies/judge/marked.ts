import type { Finding } from "./finding";

/** Whether a finding was there before: `new` came with the change, `existing` was there already. */
export type Status = "new" | "existing";

/** Why a finding doesn't count in the verdict: somebody said so, with a reason and an end. */
export interface Suppressed {
  readonly reason: string;
  /** The last day on which it counts, as `2027-03-31`; undefined for an ignored path, which has no end. */
  readonly expires: string | undefined;
  /** Where it is said: `wanproof.yaml:12`, or the construct that says it. */
  readonly by: string;
}

/** A finding with what is known of it beyond what the rule says. */
export interface MarkedFinding extends Finding {
  /** What it is known by from one report to the next: 32 hexadecimal digits. */
  readonly fingerprint: string;
  /** Undefined where there is nothing to compare with. */
  readonly status: Status | undefined;
  /** Undefined where it counts. */
  readonly suppressed: Suppressed | undefined;
}

/** A finding that was there before and isn't any more. */
export interface FixedFinding extends Finding {
  readonly fingerprint: string;
}

/** Something to say about how was judged, that is no finding: a suppression that has expired, or that nothing needs. */
export interface Notice {
  /** Where: `wanproof.yaml:12`. */
  readonly at: string;
  readonly message: string;
}

/** What is suppressed. It is asked about each finding once, and tells afterwards which suppressions nothing needed. */
export interface Suppressions {
  suppressedBy(finding: Finding): Suppressed | undefined;
  /** Asked when all findings are through. */
  notices(): readonly Notice[];
}
