import type { RuleEntry } from "../report";
import { bySection } from "./by-section";
import { type Block, rulePage } from "./page";

/** A rule's page as Markdown, with its title. */
export function ruleMarkdown(rule: RuleEntry): string {
  return `# ${rule.id}\n\n${ruleBodyMarkdown(rule)}`;
}

/** A rule's page as Markdown, for a place that shows its title already. */
export function ruleBodyMarkdown(rule: RuleEntry): string {
  return `${rulePage(rule).map(blockMarkdown).join("\n\n")}\n`;
}

/**
 * All rules as Markdown, a table a section.
 * @param name how the name of a rule is written, such as a link to its page
 */
export function catalogueMarkdown(rules: readonly RuleEntry[], name: (id: string) => string): string {
  const tables = bySection(rules).map(({ section, rules: ofSection }) => {
    const rows = ofSection.map(({ id, level, what }) => `| ${name(id)} | ${level} | ${inline(what)} |`);
    return [`## ${section}`, "", "| rule | level | what must hold |", "|---|---|---|", ...rows].join("\n");
  });
  return ["# Rules", INTRODUCTION, WORDS, ...tables].join("\n\n").concat("\n");
}

const INTRODUCTION =
  "What `wanproof check` judges. A rule is violated at a place, has nothing to say there, or is undecided: then the report " +
  "names the value that would decide it. Errors block; warnings block where they are asked to (`--fail-on warning`); notes " +
  "inform. `wanproof explain <id>` prints the page of a rule. Those of the section Observed are judged by `wanproof verify`.";

const WORDS =
  "A private-IP connection or link is one whose tunnels end at the gateway's private addresses " +
  "(`local_azure_ip_address_enabled`). A protected prefix is one that has to be reached encrypted: intent says which; " +
  "where it doesn't, all that sites with a link over ExpressRoute, connected or not, advertise over VPN or list in " +
  "`address_cidrs`, and what was encrypted before the change.";

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${block.text}`;
    case "paragraph":
      return inline(block.text);
    case "code":
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
    case "link":
      return `[${block.text}](${block.to})`;
  }
}

/** Names of attributes and files are set as code. */
function inline(text: string): string {
  return text.replace(/\b[a-z0-9]+(_[a-z0-9]+)+\b|\b\w+\.yaml\b/gi, "`$&`");
}
