import type { Section } from "../../rules/rule";
import type { RuleEntry } from "../report";

/** The rules of one section. */
export interface SectionRules {
  readonly section: Section;
  readonly rules: readonly RuleEntry[];
}

/** Rules by their sections, in their order. */
export function bySection(rules: readonly RuleEntry[]): readonly SectionRules[] {
  const sections = [...new Set(rules.map(({ section }) => section))];
  return sections.map((section) => ({ section, rules: rules.filter((rule) => rule.section === section) }));
}
