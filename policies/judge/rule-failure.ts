import type { Rule } from "../rules/rule";

/**
 * A rule broke down instead of judging: a bug in this package. There is no verdict then, and surely no pass: what the
 * rule would have said is not known.
 */
export class RuleFailure extends Error {
  /** The id of the rule. */
  readonly rule: string;

  constructor(rule: Rule, cause: unknown) {
    super(`rule ${rule.id} failed, so there is no verdict: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = "RuleFailure";
    this.rule = rule.id;
  }
}
