import type { Phrase } from "../../../../network/facts/called/phrase";
import type { Network } from "../../../../network/network";
import type { Evidence, Place } from "../../rule";

/** One of the issues that Azure itself publishes for Virtual WAN. */
export interface KnownIssue {
  /** As Azure numbers it. */
  readonly number: number;
  /** Since when it is known, as far as the page says: `December 2024`. */
  readonly since: string;
  /** What to do. */
  readonly remedy: string;
  readonly met: (network: Network) => Iterable<Meeting>;
}

/** A place where a network meets an issue. */
export interface Meeting {
  readonly place: Place;
  readonly message: Phrase;
  /** A warning where it bites, and a note where it only may. */
  readonly level: "warning" | "note";
  readonly evidence?: Evidence;
}

/** Most entries of the page have no date of their own; this is that of the page as it was read. */
export const PAGE = "page of March 2025";
