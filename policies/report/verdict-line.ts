import type { Paint, Style } from "../../text/colour";
import { LEVELS, type Verdict } from "../judge/verdict";
import type { Level } from "../rules/rule";
import type { ShownFinding } from "./marks";
import { judgedAnything, type Report } from "./report";

/** The verdict, and how many findings of each kind it rests on. */
export function verdictLine(report: Report, paint: Paint): string {
  const shown = report.findings.filter(({ suppressed }) => suppressed === undefined);
  const parts = [
    ...kinds(shown, "violation", report.compared !== undefined),
    ...kinds(shown, "undecided", report.compared !== undefined),
    ...(report.unread.length === 0 ? [] : [`${counted(report.unread.length, "part")} not read`]),
    ...some(report.findings.length - shown.length, "suppressed"),
    ...some(report.fixed.length, "fixed"),
    ...(report.failOnNew ? ["only new ones count"] : []),
    ...(judgedAnything(report) ? [] : ["nothing was judged"]),
  ];
  const word = paint(VERDICT_STYLE[report.verdict], report.verdict);
  return `Verdict: ${word}${parts.length > 0 ? ` (${parts.join("; ")})` : ""}`;
}

/** A number of things, in words. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** `1 error, 2 notes`, and where findings were compared `1 error new, 2 existing` of each level. */
function kinds(findings: readonly ShownFinding[], outcome: ShownFinding["outcome"], compared: boolean): string[] {
  const open = outcome === "undecided" ? " undecided" : "";
  const levels = LEVELS.flatMap((level) => {
    const ones = findings.filter((one) => one.level === level && one.outcome === outcome);
    return ones.length === 0 ? [] : [compared ? byStatus(ones, level, open) : counted(ones.length, level)];
  });
  return compared || levels.length === 0 ? levels : [`${levels.join(", ")}${open}`];
}

function byStatus(findings: readonly ShownFinding[], level: Level, open: string): string {
  const kinds = [
    { status: "new", word: "new" },
    { status: undefined, word: "perhaps new" },
    { status: "existing", word: "existing" },
  ]
    .map(({ status, word }) => ({ count: findings.filter((one) => one.status === status).length, word }))
    .filter(({ count }) => count > 0);
  return kinds
    .map(({ count, word }, index) => `${index === 0 ? `${counted(count, level)}${open}` : count} ${word}`)
    .join(", ");
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = { pass: "pass", fail: "error", undecided: "undecided" };
