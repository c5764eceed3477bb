import type { Finding } from "../judge/finding";
import { LEVELS, type Verdict } from "../judge/verdict";
import type { Input } from "../network/network";
import type { Level } from "../rules/rule";
import type { Paint, Style } from "./colour";
import { plain } from "./plain";
import { judgedAnything, type Report } from "./report";

/** What was checked and what was not, and the verdict: the end of a report for a person. */
export function summaryOf(report: Report, paint: Paint): string {
  return [
    ...checked(report),
    ...inputs(report),
    ...unread(report),
    ...outside(report),
    ...undecided(report),
    verdictLine(report, paint),
  ].join("\n");
}

function checked({ checked: { rules, resources } }: Report): string[] {
  const types = Object.entries(resources).map(([type, count]) => `  ${count} ${plain(type)}`);
  const total = Object.values(resources).reduce((sum, count) => sum + count, 0);
  return [
    `Checked: ${counted(rules, "rule")} on ${counted(total, "resource")}${types.length > 0 ? ":" : ""}`,
    ...types,
  ];
}

function inputs(report: Report): string[] {
  const line = ({ path, kind, resources, total }: Input) =>
    `  ${plain(path)} (${kind}): ${resources} of ${counted(total, "resource")} judged`;
  return ["Inputs:", ...report.inputs.map(line)];
}

function unread(report: Report): string[] {
  const lines = report.unread.map(
    ({ input, address, reason, decidedBy }) =>
      `${plain(address)} in ${plain(input)} ${plain(reason)}; ${plain(decidedBy.join(", "))} would decide it`,
  );
  return lines.length === 0 ? [] : ["Not checked, because it can't be read:", ...atMost(lines)];
}

function outside(report: Report): string[] {
  return report.outside.length === 0
    ? []
    : ["Not checked, because no input describes it:", ...atMost(report.outside.map(plain))];
}

function undecided({ findings }: Report): string[] {
  const open = findings.filter(({ outcome }) => outcome === "undecided");
  const rules = new Map<string, Set<string>>();
  for (const finding of open) {
    for (const address of finding.decidedBy) {
      rules.set(address, (rules.get(address) ?? new Set()).add(finding.rule));
    }
  }
  const lines = [...rules].map(([address, ids]) => `${plain(address)} (for ${[...ids].join(", ")})`);
  return open.length === 0
    ? []
    : [`Not decided: ${counted(open.length, "finding")}, which these values would decide:`, ...atMost(lines)];
}

/** The verdict, and how many findings of each kind it rests on. */
export function verdictLine(report: Report, paint: Paint): string {
  const violations = countByLevel(report.findings, "violation");
  const open = countByLevel(report.findings, "undecided");
  const counts = [
    ...(violations === "" ? [] : [violations]),
    ...(open === "" ? [] : [`${open} undecided`]),
    ...(report.unread.length === 0 ? [] : [`${counted(report.unread.length, "part")} not read`]),
    ...(judgedAnything(report) ? [] : ["nothing was judged"]),
  ];
  const word = paint(VERDICT_STYLE[report.verdict], report.verdict);
  return `Verdict: ${word}${counts.length > 0 ? ` (${counts.join("; ")})` : ""}`;
}

function countByLevel(findings: readonly Finding[], outcome: Finding["outcome"]): string {
  const of = (level: Level) => findings.filter((one) => one.level === level && one.outcome === outcome).length;
  return LEVELS.flatMap((level) => (of(level) === 0 ? [] : [counted(of(level), level)])).join(", ");
}

function atMost(lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return lines.length > SHOWN ? [...shown, `  and ${lines.length - SHOWN} more`] : shown;
}

/** A number of things, in words. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

const SHOWN = 50;

const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = { pass: "pass", fail: "error", undecided: "undecided" };
