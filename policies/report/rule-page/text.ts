import { type Paint, unpainted } from "../../../text/colour";
import type { RuleEntry } from "../report";
import { bySection } from "./by-section";
import { type Block, rulePage } from "./page";

/** Characters in a line of prose. Code keeps its own lines. */
const WIDTH = 100;

/** A rule's page for a terminal. */
export function ruleText(rule: RuleEntry, paint: Paint = unpainted): string {
  const body = rulePage(rule).map((block) => blockText(block, paint));
  return `${[paint("strong", rule.id), ...body].join("\n\n")}\n`;
}

/** All rules for a terminal: a line and what must hold, section by section. */
export function catalogueText(rules: readonly RuleEntry[], paint: Paint = unpainted): string {
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const indent = " ".repeat(2 + longest + 2 + "warning".length + 2);
  const sections = bySection(rules).map(({ section, rules: ofSection }) => {
    const lines = ofSection.map(({ id, level, what }) => {
      const name = `  ${id.padEnd(longest)}  ${paint(level, level.padEnd("warning".length))}  `;
      return name + wrapped(what, WIDTH - indent.length).join(`\n${indent}`);
    });
    return [paint("strong", section), ...lines].join("\n");
  });
  return `${sections.join("\n\n")}\n\nThe page of one: wanproof explain <id>\n`;
}

function blockText(block: Block, paint: Paint): string {
  switch (block.kind) {
    case "heading":
      return paint("strong", block.text);
    case "paragraph":
      return indented(wrapped(block.text, WIDTH - 2).join("\n"), 2);
    case "code":
      return indented(block.text, 6);
    case "link":
      return indented(`${block.text}: ${block.to}`, 2);
  }
}

function indented(text: string, columns: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(columns));
}

/** Lines of whole words. A word that is longer than a line has one of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
