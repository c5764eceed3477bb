import { plainJson } from "../../text/plain";
import type { Finding } from "../judge/finding";
import type { MarkedFinding } from "../judge/marked";
import type { Report } from "./report";

/**
 * The report for programs: `schema/report.schema.json` and `docs/report.md` say what it holds. Every key is always
 * there; what has no value is null, an empty list or an empty object.
 */
export function jsonReport(report: Report): string {
  const { version, verdict, compared, inputs, checked, findings, fixed, notices, unread, notJudged } = report;
  const document = {
    version,
    verdict,
    compared: compared ?? null,
    inputs: inputs.map(({ path, kind, resources, folder, byElimination = [] }) => ({
      path,
      kind,
      resources,
      folder: folder === undefined ? null : { path: folder.path, read: folder.isRead, notes: folder.notes },
      byElimination: byElimination.map((one) => ({ address: one.address, path: one.path, is: one.is })),
    })),
    checked: { rules: checked.rules, resources: checked.resources },
    findings: findings.map(markedObject),
    fixed: fixed.map((finding) => ({ ...findingObject(finding), fingerprint: finding.fingerprint })),
    notices: notices.map(({ at, message }) => ({ at, message })),
    unread: unread.map(({ input, address, reason, decidedBy }) => ({ input, address, reason, decidedBy })),
    protected: report.protected.map(({ because, count, prefixes, mayBeMore }) => ({
      because,
      count,
      prefixes,
      mayBeMore,
    })),
    notJudged: notJudged.map(({ input, address, type, could }) => ({ input, address, type, could })),
  };
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}

function markedObject(finding: MarkedFinding): Readonly<Record<string, unknown>> {
  const { fingerprint, status, suppressed } = finding;
  return {
    ...findingObject(finding),
    fingerprint,
    status: status ?? null,
    suppressed:
      suppressed === undefined
        ? null
        : { reason: suppressed.reason, expires: suppressed.expires ?? null, by: suppressed.by },
  };
}

function findingObject(finding: Finding): Readonly<Record<string, unknown>> {
  const { rule, level, outcome, address, path, input, constructPath, source } = finding;
  const { message, evidence, remedy, docs, decidedBy, restsOn } = finding;
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
    restsOn: restsOn ?? null,
  };
}
