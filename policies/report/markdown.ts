import type { Finding } from "../judge/finding";
import { unpainted } from "./colour";
import { gravestFirst } from "./gravest";
import { fitting, markdownName, markdownText } from "./markdown-text";
import { judgedAnything, type Report, type RuleEntry } from "./report";
import { counted, verdictLine } from "./summary";
import { NOTHING_JUDGED } from "./text";

/**
 * How many characters each part may take: together under 60,000, which leaves room below the 65,536 that GitHub takes
 * in a comment.
 */
const ROOM = {
  violations: 26_000,
  open: 14_000,
  unread: 5000,
  outside: 3000,
  inputs: 3000,
  resources: 2000,
  rules: 4000,
};

/**
 * The report as Markdown for a comment on a pull request: the verdict, a table of what is violated, the gravest first,
 * what is not decided and what would decide it, what was not checked, and a folded list of what was. What doesn't fit
 * is cut, with a count.
 */
export function markdownReport(report: Report): string {
  const findings = gravestFirst(report.findings);
  const nothing = judgedAnything(report) ? [] : [NOTHING_JUDGED];
  const parts = [
    "## wanproof",
    `**${verdictLine(report, unpainted)}**`,
    ...nothing,
    ...violations(findings.filter(({ outcome }) => outcome === "violation")),
    ...notDecided(findings.filter(({ outcome }) => outcome === "undecided")),
    ...unread(report),
    ...outside(report),
    checked(report),
  ];
  return `${parts.join("\n\n")}\n`;
}

function violations(findings: readonly Finding[]): string[] {
  const rows = findings.map((finding) => {
    const what = `${markdownText(finding.message)}<br>To do: ${markdownText(finding.remedy)}`;
    return row([finding.level, ruleLink(finding), place(finding), what]);
  });
  return table("Violated", ["Level", "Rule", "Where", "What"], rows, ROOM.violations);
}

function notDecided(findings: readonly Finding[]): string[] {
  const rows = findings.map((finding) => {
    const { shown, left } = fitting(finding.decidedBy.map(markdownName), 2000);
    const deciders = [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join("<br>");
    return row([finding.level, ruleLink(finding), place(finding), markdownText(finding.message), deciders]);
  });
  return table("Not decided", ["Level", "Rule", "Where", "What", "Would decide it"], rows, ROOM.open);
}

function unread(report: Report): string[] {
  const lines = report.unread.map(({ input, address, reason, decidedBy }) => {
    const { shown, left } = fitting(decidedBy.map(markdownName), 1000);
    const deciders = [...shown, ...(left > 0 ? [`${left} more`] : [])].join(", ");
    return `- ${markdownName(address)} in ${markdownName(input)} ${markdownText(reason, 200)}; ${deciders} would decide it`;
  });
  return list("Not checked, because it can't be read", lines, ROOM.unread);
}

function outside(report: Report): string[] {
  const lines = report.outside.map((address) => `- ${markdownName(address)}`);
  return list("Not checked, because no input describes it", lines, ROOM.outside);
}

function checked({ checked: { rules, resources }, inputs, rules: entries }: Report): string {
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  const read = inputs.map(
    (input) =>
      `- ${markdownName(input.path)} (${input.kind}): ${input.resources} of ${counted(input.total, "resource")} judged`,
  );
  const types = Object.entries(resources).map(([type, count]) => `- ${count} ${markdownName(type)}`);
  return [
    `<details><summary>Checked: ${counted(rules, "rule")} on ${counted(total, "resource")}</summary>`,
    ...list("Inputs", read, ROOM.inputs),
    ...list("Resources", types, ROOM.resources),
    ...list("Rules", rulesBySection(entries), ROOM.rules),
    "</details>",
  ].join("\n\n");
}

function rulesBySection(rules: readonly RuleEntry[]): string[] {
  const sections = [...new Set(rules.map(({ section }) => section))];
  return sections.map((section) => {
    const ids = rules.filter((rule) => rule.section === section).map(({ id }) => markdownText(id));
    return `- ${markdownText(section)}: ${ids.join(", ")}`;
  });
}

function place({ address, path, source, input }: Finding): string {
  const line = source === undefined ? [] : [`at ${markdownName(`${source.file}:${source.line}`)}`];
  return [
    markdownName(address),
    ...(path === "" ? [] : [markdownName(path)]),
    ...(source === undefined ? [`in ${markdownName(input)}`] : line),
  ].join("<br>");
}

// Pages are the catalogue's own; whoever adds rules may bring others, and only a plain address becomes a link.
function ruleLink({ rule, docs }: Finding): string {
  const name = markdownText(rule, 100);
  return /^https:\/\/[\w./#?=&%-]{1,300}$/.test(docs) ? `[${name}](${docs})` : name;
}

function table(title: string, heads: readonly string[], rows: readonly string[], room: number): string[] {
  const { shown, left } = fitting(rows, room);
  const lines = [row(heads), row(heads.map(() => "---")), ...shown];
  return rows.length === 0 ? [] : [`### ${title} (${rows.length})`, lines.join("\n"), ...more(left)];
}

function list(title: string, lines: readonly string[], room: number): string[] {
  const { shown, left } = fitting(lines, room);
  return lines.length === 0 ? [] : [`### ${title}`, ...(shown.length === 0 ? [] : [shown.join("\n")]), ...more(left)];
}

function more(left: number): string[] {
  return left === 0 ? [] : [`And ${left} more, for which there is no room here: the text and JSON reports hold all.`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
