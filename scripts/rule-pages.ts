import { catalogueMarkdown, ruleMarkdown } from "../policies/report/rule-page/markdown";
import { EVERY_RULE } from "../policies/rules/observed/catalogue";

/** What is in `docs/rules`: the text of each file by its name. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", catalogueMarkdown(EVERY_RULE, (id) => `[${id}](${id}.md)`)],
    ...EVERY_RULE.map((rule) => [`${rule.id}.md`, ruleMarkdown(rule)] as const),
  ]);
}
