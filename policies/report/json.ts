import type { Finding } from "../judge/finding";
import { plainJson } from "./plain";
import type { Report } from "./report";

/**
 * The report for programs: `schema/report.schema.json` and `docs/report.md` say what it holds. Every key is always
 * there; what has no value is null, an empty list or an empty object.
 */
export function jsonReport({ version, verdict, inputs, checked, findings, unread }: Report): string {
  const document = {
    version,
    verdict,
    inputs: inputs.map(({ path, kind, resources }) => ({ path, kind, resources })),
    checked: { rules: checked.rules, resources: checked.resources },
    findings: findings.map(findingObject),
    unread: unread.map(({ input, address, reason, decidedBy }) => ({ input, address, reason, decidedBy })),
  };
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}

function findingObject(finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, level, outcome, address, path, input, constructPath, source } = finding;
  const { message, evidence, remedy, docs, decidedBy } = finding;
  return {
    rule,
    level,
    outcome,
    address,
    path,
    input,
    constructPath: constructPath ?? null,
    source: source === undefined ? null : { file: source.file, line: source.line },
    message,
    evidence,
    remedy,
    docs,
    decidedBy,
  };
}
