import { catalogueMarkdown, ruleMarkdown } from "../policies/report/rule-page/markdown";
import { RULES } from "../policies/rules/catalogue";

/** What is in `docs/rules`: the text of each file by its name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", catalogueMarkdown(RULES, (id) => `[${id}](${id}.md)`)],
    ...RULES.map((rule) => [`${rule.id}.md`, ruleMarkdown(rule)] as const),
  ]);
}
