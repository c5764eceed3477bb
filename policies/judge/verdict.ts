import type { Unread } from "../../network/network";
import type { Level } from "../rules/rule";
import type { Finding } from "./finding";

/** What the findings come to. */
export type Verdict = "pass" | "fail" | "undecided";

/** Levels from the gravest to the mildest. */
export const LEVELS: readonly Level[] = ["error", "warning", "note"];

/**
 * Fail with a violation at the level `failOn` or graver, else undecided with an undecided finding at such a level, else
 * pass.
 *
 * @param unread what the inputs may hold and don't show: no rule has seen it, so there is no pass
 */
export function verdictOf(
  findings: readonly Finding[],
  unread: readonly Unread[] = [],
  failOn: Level = "error",
): Verdict {
  const counted = findings.filter(({ level }) => LEVELS.indexOf(level) <= LEVELS.indexOf(failOn));
  if (counted.some(({ outcome }) => outcome === "violation")) {
    return "fail";
  }
  return counted.length + unread.length > 0 ? "undecided" : "pass";
}
