import { inputLines } from "../../network/facts/input-lines";
import type { Input } from "../../network/network";
import type { Paint } from "../../text/colour";
import { plain } from "../../text/plain";
import { marksOf, noticeText } from "./marks";
import { couldDo, couldDoText } from "./not-judged";
import { protectedText } from "./protected";
import { judgedAnything, type Report } from "./report";
import { counted, verdictLine } from "./verdict-line";

/** What was checked and what was not, and the verdict: the end of a report for a person. */
export function summaryOf(report: Report, paint: Paint): string {
  return [
    ...checked(report),
    ...inputs(report),
    ...(judgedAnything(report) ? [`Protected: ${plain(protectedText(report.protected))}`] : []),
    ...unread(report),
    ...notJudged(report),
    ...outside(report),
    ...undecided(report),
    ...fixed(report),
    ...notices(report),
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
  const lines = (input: Input) => [line(input), ...inputLines(input).map((text) => `    ${plain(text)}`)];
  return ["Inputs:", ...report.inputs.flatMap(lines)];
}

function unread(report: Report): string[] {
  const lines = report.unread.map(
    ({ input, address, reason, decidedBy }) =>
      `${plain(address)} in ${plain(input)} ${plain(reason)}; ${plain(decidedBy.join(", "))} would decide it`,
  );
  return lines.length === 0 ? [] : ["Not checked, because it can't be read:", ...atMost(lines)];
}

function notJudged(report: Report): string[] {
  const lines = couldDo(report.notJudged).map((one) => plain(couldDoText(one)));
  return lines.length === 0 ? [] : ["Not judged, for no rule speaks of it:", ...atMost(lines)];
}

function outside(report: Report): string[] {
  return report.outside.length === 0
    ? []
    : ["Not checked, because no input describes it:", ...atMost(report.outside.map(plain))];
}

function undecided({ findings }: Report): string[] {
  const open = findings.filter(({ outcome, suppressed }) => outcome === "undecided" && suppressed === undefined);
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

function fixed(report: Report): string[] {
  const lines = report.fixed.map((finding) =>
    [finding.level, ...marksOf(finding), finding.rule, plain(finding.address), plain(finding.path)]
      .join("  ")
      .trimEnd(),
  );
  return lines.length === 0 ? [] : ["Fixed, and there before:", ...atMost(lines)];
}

function notices(report: Report): string[] {
  return report.notices.length === 0 ? [] : ["To be known:", ...atMost(report.notices.map(noticeText))];
}

function atMost(lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return lines.length > SHOWN ? [...shown, `  and ${lines.length - SHOWN} more`] : shown;
}

const SHOWN = 50;
