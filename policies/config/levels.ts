import type { Finding } from "../judge/finding";
import type { Notice } from "../judge/marked";
import type { Rule } from "../rules/rule";
import type { Config } from "./config";

/** Findings at the levels that a configuration gives to their rules. */
export function atLevels(findings: readonly Finding[], { levels }: Config): readonly Finding[] {
  if (levels.size === 0) {
    return findings;
  }
  return findings.map((finding) => {
    const stated = levels.get(finding.rule);
    return stated === undefined || stated.level === finding.level ? finding : { ...finding, level: stated.level };
  });
}

/**
 * Which rules have another level than their own: a report is read by people who don't know the configuration.
 * @param findings what the rules say, at their own levels
 */
export function levelNotices(
  findings: readonly Finding[],
  { levels }: Config,
  rules: readonly Pick<Rule, "id" | "level">[],
): readonly Notice[] {
  return rules.flatMap(({ id, level }) => {
    const stated = levels.get(id);
    if (stated === undefined) {
      return [];
    }
    if (stated.level !== level) {
      return [{ at: stated.at, message: `the level of ${id} is ${stated.level} instead of ${level}` }];
    }
    // A rule may give some findings another level than its own.
    const others = findings.filter((finding) => finding.rule === id && finding.level !== level);
    const own = [...new Set(others.map((finding) => finding.level))].sort();
    return others.length === 0
      ? []
      : [
          {
            at: stated.at,
            message: `every finding of ${id} is at level ${level}, where some would be at ${own.join(" or ")}`,
          },
        ];
  });
}
