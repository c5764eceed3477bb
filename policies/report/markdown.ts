import { inputLines } from "../../network/facts/input-lines";
import type { Input } from "../../network/network";
import type { RouteChange } from "../../paths/changes";
import { changesSection } from "../../paths/markdown";
import { unpainted } from "../../text/colour";
import { type Fitting, fitting, markdownName, markdownText } from "../../text/markdown-text";
import type { FixedFinding, MarkedFinding, Notice } from "../judge/marked";
import { newFirst } from "./gravest";
import { type ShownFinding, suppressionText } from "./marks";
import { type CouldDo, couldDo } from "./not-judged";
import { protectedText } from "./protected";
import { judgedAnything, type Report, type RuleEntry, type UnreadPart } from "./report";
import { NOTHING_JUDGED } from "./text";
import { counted, verdictLine } from "./verdict-line";

/**
 * How many characters each part may take: together under 60,000, which leaves room below the 65,536 that GitHub takes
 * in a comment.
 */
const ROOM = {
  violations: 12_000,
  open: 8000,
  paths: 6000,
  picture: 4000,
  suppressed: 6000,
  fixed: 3000,
  notices: 3000,
  unread: 4000,
  notJudged: 3000,
  outside: 3000,
  inputs: 3000,
  resources: 2000,
  rules: 3000,
};

/** How to write Markdown. */
export interface MarkdownOptions {
  /** Draws what takes another path, in Mermaid; undefined where there is nothing to draw. Default: that isn't drawn. */
  readonly pathPicture?: ((changes: readonly RouteChange[]) => string | undefined) | undefined;
}

/**
 * The report as Markdown for a comment on a pull request: the verdict, a table of what is violated, new ones first and
 * the gravest first, what is not decided and what would decide it, what takes another path, what was not checked, what is to be known, and folded
 * lists of what is fixed, what is suppressed and what was checked. What doesn't fit is cut, with a count.
 */
export function markdownReport(report: Report, { pathPicture }: MarkdownOptions = {}): string {
  const findings = newFirst(report.findings.filter(({ suppressed }) => suppressed === undefined));
  const nothing = judgedAnything(report) ? [] : [NOTHING_JUDGED];
  const parts = [
    "## wanproof",
    `**${verdictLine(report, unpainted)}**`,
    ...nothing,
    ...(judgedAnything(report) ? [`Protected: ${markdownText(protectedText(report.protected))}`] : []),
    ...violations(findings.filter(({ outcome }) => outcome === "violation")),
    ...notDecided(findings.filter(({ outcome }) => outcome === "undecided")),
    ...paths(report, pathPicture),
    ...unread(report),
    ...notJudged(report),
    ...outside(report),
    ...notices(report),
    ...fixed(report),
    ...suppressed(report),
    checked(report),
  ];
  return `${parts.join("\n\n")}\n`;
}

function violations(findings: readonly MarkedFinding[]): string[] {
  const write = (finding: MarkedFinding) => {
    const what = `${markdownText(finding.message)}<br>To do: ${markdownText(finding.remedy)}`;
    return row([grade(finding), ruleLink(finding), place(finding), what]);
  };
  const fit = fitting(findings, write, ROOM.violations);
  return table("Violated", ["Level", "Rule", "Where", "What"], fit);
}

function notDecided(findings: readonly MarkedFinding[]): string[] {
  const write = (finding: MarkedFinding) => {
    const deciders = names(finding.decidedBy, 2000).join("<br>");
    return row([grade(finding), ruleLink(finding), place(finding), markdownText(finding.message), deciders]);
  };
  const fit = fitting(findings, write, ROOM.open);
  return table("Not decided", ["Level", "Rule", "Where", "What", "Would decide it"], fit);
}

function paths(report: Report, pathPicture: MarkdownOptions["pathPicture"]): string[] {
  if (report.pathChanges === undefined || !judgedAnything(report)) {
    return [];
  }
  const changes = report.pathChanges();
  const picture = pathPicture?.(changes);
  const isShort = picture !== undefined && picture.length <= ROOM.picture;
  const section = changesSection(changes, ROOM.paths);
  return isShort ? [section, `\`\`\`mermaid\n${picture}\`\`\``] : [section];
}

function unread(report: Report): string[] {
  const write = ({ input, address, reason, decidedBy }: UnreadPart) => {
    const place = `${markdownName(address)} in ${markdownName(input)}`;
    return `- ${place} ${markdownText(reason, 200)}; ${names(decidedBy, 1000).join(", ")} would decide it`;
  };
  return list("Not checked, because it can't be read", fitting(report.unread, write, ROOM.unread));
}

function notJudged(report: Report): string[] {
  const write = ({ addresses, could }: CouldDo) => `- ${names(addresses, 1000).join(", ")} could ${could}`;
  return list("Not judged, for no rule speaks of it", fitting(couldDo(report.notJudged), write, ROOM.notJudged));
}

function outside(report: Report): string[] {
  const write = (address: string) => `- ${markdownName(address)}`;
  return list("Not checked, because no input describes it", fitting(report.outside, write, ROOM.outside));
}

function notices(report: Report): string[] {
  const write = ({ at, message }: Notice) => `- ${markdownName(at)} ${markdownText(message)}`;
  return list("To be known", fitting(report.notices, write, ROOM.notices));
}

function fixed(report: Report): string[] {
  const write = (finding: FixedFinding) => `${brief(finding)}<br>${markdownText(finding.message, 300)}`;
  return folded("Fixed", fitting(report.fixed, write, ROOM.fixed));
}

function suppressed(report: Report): string[] {
  const write = (finding: MarkedFinding) => {
    const why = finding.suppressed === undefined ? "" : markdownText(suppressionText(finding.suppressed));
    return [brief(finding), markdownText(finding.message, 300), why].join("<br>");
  };
  const findings = newFirst(report.findings.filter((finding) => finding.suppressed !== undefined));
  return folded("Suppressed", fitting(findings, write, ROOM.suppressed));
}

function brief(finding: MarkedFinding | FixedFinding): string {
  const open = finding.outcome === "undecided" ? " (undecided)" : "";
  const path = finding.path === "" ? "" : ` ${markdownName(finding.path)}`;
  return `- ${grade(finding)} ${ruleLink(finding)}${open} ${markdownName(finding.address)}${path}`;
}

function grade({ level, status }: ShownFinding): string {
  return status === undefined ? level : `${level}, ${status}`;
}

function checked({ checked: { rules, resources }, inputs, rules: entries }: Report): string {
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  const readInput = (input: Input) =>
    [
      `- ${markdownName(input.path)} (${input.kind}): ${input.resources} of ${counted(input.total, "resource")} judged`,
      ...inputLines(input).map((text) => markdownText(text)),
    ].join("; ");
  const type = ([name, count]: [string, number]) => `- ${count} ${markdownName(name)}`;
  return [
    `<details><summary>Checked: ${counted(rules, "rule")} on ${counted(total, "resource")}</summary>`,
    ...list("Inputs", fitting(inputs, readInput, ROOM.inputs)),
    ...list("Resources", fitting(Object.entries(resources), type, ROOM.resources)),
    ...list(
      "Rules",
      fitting(rulesBySection(entries), (line) => line, ROOM.rules),
    ),
    "</details>",
  ].join("\n\n");
}

function names(addresses: readonly string[], room: number): string[] {
  const { shown, left } = fitting(addresses, markdownName, room);
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])];
}

function rulesBySection(rules: readonly RuleEntry[]): string[] {
  const sections = [...new Set(rules.map(({ section }) => section))];
  return sections.map((section) => {
    const ids = rules.filter((rule) => rule.section === section).map(({ id }) => markdownText(id));
    return `- ${markdownText(section)}: ${ids.join(", ")}`;
  });
}

function place({ address, path, source, input }: ShownFinding): string {
  const line = source === undefined ? [] : [`at ${markdownName(`${source.file}:${source.line}`)}`];
  return [
    markdownName(address),
    ...(path === "" ? [] : [markdownName(path)]),
    ...(source === undefined ? [`in ${markdownName(input)}`] : line),
  ].join("<br>");
}

// Pages are the catalogue's own; whoever adds rules may bring others, and only a plain address becomes a link.
function ruleLink({ rule, docs }: ShownFinding): string {
  const name = markdownText(rule, 100);
  return /^https:\/\/[\w./#?=&%-]{1,300}$/.test(docs) ? `[${name}](${docs})` : name;
}

function table(title: string, heads: readonly string[], { shown, left }: Fitting): string[] {
  const lines = [row(heads), row(heads.map(() => "---")), ...shown];
  return isEmpty({ shown, left }) ? [] : [`### ${title} (${shown.length + left})`, lines.join("\n"), ...more(left)];
}

function list(title: string, { shown, left }: Fitting): string[] {
  const lines = shown.length === 0 ? [] : [shown.join("\n")];
  return isEmpty({ shown, left }) ? [] : [`### ${title}`, ...lines, ...more(left)];
}

function folded(title: string, { shown, left }: Fitting): string[] {
  const lines = shown.length === 0 ? [] : [shown.join("\n")];
  const opening = `<details><summary>${title} (${shown.length + left})</summary>`;
  return isEmpty({ shown, left }) ? [] : [opening, ...lines, ...more(left), "</details>"];
}

function isEmpty({ shown, left }: Fitting): boolean {
  return shown.length + left === 0;
}

function more(left: number): string[] {
  return left === 0 ? [] : [`And ${left} more, for which there is no room here: the text and JSON reports hold all.`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
