import type { Verdict } from "../policies/judge/verdict";

/** What the exit codes of every command mean. They are a contract: pipelines branch on them. */
export const EXIT = {
  pass: 0,
  violations: 1,
  /** Bad usage, or input that can't be read or judged. */
  cannotRun: 2,
  /** Nothing is violated, but something could not be decided. */
  undecided: 3,
} as const;

/** What `--unknown` makes of a verdict of undecided; without it, that has an exit code of its own. */
export type OnUnknown = "fail" | "pass";

/** The exit code for a verdict. A violation is one whatever is said of unknown values. */
export function exitCodeOf(verdict: Verdict, onUnknown?: OnUnknown): number {
  if (verdict === "undecided") {
    return onUnknown === undefined ? EXIT.undecided : EXIT[onUnknown === "fail" ? "violations" : "pass"];
  }
  return verdict === "pass" ? EXIT.pass : EXIT.violations;
}
